"""Each kind of fault, planted into an honest page, is found; no page, however broken, stops the checker."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoth.check import RULES, verify
from quoth.check.context import read_page
from quoth.check.links import Links
from quoth.errors import BadStoredData, UncitedStatement
from quoth.model import (
    Answer,
    Extent,
    FaultKind,
    Notice,
    NoticeKind,
    Qualifier,
    Quote,
    RenditionId,
    Statement,
    decode,
    encode,
    hash_of_text,
    phrase,
    quote_of,
    to_builtins,
)
from tests.unit.check.factories import Library
from tests.unit.check.honest_page import clean_page
from tests.unit.check.knee_texts import NARROW_TRIAL, TRIAL
from tests.unit.check.planted import PLANTED
from tests.unit.check.planting import LIBRARY, PAGE, Planted, everywhere

K = FaultKind


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.name)
def test_a_planted_fault_is_found(planted: Planted) -> None:
    """Each way of breaking a promise is named by the kind of fault that it is."""
    broken = planted.plant(PAGE)

    verdict = verify(broken, LIBRARY.store)

    assert broken != PAGE
    assert planted.kind in {fault.kind for fault in verdict.faults}


def test_every_kind_of_fault_is_planted_somewhere() -> None:
    """No kind of fault is in the table of rules without a case that shows it."""
    planted = {case.kind for case in PLANTED} | {K.TEXT_OUTDATED}

    assert set(FaultKind) == {kind for rule in RULES for kind in rule.kinds}
    assert set(FaultKind) == planted


def test_every_rule_finds_something_that_is_planted() -> None:
    """A rule that no case needs might as well not be there."""
    idle = set(RULES)
    for case in PLANTED:
        ctx = read_page(case.plant(PAGE), LIBRARY.store, frozenset(), Links(LIBRARY.store))
        idle -= {rule for rule in idle if any(True for _ in rule.find(ctx))}

    assert set() == {rule.find.__qualname__ for rule in idle}


def test_a_text_that_was_replaced_is_found() -> None:
    """A stored answer that quotes an older version of a text is no longer sound."""
    library = Library()
    page = clean_page(library)
    text = library.texts[NARROW_TRIAL]
    newer = replace(
        text, id=RenditionId("abstract-newer"), text="Insoles did not reduce pain.", sentences=(Extent(0, 28),)
    )
    library.store.put_rendition(NARROW_TRIAL, newer)

    verdict = verify(page, library.store)

    assert {K.TEXT_OUTDATED} == {fault.kind for fault in verdict.faults}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (NoticeKind.RETRACTION, K.UNMARKED_RETRACTION),
        (NoticeKind.CONCERN, K.UNMARKED_RETRACTION),
        (NoticeKind.SUPERSEDED, K.UNMARKED_SUPERSEDED),
        (NoticeKind.WITHDRAWN, K.UNMARKED_SUPERSEDED),
        (NoticeKind.DELETED, K.UNMARKED_SUPERSEDED),
        (NoticeKind.CORRECTION, K.DOUBT_DROPPED),
    ],
)
def test_a_notice_that_comes_later_takes_a_stored_page_down(kind: NoticeKind, expected: FaultKind) -> None:
    """A page that was sound when it was made is not, once its source is retracted, replaced or corrected."""
    library = Library()
    page = clean_page(library)
    library.store.put_notices([Notice(kind, library.records[TRIAL].ids, source="PubMed")])

    verdict = verify(page, library.store)

    assert expected in {fault.kind for fault in verdict.faults if fault.statement_id == "s6"}


def _spans(statement: Statement) -> Iterator[Quote]:
    yield statement.quote
    yield from (qualifier.quote for qualifier in statement.qualifiers)


def _with_quote(statement: Statement, at: int, made: Quote) -> Statement:
    if at == 0:
        return replace(statement, quote=made)
    qualifiers = list(statement.qualifiers)
    qualifiers[at - 1] = Qualifier(qualifiers[at - 1].kind, made)
    return replace(statement, qualifiers=tuple(qualifiers))


QUOTES = [(s.id, at) for s in PAGE.statements() for at, _ in enumerate(_spans(s))]
BY_ID = {statement.id: statement for statement in PAGE.statements()}
quick = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(st.sampled_from(QUOTES), st.data())
def test_any_changed_character_is_found(place: tuple[str, int], data: st.DataObject) -> None:
    """One character put in, taken out or exchanged, hash adjusted or not: never missed."""
    id, at = place
    held = list(_spans(BY_ID[id]))[at]
    where = data.draw(st.integers(0, len(held.text) - 1))
    put = data.draw(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=1))
    text = held.text[:where] + put + held.text[where + data.draw(st.integers(0, 1)) :]
    if text == held.text or not text.strip():
        return
    sha256 = hash_of_text(text) if data.draw(st.booleans()) else held.span.sha256
    made = Quote(replace(held.span, sha256=sha256), text)

    verdict = verify(everywhere(PAGE, id, lambda s: _with_quote(s, at, made)), LIBRARY.store)

    assert K.TEXT_CHANGED in {fault.kind for fault in verdict.faults}


@quick
@given(st.sampled_from(QUOTES), st.integers(-60, 60), st.integers(-60, 60))
def test_any_shift_of_offsets_is_found(place: tuple[str, int], by_start: int, by_end: int) -> None:
    """Words that do not stand where they are said to stand are refused, even where the same letters stand again."""
    id, at = place
    held = list(_spans(BY_ID[id]))[at]
    start, end = held.span.start + by_start, held.span.end + by_end
    if (by_start, by_end) == (0, 0):
        return
    made = Quote(replace(held.span, start=start, end=end), held.text)

    verdict = verify(everywhere(PAGE, id, lambda s: _with_quote(s, at, made)), LIBRARY.store)

    assert not verdict.passed


@quick
@given(st.sampled_from([s.id for s in PAGE.statements()]), st.integers(0, 400), st.integers(1, 400))
def test_no_honestly_copied_part_of_a_sentence_passes(id: str, start: int, length: int) -> None:
    """A stretch that is neither a statement nor whole sentences is refused, though every character of it is true."""
    span = BY_ID[id].quote.span
    text = LIBRARY.store.rendition(span.rendition_id).rendition
    end = min(start + length, len(text.text))
    whole = {extent.start for extent in text.sentences}, {extent.end for extent in text.sentences}
    own = {(a.statement.start, a.statement.end) for a in text.annotations}
    if not text.text[start:end].strip() or (start in whole[0] and end in whole[1]) or (start, end) in own:
        return
    made = quote_of(span.record_id, text, Extent(start, end))

    verdict = verify(everywhere(PAGE, id, lambda s: replace(s, quote=made)), LIBRARY.store)

    assert {K.SENTENCE_CUT, K.NUMBER_CUT} & {fault.kind for fault in verdict.faults}


_SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=20), st.just([]), st.just({})
)


def _places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _places(value, (*path, key))
    elif isinstance(node, list | tuple):
        for at, value in enumerate(node):
            yield from _places(value, (*path, at))


TREE = to_builtins(PAGE)
PLACES = [path for path in _places(TREE) if path]


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PLACES), _SCALARS)
def test_a_corrupt_page_is_a_fault_and_never_a_crash(path: tuple[Any, ...], value: Any) -> None:
    """Whatever stands in whatever place of a stored page, the checker says what is wrong with it."""

    def put(node: Any, at: tuple[Any, ...]) -> Any:
        if not at:
            return value
        if isinstance(node, dict):
            return {key: put(held, at[1:]) if key == at[0] else held for key, held in node.items()}
        return [put(held, at[1:]) if place == at[0] else held for place, held in enumerate(node)]

    try:
        broken = decode(msgspec.json.encode(put(TREE, path)), Answer)
    except (BadStoredData, UncitedStatement):  # never reaches the checker
        return

    verify(broken, LIBRARY.store)


@pytest.mark.parametrize(
    "values",
    [
        {"id": 5},
        {"bottom_line": None},
        {"references": ("one",)},
        {"notes": (b"\xff",)},
        {"notes": ("\ud800",)},
        {"research": 7},
        {"newer": (None,)},
        {"question": "What helps?"},
        {"notes": [phrase("note.carried", what="knee")]},
        {"references": (replace(PAGE.references[0], year="2021"),)},
    ],
)
def test_a_page_of_the_wrong_shape_is_one_fault(values: dict[str, Any]) -> None:
    """A page built by hand, with things in it that its type does not allow, is refused as a whole."""
    verdict = verify(replace(PAGE, **values), LIBRARY.store)

    assert [K.STRUCTURE] == [fault.kind for fault in verdict.faults]


@pytest.mark.parametrize("thing", [None, "page", {"id": "a1"}, 7])
def test_what_is_no_page_is_one_fault(thing: Any) -> None:
    """Something else altogether is refused, not crashed on."""
    assert [K.STRUCTURE] == [fault.kind for fault in verify(thing, LIBRARY.store).faults]


def test_a_page_survives_its_own_bytes() -> None:
    """A stored page that was not touched gives the same verdict as the page that was stored."""
    again = decode(encode(PAGE), Answer)

    assert PAGE == again
    assert verify(again, LIBRARY.store).passed
