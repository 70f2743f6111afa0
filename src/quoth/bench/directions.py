"""Direction of effect on the sentences that annotators marked (Evidence Inference v2, development half)."""

from dataclasses import dataclass

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.training_scripts import training_script

__all__ = ["Parameters", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which half, below the data folder."""

    file: str = "splits/evidence_inference_v2.jsonl.gz"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Macro-F1 over up, down and no difference, and how far the two labels of a page can be trusted."""
    script = training_script(bench.places.repository, "direction_eval")
    found = script.measure_direction(bench.places.data / parameters.file)
    unseen = script.measure_direction(bench.places.data / parameters.file, held_out=True)
    learned = training_script(bench.places.repository, "direction").measure_learned(bench.places.data)
    return Measured(
        (
            Measurement("macro_f1", found.macro_f1, n=found.pairs),
            Measurement("answered_share", found.answered_share, n=found.pairs),
            Measurement("no_difference_precision", found.no_difference_precision),
            Measurement("no_difference_recall", found.no_difference_recall),
            Measurement("shown_no_difference_precision", found.shown_no_difference_precision),
            Measurement("shown_no_difference_recall", found.shown_no_difference_recall),
            Measurement("shown_difference_precision", found.shown_difference_precision),
            Measurement("shown_difference_recall", found.shown_difference_recall),
            Measurement("unseen_no_difference_precision", unseen.shown_no_difference_precision, n=unseen.pairs),
            Measurement("unseen_no_difference_recall", unseen.shown_no_difference_recall, n=unseen.pairs),
            Measurement("unseen_difference_precision", unseen.shown_difference_precision, n=unseen.pairs),
            Measurement("unseen_difference_recall", unseen.shown_difference_recall, n=unseen.pairs),
            Measurement("learned_macro_f1", learned.pairs_macro_f1, n=learned.pairs),
            Measurement("learned_side_right", learned.side_right, n=learned.pairs),
            Measurement("learned_agreed_macro_f1", learned.prompts_macro_f1, n=learned.prompts),
            Measurement("learned_agreed_none_precision", learned.none_precision, n=learned.prompts),
        ),
        (
            "The rules see the marked span alone; many spans are rows of tables, which say no direction in words.",
            "The learned reading knows the prompt, is cross-validated, and is on no page (decision 0100).",
        ),
    )
