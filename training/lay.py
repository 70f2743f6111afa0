# ruff: noqa: T201 - a script prints its figures
"""Train the model of descriptions and measure it: `python training/lay.py [--out FILE]`. See README.md here.

It learns from `lay_lines.txt`, pieces of descriptions, and from the paraphrases in `bench/samples`, which are read as
soon as their first figure is known. The figure that tells how it fares with words it has not seen is that of leaving
each of these hundreds out in turn: how often its own illness is among the likeliest one to four.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from logistic import fitted

from quoth.search.lay_features import features_of
from quoth.search.lay_model import LayModel, pack_lay, unpack_lay

__all__ = ["TOPICS", "hundreds", "own_lines", "places", "train"]

Said = tuple[str, int]
"""What is said, and the place of the illness among the headings."""
TOPICS = (
    "acute-otitis-media",
    "chronic-low-back-pain",
    "depression-adults",
    "hypertension",
    "knee-osteoarthritis",
    "migraine-prevention",
    "patellofemoral-pain",
    "plantar-heel-pain",
    "smoking-cessation",
    "type-2-diabetes",
    "urinary-tract-infection-women",
)
"""The packs, in the order of the first headings."""
_SETS = ("first", "fifth", "fourth", "second", "sixth", "third")
_L2 = 0.15
_ITERATIONS = 60
_OTHERS_COUNT = 3
"""How often a piece on an illness without a pack counts: there are few of each, and they must not be drowned."""
_SEEN_OFTEN = 2
"""Pairs and pieces of words that are seen only once are left out; single words are not."""
_WEIGHTY = 0.2
"""A weight that does not reach this is left out of the file."""
_TRAINED_ON = "descriptions written for quoth (training/lay_lines.txt, bench/samples/lay-paraphrases*.yaml)"
_HERE = Path(__file__).parent


def main() -> None:
    """Measure by leaving out, train on everything, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("src/quoth/data/lay.model"))
    parser.add_argument("--without", action="append", default=[], help="a hundred that is not learned from")
    parser.add_argument("--measure", action="store_true", help="leave each hundred out in turn")
    options = parser.parse_args()
    names, lines = own_lines()
    asked = hundreds()
    if options.measure:
        for left_out, said in asked.items():
            model = _kept(train(names, [*lines, *(one for name in asked if name != left_out for one in asked[name])]))
            print(f"{left_out}: {_shares(model, said)}")
    learned = [one for name in asked if name not in options.without for one in asked[name]]
    data = pack_lay(train(names, [*lines, *learned]), trained_on=_TRAINED_ON)
    print(f"{len(lines)} pieces, {len(learned)} questions, {len(unpack_lay(data).weights)} features, {len(data)} bytes")
    options.out.write_bytes(data)


def own_lines() -> tuple[tuple[tuple[str, ...], ...], list[Said]]:
    """The names of each illness, and the pieces of its descriptions."""
    names: list[tuple[str, ...]] = []
    said: list[Said] = []
    for line in (_HERE / "lay_lines.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            names.append(tuple(line.strip("[]").split(", ")))
        elif line and not line.startswith("#"):
            times = 1 if len(names) <= len(TOPICS) else _OTHERS_COUNT
            said += [(piece.strip(), len(names) - 1) for piece in line.split(" | ")] * times
    return tuple(names), said


def hundreds() -> dict[str, list[Said]]:
    """The paraphrases of the bench that are learned from, by set; later sets tell what the model is worth."""
    folder = _HERE.parent / "bench" / "samples"
    return {name: list(_of(folder / f"lay-paraphrases{'' if name == 'first' else f'-{name}'}.yaml")) for name in _SETS}


def _of(file: Path) -> Iterator[Said]:
    for pack, texts in yaml.safe_load(file.read_text(encoding="utf-8")).items():
        yield from ((text, TOPICS.index(pack)) for text in texts)


def train(names: tuple[tuple[str, ...], ...], said: Sequence[Said]) -> LayModel:
    """A multinomial logistic model of the features' presence, each piece scaled to length 1."""
    rows = [sorted(features_of(text)) for text, _ in said]
    seen = Counter(one for row in rows for one in row)
    known = sorted(one for one, n in seen.items() if n >= _SEEN_OFTEN or not {" ", "+", "#"} & set(one))
    place = {one: i for i, one in enumerate(known)}
    weights = fitted(
        [[place[one] for one in row if one in place] for row in rows],
        [label for _, label in said],
        features=len(known),
        classes=len(names),
        l2=_L2,
        iterations=_ITERATIONS,
    )
    return _kept(LayModel(names, {one: dict(enumerate(weights[i])) for one, i in place.items()}))


def _kept(model: LayModel) -> LayModel:
    weights = {
        one: {place: float(weight) for place, weight in row.items() if abs(weight) >= _WEIGHTY}
        for one, row in model.weights.items()
    }
    return LayModel(model.names, {one: row for one, row in weights.items() if row})


def places(model: LayModel, said: Sequence[Said]) -> list[int]:
    """Of each, how many illnesses of packs are likelier than its own."""
    found = []
    for text, label in said:
        chances = model.read(features_of(text))[: len(TOPICS)]
        found.append(sum(chance > chances[label] for chance in chances) if chances else len(TOPICS))
    return found


def _shares(model: LayModel, said: Sequence[Said]) -> str:
    at = places(model, said)
    return ", ".join(f"{n}: {sum(place < n for place in at) / len(at):.3f}" for n in (1, 2, 3, 4))


if __name__ == "__main__":
    sys.exit(main())
