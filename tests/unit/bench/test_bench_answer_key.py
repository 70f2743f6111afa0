"""The judge of the answer key, on pages made by hand."""

from pathlib import Path

import pytest

from quoth.bench.answer_key import KeyedQuestion, judge_page, load_answer_key
from quoth.errors import BadFile
from quoth.model import (
    Abstention,
    Action,
    ActionRow,
    Answer,
    BottomLine,
    Design,
    Fidelity,
    FindingKind,
    Ids,
    Mark,
    MarkKind,
    Question,
    Quote,
    Reason,
    RecordId,
    Reference,
    RenditionId,
    ResearchGroup,
    Span,
    Statement,
    hash_of_text,
    phrase,
)

PACK = "sore-knee"
SOURCES = ("guide", "review", "old-review")


def statement(source: str, kind: FindingKind = FindingKind.RECOMMENDATION, *marks: MarkKind) -> Statement:
    """A row that quotes a source of the pack."""
    text = f"Words of {source}."
    span = Span(RecordId(f"r-{source}"), RenditionId(f"pack-{source}"), 0, len(text), hash_of_text(text))
    return Statement(
        id=f"s-{source}-{kind.value}",
        kind=kind,
        quote=Quote(span, text),
        fidelity=Fidelity.SUMMARY,
        citations=(SOURCES.index(source) + 1,),
        marks=tuple(Mark(mark, mark.value) for mark in marks),
    )


def page(
    *,
    lead: tuple[Statement, ...] = (),
    advice: tuple[Statement, ...] = (),
    folded: tuple[Statement, ...] = (),
    research: tuple[Statement, ...] = (),
    more: tuple[Statement, ...] = (),
    notes: tuple[Statement, ...] = (),
    marked: tuple[str, ...] = (),
) -> Answer:
    """A page; the references of `marked` sources wear a mark."""
    rows = tuple(ActionRow("taping", Action.DO, s) for s in advice)
    if folded:
        rows = (ActionRow("taping", Action.DO, advice[0], folded), *rows[1:])
    shown = (*lead, *advice, *folded, *research, *more, *notes)
    used = [s for s in SOURCES if any(row.quote.span.record_id == f"r-{s}" for row in shown)]
    return Answer(
        id="a",
        question=Question("q"),
        bottom_line=BottomLine(phrase("lead.one") if lead else phrase("lead.none"), lead),
        actions=rows,
        guideline_notes=notes,
        research=(ResearchGroup("taping", research, more),),
        references=tuple(
            Reference(
                number=SOURCES.index(name) + 1,
                record_id=f"r-{name}",
                title=name,
                design=Design.OTHER,
                fidelities=(Fidelity.SUMMARY,),
                ids=Ids(pack=f"{PACK}/{name}"),
                marks=(Mark(MarkKind.SUPERSEDED, "superseded"),) if name in marked else (),
            )
            for name in used
        ),
    )


def keyed(expect: str = "answer", **rules: tuple[str, ...]) -> KeyedQuestion:
    """A question of the key with only the rules that a test cares about."""
    return KeyedQuestion("q", expect, "because", pack=PACK, **rules)  # type: ignore[arg-type]


REFUSAL = Abstention("a", Question("q"), Reason.NO_DIRECT_EVIDENCE, "why")
RESULT = FindingKind.RESULT


def test_a_page_that_has_all_that_the_key_asks_for_holds() -> None:
    """Guideline leads, research follows, the superseded review is marked on its row and in its reference."""
    answer = page(
        lead=(statement("guide"),),
        research=(statement("review", RESULT), statement("old-review", RESULT, MarkKind.SUPERSEDED)),
        marked=("old-review",),
    )

    faults = judge_page(
        keyed(
            recommendation_from=("guide",),
            research_from=("review",),
            must_not_use_unmarked=("old-review",),
            bottom_line_from=("guide",),
        ),
        answer,
    )

    assert faults == ()


def test_an_abstention_holds_only_where_the_key_expects_one() -> None:
    """Refusing what the library can answer is a fault; answering what it cannot is one too."""
    assert judge_page(keyed("abstain"), REFUSAL) == ()
    assert judge_page(keyed("answer"), REFUSAL) == ("abstained: no source answers this question directly",)
    assert len(judge_page(keyed("abstain"), page(research=(statement("review", RESULT),)))) == 1


def test_a_missing_source_is_named_with_its_pack() -> None:
    """Whoever mends the page sees which record was expected in which layer."""
    faults = judge_page(
        keyed(recommendation_from=("guide",), research_from=("review",)), page(research=(statement("guide", RESULT),))
    )

    assert faults == ("no recommendation from sore-knee/guide", "no research from sore-knee/review")


def test_a_result_does_not_count_as_a_recommendation() -> None:
    """A guideline's sentence about evidence is no advice, even in the list of actions."""
    answer = page(advice=(statement("guide", RESULT),))

    assert judge_page(keyed(recommendation_from=("guide",)), answer) == ("no recommendation from sore-knee/guide",)


def test_folded_rows_and_rows_on_request_count() -> None:
    """A near-duplicate beneath a row, a further result and a note of a guideline are all on the page."""
    folded = page(advice=(statement("review"),), folded=(statement("guide"),))
    further = page(more=(statement("review", RESULT),))
    noted = page(notes=(statement("guide", RESULT),))

    assert judge_page(keyed(recommendation_from=("guide",)), folded) == ()
    assert judge_page(keyed(research_from=("review",)), further) == ()
    assert judge_page(keyed(research_from=("guide",)), noted) == ()


def test_a_forbidden_source_is_found_in_the_references() -> None:
    """What must not be cited may not even stand in the list."""
    answer = page(research=(statement("review", RESULT),))

    assert judge_page(keyed(must_not_cite=("review",)), answer) == ("cites sore-knee/review",)


@pytest.mark.parametrize(
    ("row_marks", "marked", "faults"),
    [
        ((), (), 2),
        ((MarkKind.SUPERSEDED,), (), 1),
        ((), ("old-review",), 1),
        ((MarkKind.DOUBT,), ("old-review",), 1),
        ((MarkKind.INDIRECT,), ("old-review",), 0),
    ],
)
def test_a_doubtful_source_needs_its_mark_on_each_row_and_in_its_reference(
    row_marks: tuple[MarkKind, ...], marked: tuple[str, ...], faults: int
) -> None:
    """A mark that stands in one place alone is missed by whoever reads the other."""
    answer = page(research=(statement("old-review", RESULT, *row_marks),), marked=marked)

    assert len(judge_page(keyed(must_not_use_unmarked=("old-review",)), answer)) == faults


def test_a_doubtful_source_that_is_not_used_needs_no_mark() -> None:
    """Leaving it out is as good as marking it."""
    assert judge_page(keyed(must_not_use_unmarked=("old-review",)), page(research=(statement("review", RESULT),))) == ()


def test_the_bottom_line_comes_only_from_those_who_may_lead() -> None:
    """Somebody else in the lead, nobody in the lead, or anybody where nobody should: each is a fault."""
    led = page(lead=(statement("guide"),))
    unled = page(research=(statement("review", RESULT),))

    assert judge_page(keyed(bottom_line_from=("guide",)), led) == ()
    assert judge_page(keyed(bottom_line_from=("review",)), led) != ()
    assert judge_page(keyed(bottom_line_from=("guide",)), unled) != ()
    assert judge_page(keyed(), led) != ()
    assert judge_page(keyed(), unled) == ()


def test_records_of_another_pack_with_the_same_name_do_not_count() -> None:
    """Records are known by pack and name: two packs may both have a "guide"."""
    other = KeyedQuestion("q", "answer", "because", pack="sore-hip", recommendation_from=("guide",))

    assert "no recommendation from sore-hip/guide" in judge_page(other, page(advice=(statement("guide"),)))


def test_a_key_with_a_field_typed_wrong_is_refused(tmp_path: Path) -> None:
    """A rule that nobody reads would hold for ever."""
    (tmp_path / "a.yaml").write_text(
        "pack: p\nquestions:\n- {question: q, expect: answer, why: w, recommendations_from: [guide]}\n"
    )

    with pytest.raises(BadFile, match="recommendations_from"):
        load_answer_key(tmp_path)
