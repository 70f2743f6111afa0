"""The trap suite: every class of false quotation is set as data, and the checker names it. See tests/spec/traps."""

import os
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.spec.traps.case import Group, Judged, Kind, judge
from tests.spec.traps.kinds import KINDS
from tests.spec.traps.material import NEEDS, Material, load_material

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("QUOTH_DATA", ROOT.parent / "shared" / "data"))
LEAST = 20
FEW = 300
"""Texts of each kind that the quick run reads; the benchmark `traps` reads all of them."""
CLEAN_REFUSED_AT_MOST = 0.02
MOST_MISSED = {Group.BYTES: 0.0, Group.MEANING: 0.05, Group.LAWFUL: CLEAN_REFUSED_AT_MOST}


@cache
def judged(kind: Kind, *, with_data: bool) -> tuple[Judged, ...]:
    """All cases of a kind, checked."""
    material = some_material() if with_data else Material()
    return tuple(judge(kind, one) for one in kind.make(material, Random(kind.name)))


@cache
def some_material() -> Material:
    """The first texts of each file of the shared data."""
    return load_material(DATA, FEW)


def needs_data() -> None:
    """Skip where the real texts are not at hand."""
    missing = [name for name in NEEDS if not (DATA / name).exists()]
    if missing:
        pytest.skip(f"real data is missing: {', '.join(missing)} (set QUOTH_DATA)")


def all_caught(kind: Kind, *, with_data: bool) -> None:
    """What is changed byte by byte is always found, of the rest nearly all; what is lawful passes."""
    cases = judged(kind, with_data=with_data)
    missed = [case.name for case in cases if not case.caught]

    assert cases
    assert len(missed) <= MOST_MISSED[kind.group] * len(cases), missed


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.needs_texts], ids=lambda kind: kind.name)
def test_a_hand_written_trap_is_caught(kind: Kind) -> None:
    """Each fault that changes what a source says is named by the kind of fault that it is."""
    all_caught(kind, with_data=False)


@pytest.mark.data
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_trap_in_real_texts_is_caught(kind: Kind) -> None:
    """The same among the sentences that authors write."""
    needs_data()
    all_caught(kind, with_data=True)


@pytest.mark.data
def test_every_kind_has_cases_enough() -> None:
    """A catch rate over a handful says nothing."""
    needs_data()
    few = {kind.name: len(judged(kind, with_data=True)) for kind in KINDS}

    assert not {name: count for name, count in few.items() if count < LEAST}


def test_kinds_have_names_of_their_own() -> None:
    """Figures go by name."""
    assert len({kind.name for kind in KINDS}) == len(KINDS)


@pytest.mark.data
def test_honest_pages_pass() -> None:
    """A checker that refuses sound pages would soon be switched off: at most one in fifty of the clean twins."""
    needs_data()
    twins = [case for kind in KINDS for case in judged(kind, with_data=True) if case.clean is not None]

    refused = [case.name for case in twins if case.clean_refused]

    assert len(twins) > 500
    assert len(refused) <= CLEAN_REFUSED_AT_MOST * len(twins), refused
