"""Sentence roles on the abstracts that training held out by the hash of their id."""

import time
from collections import Counter
from dataclasses import dataclass

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.training_scripts import training_script
from quoth.evidence import load_roles
from quoth.model import SectionRole

__all__ = ["Parameters", "f1_by_role", "measure"]

ROLES = (
    SectionRole.BACKGROUND,
    SectionRole.OBJECTIVE,
    SectionRole.METHODS,
    SectionRole.RESULTS,
    SectionRole.CONCLUSION,
)


@dataclass(frozen=True, slots=True)
class Parameters:
    """Nothing to choose: the held-out fifth is the same for ever."""


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """F1 by role and weighted by how often each occurs, over sentences whose section has one role."""
    del parameters
    data = training_script(bench.places.repository, "role_data")
    model = load_roles()
    held_out = [a for a in data.labelled_sections(bench.places.data) if data.is_held_out(a.id)]
    seen: Counter[tuple[SectionRole, SectionRole]] = Counter()
    read, seconds = 0, 0.0
    for abstract in held_out:
        started = time.perf_counter()
        labels = model.label(abstract.sentences)
        seconds += time.perf_counter() - started
        read += len(labels)
        for label, allowed in zip(labels, abstract.allowed, strict=True):
            if len(allowed) == 1:
                seen[data.ROLES[min(allowed)], label.role] += 1
    by_role = f1_by_role(seen)
    weighted = sum(f1 * n for f1, n in by_role.values()) / max(1, seen.total())
    return Measured(
        (
            Measurement("weighted_f1", weighted, n=seen.total()),
            *(Measurement(f"f1_{role.value}", *_figure(by_role[role])) for role in ROLES),
            Measurement("findings_precision", _findings_precision(seen), n=seen.total()),
            Measurement("sentences_per_s", read / seconds if seconds else 0.0),
        ),
        (f"{read:,} sentences of {len(held_out):,} abstracts, headings hidden; those with two roles are not counted.",),
    )


def f1_by_role(seen: Counter[tuple[SectionRole, SectionRole]]) -> dict[SectionRole, tuple[float, int]]:
    """(F1, how often the role occurs) from counts of (true, read)."""
    found = {}
    for role in ROLES:
        were = sum(n for (truth, _), n in seen.items() if truth is role)
        said = sum(n for (_, read), n in seen.items() if read is role)
        found[role] = (2 * seen[role, role] / max(1, were + said), were)
    return found


def _findings_precision(seen: Counter[tuple[SectionRole, SectionRole]]) -> float:
    """Of the sentences read as findings (results, conclusions), the share that are."""
    offered = {SectionRole.RESULTS, SectionRole.CONCLUSION}
    said = sum(n for (_, read), n in seen.items() if read in offered)
    right = sum(n for (truth, read), n in seen.items() if read in offered and truth in offered)
    return right / max(1, said)


def _figure(scored: tuple[float, int]) -> tuple[float, None, None, int]:
    return scored[0], None, None, scored[1]
