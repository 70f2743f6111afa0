"""Makes `src/quoth/data/everyday_names.txt`: everyday names beside the names that medicine uses for the same thing.

WordNet puts the words for one thing together: kneecap and patella, earache and otalgia, water pill and diuretic. A line
holds the names of one thing, where it is a part of the body, a disease or symptom, a medicine, a treatment, or
something that a body does or gives off. Nothing is chosen word by word. A name stands on a line only where that is what
it mostly means (WordNet's first meaning), so "fag" and "spine", which mean something else first, are out; so are Latin
names, and lines on which only one name is left.

    python training/everyday_names.py WORDNET     # the folder with data.noun, index.noun, data.verb, index.verb

Source: WordNet 3.0, Princeton University (Debian: package wordnet-base).
"""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quoth.text import match_tokens, stem

OUT = Path(__file__).parent.parent / "src" / "quoth" / "data" / "everyday_names.txt"
HEAD = """\
# Everyday names beside the names that medicine uses for the same thing, one thing a line. Behind "=" stand the stems by
# which a name is found, where they differ from it.
# Made by training/everyday_names.py from WordNet 3.0 (Copyright 2006 by Princeton University, all rights reserved; the
# licence is in NOTICE).
"""

# WordNet's lexicographer files (lexnames(5WN)).
WHOLE_FIELDS = {("n", 8), ("v", 29)}
"""Parts of the body; verbs of what a body does."""
KINDS = {
    4: {"medical care", "therapy", "surgery", "injection", "medical procedure"},
    6: {"drug", "roll of tobacco", "dressing", "prosthesis", "medical instrument", "sole"},
    22: {"bodily process"},
    26: {"ill health", "symptom", "pathology", "disorder"},
    27: {"body waste", "body substance", "vitamin", "steroid hormone", "drug"},
}
"""By field of nouns (act, artifact, process, state, substance): everything that is a kind of these."""
LATIN = re.compile(r"(?:arteria|vena|musculus|nervus|os|canalis|ligamentum|arteriae|venae|corpus|columna|ramus|vasa) ")
PLAIN = re.compile(r"[A-Za-z][A-Za-z' -]*")


@dataclass(frozen=True)
class Meaning:
    """One set of words that mean the same."""

    field: int
    words: tuple[str, ...]
    kinds: tuple[str, ...]
    """What it is a kind of, as offsets."""


FEWEST_LETTERS = 3
"""Of a name: "d" for vitamin D stands in any text."""


def read_meanings(file: Path) -> dict[str, Meaning]:
    """By offset, all meanings of a data file."""
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        parts = line.split(" | ")[0].split()
        n = int(parts[3], 16)
        words = tuple(re.sub(r"\(\w+\)$", "", word).replace("_", " ") for word in parts[4 : 4 + 2 * n : 2])
        rest = parts[4 + 2 * n :]
        pointers = [rest[1 + 4 * i : 5 + 4 * i] for i in range(int(rest[0]))]
        kinds = tuple(pointer[1] for pointer in pointers if pointer[0] in ("@", "@i"))
        found[parts[0]] = Meaning(int(parts[1]), words, kinds)
    return found


def read_first(file: Path) -> dict[str, str]:
    """By word, the offset of what it mostly means."""
    first = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            parts = line.split()
            first[parts[0].replace("_", " ")] = parts[-int(parts[2])]
    return first


def lines(folder: Path) -> Iterator[str]:
    """The lines of the list, unsorted."""
    for part, name in (("n", "noun"), ("v", "verb")):
        meanings, first = read_meanings(folder / f"data.{name}"), read_first(folder / f"index.{name}")
        for offset, meaning in meanings.items():
            if (part, meaning.field) not in WHOLE_FIELDS and not (part == "n" and _is_kind(offset, meanings)):
                continue
            names: dict[str, str] = {}
            for word in meaning.words:
                low = word.lower()
                told = PLAIN.fullmatch(word) and not LATIN.match(low) and len(low) >= FEWEST_LETTERS
                if told and first.get(low) == offset:
                    names.setdefault(key_of(low), low)
            if len(names) > 1:
                yield "; ".join(name if name == key else f"{name}={key}" for key, name in sorted(names.items()))


def key_of(name: str) -> str:
    """The stems of a name, with a space between."""
    return " ".join(stem(token.form) for token in match_tokens(name))


def _is_kind(offset: str, meanings: dict[str, Meaning]) -> bool:
    wanted = KINDS.get(meanings[offset].field, set())
    seen, edge = {offset}, [offset]
    while edge and wanted:
        at = edge.pop()
        if wanted & set(meanings[at].words):
            return True
        for kind in meanings[at].kinds:
            if kind not in seen:
                seen.add(kind)
                edge.append(kind)
    return False


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wordnet", type=Path)
    made = sorted(set(lines(parser.parse_args().wordnet)))
    OUT.write_text(HEAD + "".join(f"{line}\n" for line in made), encoding="utf-8")
    sys.stdout.write(f"{len(made)} lines\n")


if __name__ == "__main__":
    main()
