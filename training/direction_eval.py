"""How well the direction rules read the sentences that annotators marked (Evidence Inference v2).

The set gives, for an intervention, a comparator and an outcome, whether the outcome went up, down or did not differ,
and the span that shows it. The rules see the span alone. Run: `python training/direction_eval.py
PATH/evidence_inference_v2.jsonl.gz`.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from role_data import is_held_out

from quoth.evidence.study.direction import Movement, direction, movement
from quoth.model import Direction

__all__ = ["DirectionFigures", "measure_direction"]


@dataclass(frozen=True, slots=True)
class DirectionFigures:
    """Figures over distinct (prompt, span) pairs. F1 and precision lie between 0 and 1."""

    pairs: int
    macro_f1: float
    answered_share: float
    no_difference_precision: float
    no_difference_recall: float
    shown_no_difference_precision: float
    """Of what a reader sees as "reports no significant difference"."""
    shown_no_difference_recall: float
    shown_difference_precision: float
    """Of what a reader sees as "reports a difference", whichever side it favours."""
    shown_difference_recall: float


def measure_direction(path: Path, *, held_out: bool | None = None) -> DirectionFigures:
    """Read the spans with the rules and compare with what the annotators said.

    `held_out` keeps to the fifth of the articles, by the hash of their ids, that the rules were not written on (or to
    the other four); `None` reads all.
    """
    pairs = list(_pairs(path, held_out))
    seen: Counter[tuple[str, str]] = Counter()
    shown: Counter[tuple[str, bool]] = Counter()
    for label, span in pairs:
        read = movement(span)
        seen[label, read.value if read else "none"] += 1
        shown[_SHOWN[direction(span)], label == Movement.NONE.value] += 1
    labels = [kind.value for kind in Movement]
    f1 = [_f1(seen, label) for label in labels]
    none = Movement.NONE.value
    said_none = sum(seen[label, none] for label in labels)
    were_none = sum(count for (label, _), count in seen.items() if label == none)
    answered = sum(count for (_, read), count in seen.items() if read != "none")
    return DirectionFigures(
        len(pairs),
        sum(f1) / len(f1),
        answered / max(1, len(pairs)),
        seen[none, none] / max(1, said_none),
        seen[none, none] / max(1, were_none),
        shown["none", True] / max(1, shown["none", True] + shown["none", False]),
        shown["none", True] / max(1, were_none),
        shown["some", False] / max(1, shown["some", True] + shown["some", False]),
        shown["some", False] / max(1, len(pairs) - were_none),
    )


# One label goes by two wordings in the files.
_LABELS = {"significantly increase": Movement.UP.value, "significantly decrease": Movement.DOWN.value}
_SHOWN = {
    Direction.NO_DIFFERENCE: "none",
    Direction.DIFFERENCE: "some",
    Direction.FAVOURS_INTERVENTION: "some",
    Direction.FAVOURS_COMPARATOR: "some",
    Direction.UNCLEAR: "open",
}


def _f1(seen: Counter[tuple[str, str]], label: str) -> float:
    right = seen[label, label]
    said = sum(count for (_, read), count in seen.items() if read == label)
    were = sum(count for (truth, _), count in seen.items() if truth == label)
    return 2 * right / max(1, said + were)


def _pairs(path: Path, held_out: bool | None) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            prompt = json.loads(line)
            if held_out is not None and held_out is not is_held_out(prompt["PMCID"]):
                continue
            spans = {
                (_LABELS.get(n["label"], n["label"]), " ".join(n["evidence"].split())) for n in prompt["annotations"]
            }
            yield from sorted(pair for pair in spans if pair[0] in {kind.value for kind in Movement} and pair[1])


if __name__ == "__main__":
    for part in (None, False, True):
        print(part, measure_direction(Path(sys.argv[1]), held_out=part))  # noqa: T201 - a script's output
