"""Makes `src/quoth/data/animals.txt`: names of animals that people keep, breed or study.

WordNet lists a word's meanings by how often each was met. A word is an animal's name here when the first of its
meanings as a noun is a mammal, a bird, a reptile, an amphibian, a fish or a domestic animal other than man, and when
none of its meanings is a part of the body ("calf"); words that are adjectives too ("entire") are left out.

    python training/animal_words.py WORDNET     # the folder with data.noun, index.noun, noun.exc and cntlist.rev

Source: WordNet 3.0, Princeton University (Debian: package wordnet-base).
"""

import argparse
import sys
import textwrap
from functools import cache
from pathlib import Path

from quoth.text import match_tokens

OUT = Path(__file__).parent.parent / "src" / "quoth" / "data" / "animals.txt"
KINDS = {"mammal", "young_mammal", "bird", "young_bird", "reptile", "amphibian", "fish", "domestic_animal"}
KEPT_BY_PEOPLE = {"domestic_animal", "dog", "cat", "horse", "bovine", "sheep", "swine", "goat", "rodent", "rabbit"}
KEPT_BY_PEOPLE |= {"poultry", "parrot", "ferret"}
"""Of these every name counts; of others those that were met in the tagged corpus."""
NOT_KINDS = {"hominid", "homo", "fictional_animal"}
BODY = 8
"""Number of WordNet's lexicographer file of the parts of the body (lexnames(5WN))."""
ALSO = {"cattle", "livestock", "animal", "animals"}
SAID_OF_PEOPLE = {
    "monkey",
    "lamb",
    "chick",
    "bear",
    "dame",
    "duck",
    "bird",
    "boo",
    "pup",
    "bull",
    "colt",
    "filly",
    "swan",
}
"""Said of children and partners: "my little monkey has earache"."""
HEADER = """\
# Names of animals that people keep, breed or study, in the singular and the plural.
# Made by training/animal_words.py from WordNet 3.0 (Copyright 2006 by Princeton University, all rights reserved; the
# licence is in NOTICE).
"""


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path)
    words = animal_words(parser.parse_args().wordnet)
    OUT.write_text(HEADER + "\n".join(textwrap.wrap(" ".join(sorted(words)), 118)) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(words)} names of animals\n")


def animal_words(wordnet: Path) -> set[str]:
    """Folded single words, singular and plural."""
    fields, above, names = _meanings(wordnet)

    @cache
    def chain(offset: str) -> frozenset[str]:
        return frozenset(names[offset]).union(*(chain(one) for one in above[offset]))

    irregular = _irregular(wordnet)
    met = {line.split("%")[0] for line in _rows(wordnet / "cntlist.rev")}
    adjectives = {line.split()[0] for line in _rows(wordnet / "index.adj")}
    kept = set(ALSO)
    for line in _rows(wordnet / "index.noun"):
        parts = line.split()
        word, offsets = parts[0], parts[-int(parts[2]) :]
        first = chain(offsets[0])
        if not word.isalpha() or len(word) < 3 or word in adjectives | SAID_OF_PEOPLE:
            continue
        if not first & KINDS or first & NOT_KINDS:
            continue
        if BODY not in {fields[offset] for offset in offsets} and (word in met or first & KEPT_BY_PEOPLE):
            ending = word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word
            ending += "es" if word.endswith(("s", "x", "z", "ch", "sh")) else "" if ending != word else "s"
            kept.update((word, ending, *irregular.get(word, ())))
    return {token.form for word in kept for token in match_tokens(word)}


def _meanings(wordnet: Path) -> tuple[dict[str, int], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """By offset: the field, the kinds above, and the words."""
    fields, above, names = {}, {}, {}
    for line in _rows(wordnet / "data.noun"):
        parts = line.split(" ")
        count = int(parts[3], 16)
        at = 4 + 2 * count
        fields[parts[0]] = int(parts[1])
        names[parts[0]] = tuple(parts[4 + 2 * n].lower() for n in range(count))
        above[parts[0]] = tuple(
            parts[at + 2 + 4 * n] for n in range(int(parts[at])) if parts[at + 1 + 4 * n] in ("@", "@i")
        )
    return fields, above, names


def _irregular(wordnet: Path) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for line in (wordnet / "noun.exc").read_text(encoding="ascii").splitlines():
        form, *lemmas = line.split(" ")
        for lemma in lemmas:
            forms.setdefault(lemma, []).append(form)
    return forms


def _rows(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="ascii").splitlines() if not line.startswith("  ")]


if __name__ == "__main__":
    main()
