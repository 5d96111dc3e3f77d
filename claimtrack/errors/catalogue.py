"""Everything that can go wrong, by code: what it means, and what to do about it.

CT012 and CT1xx are about input, CT2xx about rule files, CT3xx about models and language,
CT4xx about options, settings and output, CT5xx about ledgers and batches, CT6xx about formats of
other tools.
``docs/errors.md`` lists the same entries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What a code means, and what the reader of the line should do."""

    meaning: str
    remedy: str


CATALOGUE: Mapping[str, Entry] = {
    "CT012": Entry(
        "the row has no text",
        "put the article into a field named text",
    ),
    "CT101": Entry(
        "there is no such file or folder",
        "check the name",
    ),
    "CT102": Entry(
        "there is nothing in it to read",
        "give an article with text in it",
    ),
    "CT103": Entry(
        "the bytes are no text",
        "save the article as UTF-8 text",
    ),
    "CT104": Entry(
        "the folder holds no articles",
        "name a folder with .txt, .md, .html, .docx, .pdf, .jsonl or .csv files (also .gz)",
    ),
    "CT106": Entry(
        "the line is no valid JSON",
        "write one JSON object a line",
    ),
    "CT107": Entry(
        "the line is JSON but no object",
        "write one JSON object a line, with the article in a field named text",
    ),
    "CT108": Entry(
        "the system does not let it be read",
        "check its permissions and the disk",
    ),
    "CT109": Entry(
        "the gzip data is broken or cut short",
        "compress or copy the file again",
    ),
    "CT110": Entry(
        "the CSV row is broken",
        "quote every field that holds quotes, commas or line breaks, and double the quotes in it",
    ),
    "CT111": Entry(
        "the JSON is spread over several lines",
        "write one object a line, for instance with jq -c '.[]'",
    ),
    "CT112": Entry(
        "an earlier article has the same id",
        "nothing needs doing; the later one is reported with -2 added",
    ),
    "CT113": Entry(
        "the document is broken or cut short",
        "copy it again, or save it anew in the program that made it",
    ),
    "CT114": Entry(
        "the document is locked with a password",
        "save it without one, as .docx or .pdf",
    ),
    "CT115": Entry(
        "the page's elements are nested too deeply",
        "copy the article's words into a .txt file",
    ),
    "CT201": Entry(
        "there is no such rules folder",
        "check the name",
    ),
    "CT202": Entry(
        "the rule file is too large",
        "split it",
    ),
    "CT203": Entry(
        "the system does not let the rule file be read",
        "check its permissions and the disk",
    ),
    "CT204": Entry(
        "a tab, or another kind of space, indents the line",
        "indent with spaces",
    ),
    "CT205": Entry(
        "the rule file is not UTF-8",
        "save it as UTF-8",
    ),
    "CT206": Entry(
        "the rule file is no valid YAML",
        "mend the place named",
    ),
    "CT207": Entry(
        "the rule file has an alias, which is not read",
        "write the words out",
    ),
    "CT208": Entry(
        "the rule file is nested too deeply",
        "write it flatter",
    ),
    "CT211": Entry(
        "there has to be a mapping here",
        "write key: value",
    ),
    "CT212": Entry(
        "the key stands here twice",
        "remove one",
    ),
    "CT213": Entry(
        "there is no such key here",
        "use the one that is named as the nearest, or remove it",
    ),
    "CT214": Entry(
        "there has to be a list here",
        "write [a, b], or a line with a dash for each",
    ),
    "CT215": Entry(
        "the list or mapping is empty",
        "give at least one entry, or leave the key out",
    ),
    "CT216": Entry(
        "there has to be a word or text here",
        "write it, in quotes where it holds marks",
    ),
    "CT217": Entry(
        "YAML reads the value as no text, but as a number, a date, true or false",
        "put it in quotes",
    ),
    "CT218": Entry(
        "there has to be true or false here",
        "write one of the two",
    ),
    "CT221": Entry(
        "there is no such stance or other choice",
        "use the one that is named as the nearest",
    ),
    "CT222": Entry(
        "the word list stands in the folder twice",
        "rename one",
    ),
    "CT223": Entry(
        "the entry of the word list has no word",
        "add word: …",
    ),
    "CT224": Entry(
        "the finer stance names none that it refines, or is a stance itself",
        "write a word of your own with a stance: {boasts: asserts}",
    ),
    "CT231": Entry(
        "the rule has no id, or one of several words",
        "add id: … in one word",
    ),
    "CT232": Entry(
        "another rule in the folder has this id",
        "choose another",
    ),
    "CT233": Entry(
        "the rule has no words",
        "add words: {verb: […]}",
    ),
    "CT234": Entry(
        "the rule's words are of several classes, or of none",
        "name one class, such as verb, and write a rule for each other",
    ),
    "CT235": Entry(
        "there is no such class of words",
        "use the one that is named as the nearest",
    ),
    "CT236": Entry(
        "the rule has no frame",
        "add frame: speaker-verb-clause, say",
    ),
    "CT237": Entry(
        "there is no such frame",
        "use the one that is named as the nearest",
    ),
    "CT238": Entry(
        "the frame does not take words of this class",
        "use a frame that does, or words of a class that is named",
    ),
    "CT239": Entry(
        "there is no such kind of source",
        "use the one that is named as the nearest",
    ),
    "CT241": Entry(
        "the example has no text",
        "add text: …",
    ),
    "CT242": Entry(
        "the words that the example expects are not in its text",
        "copy them from the text",
    ),
    "CT243": Entry(
        "there is no such word list",
        "use the one that is named as the nearest",
    ),
    "CT244": Entry(
        "the word list holds words of another class than the rule's",
        "use a list of the same class",
    ),
    "CT245": Entry(
        "the token pattern does not work",
        "write ATTRIBUTE:VALUE for each token, such as LEMMA:take POS:DET:? LEMMA:issue",
    ),
    "CT246": Entry(
        "the word to remove is in none of the lists",
        "use the one that is named as the nearest, or take it out of remove",
    ),
    "CT247": Entry(
        "the word list extends itself by way of another",
        "take one of the extends away",
    ),
    "CT248": Entry(
        "no earlier folder has a rule that is called so",
        "use the one that is named as the nearest, or remove it",
    ),
    "CT249": Entry(
        "the word list is changed and given anew at once",
        "keep add and remove, or words",
    ),
    "CT251": Entry(
        "an example of a rule is not found as it says",
        "change the rule or the example, or mark a known gap with todo: true",
    ),
    "CT252": Entry(
        "a rule finds what its counterexample says it must not",
        "change the rule or the counterexample, or mark a known gap with todo: true",
    ),
    "CT253": Entry(
        "a known gap is none any more",
        "remove todo: true",
    ),
    "CT254": Entry(
        "the rule has no example, or no counterexample",
        "add one of each",
    ),
    "CT255": Entry(
        "no frame finds the marked parts in the sentence",
        "mark them as the text has them, or take a simpler sentence; claimtrack explain shows how it is read",
    ),
    "CT261": Entry(
        "the rule can never win, since stronger rules have all of its words",
        "remove it, or give it other words or frames",
    ),
    "CT262": Entry(
        "two rules of a frame judge the word differently, and the first of them always wins",
        "take it out of one of the lists",
    ),
    "CT263": Entry(
        "another rule wins in the rule's own example",
        "choose another example, or take the words out of the other rule",
    ),
    "CT264": Entry(
        "the rule replaces one of the same id with which it shares no word",
        "choose another id, unless the other is to go",
    ),
    "CT265": Entry(
        "no rule uses these words",
        "name the list in a rule's words, or remove it",
    ),
    "CT266": Entry(
        "the rule holds in headlines alone, which reports leave out",
        "remove section, unless claimtrack runs in a spaCy pipeline",
    ),
    "CT301": Entry(
        "the text is not English",
        "leave it out; claimtrack reads English only",
    ),
    "CT311": Entry(
        "the language model cannot be loaded",
        "check its name, and that it is installed",
    ),
    "CT312": Entry(
        "the language model has no parser",
        "name one that has",
    ),
    "CT401": Entry(
        "the command line has a wrong option or argument",
        "see --help of that command",
    ),
    "CT402": Entry(
        "the output cannot be written",
        "check that the folder exists and may be written to",
    ),
    "CT403": Entry(
        "the configuration file cannot be read",
        'write lines such as format = "markdown", in pyproject.toml under [tool.claimtrack]',
    ),
    "CT404": Entry(
        "there is no such setting",
        "see claimtrack config for the settings there are",
    ),
    "CT405": Entry(
        "the setting has a value that it cannot have",
        "see claimtrack config for the settings there are",
    ),
    "CT406": Entry(
        "there is no rule with this id",
        "see claimtrack rules list",
    ),
    "CT407": Entry(
        "there is no text on this line of the file",
        "name a line that holds words of the article",
    ),
    "CT408": Entry(
        "stopped from the keyboard",
        "run it again; no file is left half written",
    ),
    "CT499": Entry(
        "something went wrong inside claimtrack",
        "run it again with --verbose and report what it shows",
    ),
    "CT501": Entry(
        "there is no such ledger",
        "check the name, or make one with claimtrack batch",
    ),
    "CT502": Entry(
        "the file is no ledger",
        "name one that claimtrack batch or report --format sqlite wrote",
    ),
    "CT503": Entry(
        "the ledger is damaged or cut short",
        "copy it again from where it was whole, or run the batch into a new one",
    ),
    "CT504": Entry(
        "the ledger was written by a newer claimtrack",
        "update claimtrack",
    ),
    "CT505": Entry(
        "the ledger was written by an older claimtrack",
        "run claimtrack batch into it once, which brings it up to date",
    ),
    "CT506": Entry(
        "another run is writing to the ledger",
        "wait until it has ended",
    ),
    "CT507": Entry(
        "another program holds the ledger locked",
        "close it, and run the same command again",
    ),
    "CT508": Entry(
        "the ledger or its folder may not be written",
        "check their permissions, or name another place",
    ),
    "CT509": Entry(
        "the disk is full",
        "make room, and run the same command again; what was done is kept",
    ),
    "CT510": Entry(
        "the ledger cannot be read or written",
        "check the disk, and run the same command again",
    ),
    "CT511": Entry(
        "the worker process ended at this article",
        "give it more memory or leave the article out; the next run tries it again",
    ),
    "CT512": Entry(
        "worker processes end before they have loaded the language model",
        "try fewer --jobs; each needs memory for the model",
    ),
    "CT513": Entry(
        "the run was stopped; what was done is kept",
        "run the same command again to go on",
    ),
    "CT514": Entry(
        "the run ended at more failures than --max-failures allows",
        "mend the input and run the same command again, which goes on, or allow more",
    ),
    "CT515": Entry(
        "the file is a ledger that claimtrack batch keeps",
        "name another file, or move it away",
    ),
    "CT516": Entry(
        "no article has this id",
        "see the ids with report --format jsonl",
    ),
    "CT517": Entry(
        "the list of the alias file has one name alone",
        "write at least two names, [A, B]",
    ),
    "CT518": Entry(
        "a worker of the cluster cannot do the work",
        "install the same claimtrack, model and rules on all machines of it",
    ),
    "CT519": Entry(
        "the cluster cannot be reached",
        "check the address, and that its scheduler and a worker run; the same command goes on",
    ),
    "CT520": Entry(
        "a result file of the cluster cannot be used",
        "name a place with room that all machines of it see under the same path",
    ),
    "CT601": Entry(
        "the format or option needs a package that is not installed",
        "install it, and run the same command again",
    ),
    "CT602": Entry(
        "the annotation cannot be read",
        "mend the place named, or write the annotation again",
    ),
    "CT603": Entry(
        "there is no report to make a document of",
        "see what is said of the article",
    ),
}
