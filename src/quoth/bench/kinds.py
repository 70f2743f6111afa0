"""What kind of thing consumers ask for, against GARD's types (development half, for measuring only)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.statistics import mean_with_interval
from quoth.bench.training_scripts import training_script
from quoth.lexicon import Lexicon
from quoth.model import QuestionKind
from quoth.search import understand
from quoth.search.kind_model import load_kinds

__all__ = ["Parameters", "measure"]

_ABOUT_TREATMENT = frozenset(
    {
        QuestionKind.TREATMENT,
        QuestionKind.DOSE,
        QuestionKind.PREVENTION,
        QuestionKind.HARM,
        QuestionKind.TIMING,
    }
)
"""GARD's "Management" holds all of these."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """Nothing to choose."""


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """The share read right by the shipped model, by the whole reading of a question, and cross-validated."""
    del parameters
    script = training_script(bench.places.repository, "kinds")
    asked = script.gard(bench.places.data)
    model = load_kinds()
    by_model = [model.read(text)[0] is kind for text, kind in asked]
    said = [(kind, _understood(text)) for text, kind in asked]
    spoken = [read is kind for kind, read in said if read is not QuestionKind.OTHER]
    by_kind = [
        Measurement(f"f1_{kind.value}", _f1(kind, [(true, model.read(text)[0]) for text, true in asked]))
        for kind in script.KINDS
    ]
    return Measured(
        (
            mean_with_interval("right", list(map(float, by_model)), seed=bench.seed),
            *by_kind,
            Measurement("cross_validated", script.cross_validated(asked), n=len(asked)),
            Measurement("understood_right", sum(spoken) / max(1, len(spoken)), n=len(spoken)),
            Measurement("understood_share", len(spoken) / len(asked), n=len(asked)),
        ),
        (
            "Six types of GARD are mapped onto five kinds (training/kinds.py), the others left out.",
            "The questions were looked at while our own were written, so the figure is not blind.",
        ),
    )


def _understood(text: str) -> QuestionKind:
    """The kind that an answer would say it understood, where no word of the question is known."""
    none: Callable[[Sequence[str]], tuple[int, ...]] = lambda words: tuple(0 for _ in words)  # noqa: E731
    kind = understand(text, Lexicon.build(()), frequency=none, n_units=1_000).kind
    return QuestionKind.TREATMENT if kind in _ABOUT_TREATMENT else kind


def _f1(kind: QuestionKind, pairs: Sequence[tuple[QuestionKind, QuestionKind]]) -> float:
    right = sum(true is kind and read is kind for true, read in pairs)
    return 2 * right / max(1, sum(true is kind for true, _ in pairs) + sum(read is kind for _, read in pairs))
