"""What is English and what is not, from a few words on."""

from __future__ import annotations

import pytest

from claimtrack.read.english import other_language


@pytest.mark.parametrize(
    "text",
    [
        "Trade rose.",
        "Kim Jong Un meets Al Shabab envoys, Los Angeles mayor Juan de la Cruz says",
        "The minister said on Monday that the tax would not rise this year.",
        "“Die Steuern steigen nicht,” the minister said in Berlin, and he meant what he said to us.",
        "Bank profits slump 40% amid storms: Karachi exporters brace, hauliers protest",
        "",
        "1911",
    ],
)
def test_english(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Minister sagte am Montag, dass die Steuern nicht steigen werden.", "German"),
        ("Le ministre a dit lundi que les impôts ne vont pas augmenter.", "French"),
        ("El ministro dijo el lunes que los impuestos no subirán este año.", "Spanish"),
        ("O ministro disse na segunda-feira que os impostos não vão subir.", "Portuguese"),
        ("Il ministro ha detto lunedì che le tasse non aumenteranno per ora.", "Italian"),
        ("De minister zei maandag dat de belastingen niet omhoog gaan.", "Dutch"),
        ("Minister powiedział w poniedziałek, że podatki nie wzrosną w tym roku.", "Polish"),
        ("Министр сказал, что налоги", "text in another script"),
        ("部长周一表示今年税收不会增加", "text in another script"),
    ],
)
def test_another_language(text: str, language: str) -> None:
    assert other_language(text) == language


def test_a_long_text_without_small_english_words() -> None:
    text = (
        "Ministeri sanoi maanantaina, että verot eivät nouse tänä vuonna. Hallitus päättää asiasta "
        "ensi viikolla ja julkistaa samalla uuden ohjelman, joka koskee kaikkia kuntia."
    )
    assert other_language(text) == "text in another language"
