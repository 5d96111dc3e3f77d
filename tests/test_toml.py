"""TOML with the places of its keys and values."""

from __future__ import annotations

import pytest

from claimtrack.toml import Keys, Spot, read_toml

TEXT = '''\
# settings
model = "a # b"  # a remark
off = ["x", 'y.*',
  # of the desk
  "z"]
a . "b c".d = 1979-05-27

[lists.statements]
add = ["thunder", {word = "let slip", stance = "acknowledges"}]
long = """
[none]
"quoted" """
[[rows]]
n = 1
[[rows]]
n = 2
'''


@pytest.mark.parametrize(
    ("keys", "key", "value"),
    [
        (("model",), (2, 1), (2, 9)),
        (("off",), (3, 1), (3, 7)),
        (("off", 1), None, (3, 13)),
        (("off", 2), None, (5, 3)),
        (("a", "b c", "d"), (6, 11), (6, 15)),
        (("lists",), (8, 2), None),
        (("lists", "statements"), (8, 8), None),
        (("lists", "statements", "add", 1), None, (9, 19)),
        (("lists", "statements", "add", 1, "stance"), (9, 39), (9, 48)),
        (("lists", "statements", "long"), (10, 1), (10, 8)),
        (("rows", 1, "n"), (16, 1), (16, 5)),
    ],
)  # fmt: skip
def test_places(keys: Keys, key: Spot | None, value: Spot | None) -> None:
    document = read_toml(TEXT, "a.toml")
    assert (document.keys.get(keys), document.spots.get(keys)) == (key, value)


def test_line_ends_of_other_systems_change_no_place() -> None:
    document = read_toml(TEXT.replace("\n", "\r\n"), "a.toml")
    assert document.at("rows", 1, "n") == (16, 5)
    assert document.values == read_toml(TEXT, "a.toml").values


def test_a_part_keeps_its_places() -> None:
    part = read_toml(
        '[tool.claimtrack]\nmodel = "a"\n[tool.claimtrack.stances]\nb = "c"\n', "p"
    ).within("tool", "claimtrack")
    assert part is not None
    assert part.values == {"model": "a", "stances": {"b": "c"}}
    assert (part.at("model"), part.at("stances", "b"), part.at_key("stances")) == (
        (2, 9), (4, 5), (3, 18),
    )  # fmt: skip
    assert part.within("model") is None


def test_bytes_are_the_same_wherever_values_stand() -> None:
    assert read_toml("a = 1\n\nb = 2", "p").bytes() == read_toml("b = 2\na = 1", "q").bytes()
