# ruff: noqa: T201 - a script prints its figures
"""Train the model of question kinds and measure it: `python training/kinds.py DATA [--out FILE]`. See README.md here.

It learns from `kind_questions.txt`, questions of our own, and from nothing else. GARD's questions, whose licence is not
stated, measure it: six of their types are mapped onto our five kinds, the others ask for people, for anything at all,
or for what lies between two kinds. The cross-validated figure learns from GARD as well and ships nowhere.
"""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from logistic import fitted

from quoth.model import QuestionKind
from quoth.search.kind_features import features_of
from quoth.search.kind_model import KindModel, pack_kinds, unpack_kinds

__all__ = ["GARD_TYPES", "KINDS", "accuracy", "cross_validated", "gard", "own_questions", "train"]

Asked = tuple[str, QuestionKind]
KINDS = (
    QuestionKind.TREATMENT,
    QuestionKind.DIAGNOSIS,
    QuestionKind.PROGNOSIS,
    QuestionKind.CAUSE,
    QuestionKind.SIGNS,
)
GARD_TYPES = {
    "Management": QuestionKind.TREATMENT,
    "Diagnosis": QuestionKind.DIAGNOSIS,
    "Prognosis": QuestionKind.PROGNOSIS,
    "Cause": QuestionKind.CAUSE,
    "Susceptibility": QuestionKind.CAUSE,
    "Manifestation": QuestionKind.SIGNS,
}
"""Left out: Information, PersonOrg, Other, NotDisease, Anatomy; OtherEffect and Complication, which lie between two."""
SEED = 20261126
"""Nothing is drawn at random; the number names the training run and is kept in the file."""
_L2 = 0.02
_ITERATIONS = 150
_FOLDS = 5
_OTHERS_COUNT = 3
"""In cross-validation, how often a question of GARD counts beside one of ours."""
_WEIGHTY = 0.3
"""A feature none of whose weights reaches this is left out of the file."""
_TRAINED_ON = "questions written for quoth (training/kind_questions.txt)"


def main() -> None:
    """Train, write the file, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with gard/")
    parser.add_argument("--out", type=Path, default=Path("src/quoth/data/kinds.model"))
    options = parser.parse_args()
    own, others = own_questions(), gard(options.data)
    data = pack_kinds(_shortened(train(own)), seed=SEED, trained_on=_TRAINED_ON)
    model = unpack_kinds(data)
    print(f"{len(own)} questions, {len(model.weights)} features, {len(data)} bytes")
    print(f"GARD: {accuracy(model, others):.4f} of {len(others)} right")
    print(f"GARD, cross-validated over {_FOLDS} folds, for measuring only: {cross_validated(others):.4f}")
    options.out.write_bytes(data)


def own_questions() -> list[Asked]:
    """Our questions; words that ask for a kind stand in each of the sentences around."""
    asked: list[Asked] = []
    words: list[Asked] = []
    around: list[str] = []
    kind = ""
    for line in (Path(__file__).parent / "kind_questions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif kind == "around" and line:
            around.append(line)
        elif line.startswith("WORDS "):
            words += [(word.strip(), QuestionKind(kind)) for word in line.removeprefix("WORDS ").split("|")]
        elif line and not line.startswith("#"):
            asked.append((line, QuestionKind(kind)))
    return asked + [(sentence.replace("...", word), kind) for word, kind in words for sentence in around]


def gard(data: Path) -> list[Asked]:
    """The questions of GARD whose type is one of our kinds."""
    rows = (data / "gard" / "gard_dev.tsv").read_text(encoding="utf-8").splitlines()[1:]
    pairs = (row.split("\t", 1) for row in rows if "\t" in row)
    return [(text, GARD_TYPES[name]) for name, text in pairs if name in GARD_TYPES]


def train(asked: Sequence[Asked]) -> KindModel:
    """A multinomial logistic model of the features' presence, each question scaled to length 1."""
    rows = [sorted(features_of(text)) for text, _ in asked]
    names = sorted({name for row in rows for name in row})
    place = {name: i for i, name in enumerate(names)}
    weights = fitted(
        [[place[name] for name in row] for row in rows],
        [KINDS.index(kind) for _, kind in asked],
        features=len(names),
        classes=len(KINDS),
        l2=_L2,
        iterations=_ITERATIONS,
    )
    return KindModel(KINDS, {name: tuple(map(float, weights[i])) for name, i in place.items()})


def accuracy(model: KindModel, asked: Sequence[Asked]) -> float:
    """The share of questions whose kind is read right."""
    return sum(model.read(text)[0] is kind for text, kind in asked) / len(asked)


def cross_validated(asked: Sequence[Asked]) -> float:
    """The same, each fifth (by hash) read by a model of our questions and the other four fifths."""
    right = 0.0
    for fold in range(_FOLDS):
        rest = [one for one in asked if _fold(one[0]) != fold]
        here = [one for one in asked if _fold(one[0]) == fold]
        right += accuracy(train([*own_questions(), *(rest * _OTHERS_COUNT)]), here) * len(here)
    return right / len(asked)


def _fold(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") % _FOLDS


def _shortened(model: KindModel) -> KindModel:
    kept = {name: row for name, row in model.weights.items() if max(map(abs, row)) >= _WEIGHTY}
    return KindModel(model.kinds, kept)


if __name__ == "__main__":
    sys.exit(main())
