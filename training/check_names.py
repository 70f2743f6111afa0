"""Tells which names of `data/medical_names.txt` and `data/said_together.txt` no source bears out, to be taken off them.

A name of medicine is borne out where it is a term of MeSH 2021 (US National Library of Medicine) or stands in the
abstracts or guidelines of the data folder or in the starter library: adjectives ("renal") and usual phrases ("sodium
restriction") are no headings.
Whether the everyday words beside it mean it is English, and for a reader to judge.

    python training/check_names.py DATA
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from quoth.bench.collections import abstracts, pubmedqa_abstracts
from quoth.text import match_tokens, stem

LISTS = Path(__file__).parent.parent / "src" / "quoth" / "data"


def key(words: str) -> str:
    """The stems of a name, by which it is compared."""
    return " ".join(stem(token.form) for token in match_tokens(words))


def names_of(file: Path) -> Iterator[tuple[str, ...]]:
    """What stands behind the colon, line by line."""
    for line in file.read_text(encoding="utf-8").splitlines():
        said, colon, meant = line.partition(": ")
        if colon and not said.startswith("#") and " = " not in said:
            yield tuple(meant.split(", "))


def mesh_terms(data: Path) -> set[str]:
    """Every heading and entry term, and those with a comma the right way round too."""
    with gzip.open(data / "mesh" / "mesh2021_terms_trees.tsv.gz", "rt", encoding="utf-8") as lines:
        terms = {term for line in lines for term in line.split("\t")[1:3]}
    return {key(term) for term in terms} | {key(" ".join(reversed(term.split(", ")))) for term in terms}


def used(names: set[str], data: Path) -> set[str]:
    """Those of the names that abstracts, guidelines or the starter library write."""
    longest = max(len(name.split()) for name in names)
    found: set[str] = set()
    for text in _texts(data):
        stems = [stem(token.form) for token in match_tokens(text)]
        for size in range(1, longest + 1):
            found |= names & {" ".join(stems[at : at + size]) for at in range(len(stems) - size + 1)}
    return found


def _texts(data: Path) -> Iterator[str]:
    yield from (document.text for document in abstracts(data))
    yield from (document.text for document in pubmedqa_abstracts(data))
    with gzip.open(data / "ngc_guidelines" / "guidelines_open.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (" ".join(map(str, json.loads(line).values())) for line in lines)
    yield from (pack.read_text(encoding="utf-8") for pack in sorted((LISTS / "packs").glob("*.yaml")))


def main() -> None:
    """Print, for each list, how many lines and names are borne out by what, and the names that are not."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    lists = {name: list(names_of(LISTS / name)) for name in ("medical_names.txt", "said_together.txt")}
    terms = mesh_terms(data)
    written = used({key(name) for lines in lists.values() for names in lines for name in names} - terms, data)
    for name, lines in lists.items():
        every = {one for names in lines for one in names}
        in_mesh = {one for one in every if key(one) in terms}
        neither = sorted(one for one in every - in_mesh if key(one) not in written)
        bearing = sum(any(one in in_mesh for one in names) for names in lines)
        counts = f"{len(in_mesh)} in MeSH, {len(every) - len(in_mesh) - len(neither)} in texts, {len(neither)} in none"
        sys.stdout.write(f"{name}: {len(lines)} lines, {bearing} with a term of MeSH; {len(every)} names: {counts}\n")
        sys.stdout.write(f"  {', '.join(neither)}\n")


if __name__ == "__main__":
    main()
