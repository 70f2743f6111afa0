"""Sentence roles on the abstracts that training held out by the hash of their id.

Headings are printed for readers: many journals print the aim under "Background". The figures are taken over labels that
`training/role_labels.py` cleaned by four rules that look at no model; `printed_` figures take the headings at their
word.
"""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.training_scripts import training_script
from quoth.evidence import RoleModel, load_roles
from quoth.model import SectionRole

__all__ = ["Parameters", "f1_by_role", "measure", "weighted_f1"]

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
    """F1 by role and weighted by how often each occurs, over sentences whose label leaves one role."""
    del parameters
    data = training_script(bench.places.repository, "role_data")
    model = load_roles()
    held_out = [a for a in data.labelled_sections(bench.places.data) if data.is_held_out(a.id)]
    printed = [a for a in data.labelled_sections(bench.places.data, as_printed=True) if data.is_held_out(a.id)]
    began = time.perf_counter()
    read = sum(len(model.label(abstract.sentences)) for abstract in held_out)
    seconds = time.perf_counter() - began
    seen, as_printed = _seen(held_out, model, data.ROLES), _seen(printed, model, data.ROLES)
    by_role = f1_by_role(seen)
    others = {"scifact": data.scifact, "ebm_nlp": data.ebm_nlp, "pubmedqa": data.pubmedqa}
    return Measured(
        (
            Measurement("weighted_f1", weighted_f1(seen), n=seen.total()),
            *(Measurement(f"f1_{role.value}", *_figure(by_role[role])) for role in ROLES),
            Measurement("findings_precision", _findings_precision(seen), n=seen.total()),
            Measurement("findings_no_findings", _aims_offered(as_printed), n=as_printed.total()),
            Measurement("printed_weighted_f1", weighted_f1(as_printed), n=as_printed.total()),
            Measurement("printed_f1_conclusion", *_figure(f1_by_role(as_printed)[SectionRole.CONCLUSION])),
            *(
                Measurement(f"{name}_weighted_f1", weighted_f1(found), n=found.total())
                for name, load in others.items()
                for found in (_seen([a for a in load(bench.places.data) if data.is_held_out(a.id)], model, data.ROLES),)
            ),
            Measurement("sentences_per_s", read / seconds if seconds else 0.0),
        ),
        (
            f"{read:,} sentences of {len(held_out):,} abstracts, headings hidden; those whose label leaves two roles "
            "are not counted.",
        ),
    )


def weighted_f1(seen: Counter[tuple[SectionRole, SectionRole]]) -> float:
    """F1 of each role, weighted by how often it occurs, from counts of (true, read)."""
    return sum(f1 * n for f1, n in f1_by_role(seen).values()) / max(1, seen.total())


def _seen(
    abstracts: Sequence[Any], model: RoleModel, roles: Sequence[SectionRole]
) -> Counter[tuple[SectionRole, SectionRole]]:
    """How often each role was read as which, where the label leaves one."""
    return Counter(
        (roles[min(allowed)], label.role)
        for abstract in abstracts
        for label, allowed in zip(model.label(abstract.sentences), abstract.allowed, strict=True)
        if len(allowed) == 1
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


def _aims_offered(seen: Counter[tuple[SectionRole, SectionRole]]) -> float:
    """Of the sentences read as findings, the share that are aims or background."""
    offered = {SectionRole.RESULTS, SectionRole.CONCLUSION}
    said = sum(n for (_, read), n in seen.items() if read in offered)
    wrong = {SectionRole.BACKGROUND, SectionRole.OBJECTIVE}
    return sum(n for (truth, read), n in seen.items() if read in offered and truth in wrong) / max(1, said)


def _figure(scored: tuple[float, int]) -> tuple[float, None, None, int]:
    return scored[0], None, None, scored[1]
