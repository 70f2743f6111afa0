"""The judge of a library of guideline documents: on pages made by hand, and on two made guidelines taken in."""

import gzip
from pathlib import Path

import msgspec
import pytest

pytest.importorskip("numpy", reason="numpy comes with the bench extra")

from quoth.bench import own_words
from quoth.bench.guidelines import load_guidelines, write_documents
from quoth.bench.measures import Bench
from quoth.bench.open_guidelines import Parameters, figures_of, measure
from quoth.bench.open_key import OpenQuestion, Told, judge_page, load_open_key
from quoth.bench.places import Places
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
    NearAdvice,
    Qualifier,
    QualifierKind,
    Question,
    Quote,
    Reason,
    RecordId,
    Reference,
    RenditionId,
    Span,
    Statement,
    hash_of_text,
    phrase,
)

DOCUMENTS = {"document/aaaa": "ngc-1", "document/bbbb": "ngc-2", "document/cccc": "ngc-3"}
SOURCES = {
    "ngc-1": Ids(other=(("pack", "document/aaaa"),)),
    "ngc-2": Ids(pack="document/bbbb"),
    "knees/nice": Ids(pack="knees/nice"),
    "both": Ids(pack="knees/board", other=(("pack", "document/cccc"),)),
}


def quote(source: str, text: str) -> Quote:
    """Words of a source."""
    return Quote(Span(RecordId(f"r-{source}"), RenditionId(f"t-{source}"), 0, len(text), hash_of_text(text)), text)


def row(text: str, source: str = "ngc-1", *, beside: str = "") -> Statement:
    """A recommendation, with words that travel with it."""
    return Statement(
        id=f"s-{source}-{text}",
        kind=FindingKind.RECOMMENDATION,
        quote=quote(source, text),
        fidelity=Fidelity.VERBATIM,
        citations=(list(SOURCES).index(source) + 1,),
        qualifiers=(Qualifier(QualifierKind.POPULATION, quote(source, beside)),) if beside else (),
    )


def page(*lead: Statement, further: tuple[Statement, ...] = ()) -> Answer:
    """A page led by some rows, with others below."""
    return Answer(
        id="a",
        question=Question("q"),
        bottom_line=BottomLine(phrase("lead.one") if lead else phrase("lead.none"), lead),
        actions=tuple(ActionRow("taping", Action.DO, one) for one in further),
        references=tuple(
            Reference(number, f"r-{name}", name, Design.GUIDELINE, (Fidelity.VERBATIM,), ids=ids)
            for number, (name, ids) in enumerate(SOURCES.items(), start=1)
        ),
    )


def asked(*right: str, also: tuple[Told, ...] = ()) -> OpenQuestion:
    """A question whose answer stands in the first guideline."""
    return OpenQuestion("Taping?", tuple(Told(words, "ngc-1") for words in right), also)


REFUSED = OpenQuestion("Gout?", refuse=True, why="No document names gout.")
RIGHT, OTHER = row("Offer low-dose taping to adults aged 40 to 75."), row("Avoid braces.")


def test_what_is_right_leads_when_it_is_among_the_first_three() -> None:
    """A reader takes the first statements for the answer; the very first is told apart."""
    first = judge_page(asked("taping 40 75"), page(RIGHT, OTHER), DOCUMENTS)
    third = judge_page(asked("taping 40 75"), page(OTHER, row("Consider ice."), RIGHT), DOCUMENTS)
    fourth = judge_page(asked("taping 40 75"), page(OTHER, row("Consider ice."), row("Rest."), RIGHT), DOCUMENTS)

    assert (first.leads, first.first, first.on_page, first.led_by_wrong) == (True, True, True, False)
    assert (third.leads, third.first, third.on_page, third.led_by_wrong) == (True, False, True, False)
    assert (fourth.leads, fourth.first, fourth.on_page, fourth.led_by_wrong) == (False, False, True, True)
    assert not fourth.holds


def test_a_right_row_below_counts_as_on_the_page_alone() -> None:
    """Nothing in the lead is no wrong lead, and still not the answer."""
    verdict = judge_page(asked("taping 40 75"), page(further=(OTHER, RIGHT)), DOCUMENTS)

    assert (verdict.leads, verdict.on_page, verdict.led_by_wrong) == (False, True, False)
    assert verdict.line() == "Taping? - on the page, not in the lead; led by nothing"


def test_what_may_lead_is_not_wrong_and_not_enough() -> None:
    """A neighbouring recommendation is no fault in the lead, but the question is not answered by it."""
    also = (Told("braces", "ngc-1"),)

    verdict = judge_page(asked("taping 40 75", also=also), page(OTHER), DOCUMENTS)

    assert (verdict.led_by_wrong, verdict.leads, verdict.on_page) == (False, False, False)


def test_words_must_all_stand_in_one_row_of_the_named_source() -> None:
    """Words that are spread over rows, or stand in another guideline, are another recommendation."""
    spread = page(row("Offer taping."), row("Adults aged 40 to 75 are meant."))
    elsewhere = page(row("Offer low-dose taping to adults aged 40 to 75.", "ngc-2"))

    assert not judge_page(asked("taping 40 75"), spread, DOCUMENTS).on_page
    assert not judge_page(asked("taping 40 75"), elsewhere, DOCUMENTS).on_page


def test_what_travels_with_a_row_counts_as_its_words() -> None:
    """A list's opening stands beside the item and is read with it."""
    verdict = judge_page(asked("adults taping"), page(row("Offer taping.", beside="In adults with pain")), DOCUMENTS)

    assert verdict.first


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("low-dose taping", True),
        ("LOW TAPING", True),
        ("tap*", True),
        ("tap", False),
        ("strapping|taping", True),
        ("strapping|bandage", False),
        ("high-dose taping", False),
    ],
)
def test_words_are_whole_words_in_any_order_unless_told_otherwise(words: str, said: bool) -> None:
    """What begins like a word is not the word: "men" is not "mention"; a star leaves the ending open."""
    assert said is judge_page(asked(words), page(RIGHT), DOCUMENTS).leads


def test_a_record_of_a_pack_may_be_right() -> None:
    """The starter library lies beside the documents, and may hold the better answer."""
    question = OpenQuestion("Taping?", (Told("taping", "knees/nice"),))

    assert judge_page(question, page(row("Offer taping.", "knees/nice")), DOCUMENTS).first


@pytest.mark.parametrize("name", ["knees/board", "ngc-3"])
def test_a_guideline_in_a_pack_and_as_a_document_has_both_names(name: str) -> None:
    """The library holds it once, under either name."""
    assert judge_page(
        OpenQuestion("Taping?", (Told("taping", name),)), page(row("Offer taping.", "both")), DOCUMENTS
    ).first


def test_what_must_be_refused_holds_only_when_it_is() -> None:
    """An answer is wrong, led or not, and a page that the checker stopped was not refused for its reason."""
    refusal = Abstention("a", Question("q"), Reason.NO_DIRECT_EVIDENCE, "why")
    stopped = Abstention("a", Question("q"), Reason.CHECK_FAILED, "why")

    assert judge_page(REFUSED, refusal, DOCUMENTS).holds
    assert not judge_page(REFUSED, stopped, DOCUMENTS).holds
    assert not judge_page(REFUSED, page(further=(OTHER,)), DOCUMENTS).holds
    assert judge_page(REFUSED, page(OTHER), DOCUMENTS).led_by_wrong
    assert not judge_page(asked("taping"), refusal, DOCUMENTS).holds
    assert "the checker refused" in judge_page(asked("taping"), stopped, DOCUMENTS).line()


def test_right_advice_beside_a_refusal_is_within_reach_and_no_answer() -> None:
    """It is told apart: the question was refused, and the reader has the words under their eyes."""
    led = page(RIGHT)
    beside = Abstention(
        "a",
        Question("q"),
        Reason.UNKNOWN_WORDS,
        "why",
        advice=(NearAdvice(RIGHT),),
        references=led.references,
    )
    near = judge_page(asked("taping 40 75"), beside, DOCUMENTS)
    other = judge_page(asked("taping 41"), beside, DOCUMENTS)

    assert near.within_reach
    assert not near.holds
    assert "right advice beside it" in near.line()
    assert not other.within_reach
    assert judge_page(asked("taping 40 75"), led, DOCUMENTS).within_reach


def test_figures_count_answerable_questions_and_refusals_apart() -> None:
    """A library that refuses everything must not look good, nor one that answers everything."""
    refusal = Abstention("a", Question("q"), Reason.UNKNOWN_WORDS, "why")
    stopped = Abstention("a", Question("q"), Reason.CHECK_FAILED, "why")
    pages = [page(RIGHT), page(OTHER), refusal, stopped]
    verdicts = [judge_page(asked("taping 40 75"), one, DOCUMENTS) for one in pages]
    verdicts += [judge_page(REFUSED, one, DOCUMENTS) for one in (refusal, page(OTHER))]

    values = {one.name: (round(one.value, 3), one.n) for one in figures_of(verdicts, seed=1)}

    assert values == {
        "leads": (0.25, 4),
        "first": (0.25, 4),
        "on_page": (0.25, 4),
        "within_reach": (0.25, 4),
        "refused_needlessly": (0.25, 4),
        "refused": (0.5, 2),
        "led_by_wrong": (0.333, 6),
        "checker_refused": (1.0, 6),
    }


@pytest.mark.parametrize(
    "entry",
    [
        "{question: q}",
        "{question: q, right: [taping]}",
        "{question: q, guideline: ngc-1, right: ['']}",
        "{question: q, refuse: true}",
        "{question: q, guideline: ngc-1, right: [taping], refuse: true, why: both}",
        "{question: q, guideline: ngc-1, rihgt: [taping]}",
    ],
)
def test_an_entry_that_could_hold_for_ever_is_refused(entry: str, tmp_path: Path) -> None:
    """Without words, a source or a reason nothing would be held against the page."""
    (tmp_path / "key.yaml").write_text(f"questions:\n- {entry}\n", encoding="utf-8")

    with pytest.raises(BadFile):
        load_open_key(tmp_path / "key.yaml")


def _guidelines(folder: Path) -> None:
    """Two made guidelines in the form of the open ones."""
    made = {
        "ngc-1": (
            "Marsh fever: treatment.",
            "The Board recommends quinotol for adults with marsh fever. ( Strong For )",
        ),
        "ngc-2": ("Elbow rash: care.", "The Board recommends against bandages for elbow rash. ( Strong Against )"),
    }
    lines = [
        msgspec.json.encode(
            {
                "id": name,
                "fields": {
                    "Guideline Title": [title],
                    "Guideline Developer(s)": ["Board of Tests - Made"],
                    "Date Released": ["2016 Mar"],
                    "Major Recommendations": [words],
                },
            }
        )
        for name, (title, words) in made.items()
    ]
    (folder / "made.jsonl.gz").write_bytes(gzip.compress(b"\n".join(lines)))


def test_documents_are_written_with_the_facts_that_a_person_would_give(tmp_path: Path) -> None:
    """Without an issuer a file is not taken for a guideline; a year dates its advice."""
    _guidelines(tmp_path)

    written = write_documents(load_guidelines(tmp_path / "made.jsonl.gz"), tmp_path)

    assert ["ngc-1", "ngc-2"] == [one.id for one in written.values()]
    facts = (tmp_path / "ngc-1.html.quoth.yaml").read_text(encoding="utf-8")
    assert {"issuer: Board of Tests", "year: 2016", "kind: guideline"} < set(facts.splitlines())


def test_a_made_library_is_taken_in_asked_and_judged(tmp_path: Path) -> None:
    """From files to figures: what a made guideline recommends is found as its own, and what none holds is refused."""
    pytest.importorskip("lxml", reason="lxml comes with the documents extra")
    _guidelines(tmp_path)
    (tmp_path / "key.yaml").write_text(
        "questions:\n"
        "- {question: quinotol for marsh fever, guideline: ngc-1, right: [recommends quinotol marsh]}\n"
        "- {question: quinotol for marsh fever, guideline: ngc-2, right: [recommends quinotol marsh]}\n"
        "- {question: 'What is the treatment of hyperkalaemia?', refuse: true, why: Neither names it.}\n",
        encoding="utf-8",
    )
    bench = Bench(Places(tmp_path, tmp_path, tmp_path), 1, lambda _: None)

    measured = measure(Parameters("key.yaml", "made.jsonl.gz"), bench)

    values = {one.name: one.value for one in measured.figures}
    assert (0.5, 1.0) == (values["on_page"], values["refused"])
    assert any(note.startswith("quinotol for marsh fever - not on the page") for note in measured.notes)


def test_a_made_library_is_asked_in_its_own_words(tmp_path: Path) -> None:
    """Titles and recommendations are typed as they stand; each comes back from its own guideline."""
    pytest.importorskip("lxml", reason="lxml comes with the documents extra")
    _guidelines(tmp_path)
    bench = Bench(Places(tmp_path, tmp_path, tmp_path), 1, lambda _: None)

    measured = own_words.measure(own_words.Parameters("made.jsonl.gz", of_each=3), bench)

    of = {one.name: one for one in measured.figures}
    assert (2, 2) == (of["title_found"].n, of["advice_found"].n)
    assert (1.0, 0.0) == (of["advice_found"].value, of["checker_refused"].value)


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("VA/DoD clinical practice guideline for the management of gout.", "gout"),
        ("Screening for gout: U.S. Preventive Services Task Force recommendation statement.", "Screening for gout"),
        ("Final recommendation statement: gout: screening.", "gout: screening"),
        ("Gout medical treatment guidelines.", "Gout"),
        ("CDC guideline for preventing gout — United States, 2016.", "preventing gout"),
        ("Guidelines.", "Guidelines."),
    ],
)
def test_the_subject_of_a_guideline_is_its_title_without_what_kind_of_document_it_is(title: str, subject: str) -> None:
    """What somebody would type first."""
    assert own_words.subject_of(title) == subject
