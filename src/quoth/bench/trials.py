"""Randomised trials told from title and abstract alone, against publication types and a set of trials."""

from dataclasses import dataclass

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.training_scripts import training_script

__all__ = ["Parameters", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Nothing to choose: the three sets are named in `training/trial_eval.py`."""


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Precision and recall on MEDLINE and Ovid, recall on Evidence Inference, plans of trials counted and not."""
    script = training_script(bench.places.repository, "trial_eval")
    figures: list[Measurement] = []
    for name in ("medline", "ovid", "evidence_inference"):
        found = script.measure_trials(getattr(script, name)(bench.places.data))
        if name != "evidence_inference":
            figures.append(Measurement(f"{name}_precision", found.precision, n=found.records))
        figures.append(Measurement(f"{name}_recall", found.recall, n=found.trials))
        figures.append(Measurement(f"{name}_recall_with_plans", found.recall_with_plans, n=found.trials))
    return Measured(tuple(figures), ("Publication types are hidden; where a record has them, quoth goes by them.",))
