# ruff: noqa: T201 - a script prints its figures
"""Train the model of which condition a question speaks of: `python training/conditions.py DATA [--without KEY…]`.

It learns from questions of the keys to the starter library that have been seen, from the packs' own words, from
descriptions (`lay.py`) and, for what is none of the packs' conditions, from names of illnesses and of parts of the
body in MeSH and questions to the open guidelines. Names of treatments are left out: what they are for is known.
A key that is named behind `--without` is not learned from, so that what it tells of the model is of questions unseen.
"""

import argparse
import gzip
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from lay import TOPICS, Said, hundreds, own_lines
from logistic import fitted

from quoth.bench.answer_key import load_answer_key
from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind
from quoth.search.lay_features import features_of
from quoth.search.lay_model import LayModel, pack_lay
from quoth.search.likely import ANOTHER

__all__ = ["train"]

_ROOT = Path(__file__).parent.parent
_PACKS = _ROOT / "src" / "quoth" / "data" / "packs"
_KEYS = ("answer_key", "fresh_key", *(f"fresh_key_{number}" for number in range(2, 11)))
_OPEN_KEYS = ("development", "blind", "blind_second")
"""Keys to the open guidelines that weights have been learned from before; no others may be."""
_BRANCHES = ("C", "F01", "F03", "A01", "A02", "A04", "A05", "A09", "A10", "A14")
_ASKED_AS = ("{}", "my {}?", "does it help {}", "for {}: any use?")
_NAMES_MAX = 6
_L2, _ITERATIONS, _SEEN_OFTEN, _WEIGHTY = 0.1, 60, 2, 0.2
_NONE = len(TOPICS)
_TRAINED_ON = (
    "questions, packs and descriptions written for quoth; names of illnesses and parts of the body of MeSH 2021"
)


def main() -> None:
    """Train and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=_ROOT / "src" / "quoth" / "data" / "conditions.model")
    parser.add_argument("--without", action="append", default=[], help="a key that is not learned from")
    options = parser.parse_args()
    packs = {topic: yaml.safe_load((_PACKS / f"{topic}.yaml").read_text(encoding="utf-8")) for topic in TOPICS}
    medicines = yaml.safe_load((_PACKS / "medicines.yaml").read_text(encoding="utf-8"))
    lexicon = Lexicon.build(
        Concept(
            one["name"],
            ConceptKind(one["kind"]),
            lay=tuple(one.get("lay") or ()),
            clinical=tuple(one.get("clinical") or ()),
        )
        for pack in (*packs.values(), medicines)
        for one in pack["concepts"]
    )
    said = [*_asked(options.without), *_of_packs(packs), *_described(), *_of_guidelines()]
    bare = [(_without_treatments(text, lexicon), label) for text, label in said]
    heard = [one for one in bare if features_of(one[0])] + list(_of_mesh(options.data, lexicon))
    model = train(tuple((packs[topic]["condition"],) for topic in TOPICS), heard)
    data = pack_lay(model, trained_on=_TRAINED_ON)
    print(f"{len(heard)} pieces, {len(model.weights)} features, {len(data)} bytes")
    options.out.write_bytes(data)


def train(names: tuple[tuple[str, ...], ...], said: Sequence[Said]) -> LayModel:
    """A multinomial logistic model of the features' presence, each piece scaled to length 1."""
    rows = [sorted(features_of(text)) for text, _ in said]
    seen = Counter(one for row in rows for one in row)
    place = {one: number for number, one in enumerate(sorted(one for one, n in seen.items() if n >= _SEEN_OFTEN))}
    weights = fitted(
        [[place[one] for one in row if one in place] for row in rows],
        [label for _, label in said],
        features=len(place),
        classes=len(names) + 1,
        l2=_L2,
        iterations=_ITERATIONS,
    )
    kept = {
        one: {label: float(weight) for label, weight in enumerate(weights[number]) if abs(weight) >= _WEIGHTY}
        for one, number in place.items()
    }
    return LayModel((*names, (ANOTHER,)), {one: row for one, row in kept.items() if row})


def _asked(without: Sequence[str]) -> Iterator[Said]:
    """Questions of the keys; what is beyond the library is about none of its conditions."""
    for key in _KEYS:
        if key not in without:
            for one in load_answer_key(_ROOT / "tests" / "acceptance" / key):
                yield one.question, TOPICS.index(one.pack) if one.pack in TOPICS else _NONE


def _of_packs(packs: dict[str, dict]) -> Iterator[Said]:  # type: ignore[type-arg]  # as YAML gives it
    """What the packs ask, name and say, each piece by itself."""
    for label, pack in enumerate(packs.values()):
        texts = list(pack.get("common_questions") or ())
        for one in pack["concepts"]:
            lay, clinical = one.get("lay") or (), one.get("clinical") or ()
            if one["kind"] == ConceptKind.CONDITION:
                texts += [one["name"], *lay, *clinical, *(one.get("descriptions") or ())]
            else:
                texts.append(" , ".join((one["name"], *lay[:_NAMES_MAX], *clinical[:_NAMES_MAX])))
        for record in pack["records"]:
            told = [*(record.get("key_results") or ()), *(record.get("recommendations") or ())]
            told += [record["conclusion"]] if record.get("conclusion") else []
            texts += [record["title"], *(text for one in told for text in (one["text"], one.get("plain")) if text)]
        yield from ((text, label) for text in texts)


def _described() -> Iterator[Said]:
    """Pieces of descriptions, and the hundreds that have been seen."""
    yield from ((text, min(label, _NONE)) for text, label in own_lines()[1])
    yield from (one for hundred in hundreds().values() for one in hundred)


def _of_guidelines() -> Iterator[Said]:
    """Questions to guidelines on other illnesses."""
    for name in _OPEN_KEYS:
        file = _ROOT / "tests" / "acceptance" / "open_key" / f"{name}.yaml"
        yield from ((one["question"], _NONE) for one in yaml.safe_load(file.read_text(encoding="utf-8"))["questions"])


def _of_mesh(data: Path, lexicon: Lexicon) -> Iterator[Said]:
    """Every second heading for an illness, a behaviour or a part of the body that names no condition of the packs."""
    with gzip.open(data / "mesh" / "mesh2021_terms_trees.tsv.gz", "rt", encoding="utf-8") as lines:
        next(lines)
        rows = (line.split("\t") for line in lines)
        headings = {heading.lower() for _, heading, _, place, _ in rows if place.startswith(_BRANCHES)}
    drawn = [one for one in sorted(headings) if one.count(" ") <= 2 and "," not in one and _is_drawn(one)]
    known = (one for one in drawn if all(m.concept.kind is not ConceptKind.CONDITION for m in lexicon.mentions(one)))
    yield from ((_ASKED_AS[number % len(_ASKED_AS)].format(one), _NONE) for number, one in enumerate(known))


def _is_drawn(heading: str) -> bool:
    return hashlib.sha256(heading.encode()).digest()[-1] % 2 == 0


def _without_treatments(text: str, lexicon: Lexicon) -> str:
    for one in lexicon.mentions(text):
        if one.concept.kind is ConceptKind.INTERVENTION:
            text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


if __name__ == "__main__":
    sys.exit(main())
