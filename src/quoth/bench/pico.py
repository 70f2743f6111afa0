"""What a trial did and to whom, as its abstract words it, against annotators (EBM-NLP, expert test set)."""

from dataclasses import dataclass

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.training_scripts import training_script

__all__ = ["Parameters", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which files, below the data folder. The phrases were written on `written_on`."""

    file: str = "ebm_nlp/scibert_ebmnlp_test.conll.txt"
    written_on: str = "ebm_nlp/scibert_ebmnlp_dev.conll.txt"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Shares of reports whose first three interventions hold a marked one, and whose spans meet marked ones."""
    script = training_script(bench.places.repository, "pico_eval")
    found = script.measure_pico(bench.places.data / parameters.file)
    seen = script.measure_pico(bench.places.data / parameters.written_on)
    return Measured(
        (
            Measurement("intervention_top3", found.intervention_top3, n=found.reports),
            Measurement("population_found", found.population_found, n=found.reports),
            Measurement("population_precision", found.population_precision),
            Measurement("outcome_precision", found.outcome_precision),
            Measurement("comparator_share", found.comparator_share, n=found.reports),
            Measurement("written_on_intervention_top3", seen.intervention_top3, n=seen.reports),
        ),
        (
            "Two spans are the same when the content words of one are among those of the other; population and outcome "
            "meet a marked span when they share half of the content words of the shorter. Reports without a marked "
            "intervention are left out.",
        ),
    )
