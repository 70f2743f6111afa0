"""What a report says of itself, always in its own words."""

import time

import pytest

from quoth.evidence import study_facts
from quoth.model import FactKind, Fidelity, Form, Ids, Rendition, Section, SectionRole, StudyFact, make_rendition
from tests.unit.evidence.evidence_factories import record

TEXT = (
    "We studied 56 adults in two general practices in Helsinki. In this double-blind trial allocation was concealed by "
    "sealed envelopes. Pain fell. Trial registration: ISRCTN 41800323. The study was funded by the Finnish Academy. "
    "The authors declare no conflicts of interest."
)


def text(words: str, *sections: Section, form: Form = Form.ABSTRACT) -> Rendition:
    """A stored text."""
    return make_rendition(form, Fidelity.VERBATIM, words, sections=sections)


def told(kind: FactKind, facts: tuple[StudyFact, ...]) -> list[str]:
    """The words of one kind."""
    return [fact.words for fact in facts if fact.kind is kind]


def test_each_fact_is_a_stretch_of_the_text() -> None:
    """A reader can open every one of them where it stands."""
    stored = text(TEXT)
    facts = study_facts(record("A trial"), [stored])

    assert ["ISRCTN 41800323"] == told(FactKind.REGISTRATION, facts)
    assert ["in two general practices in Helsinki"] == told(FactKind.SETTING, facts)
    whole = "In this double-blind trial allocation was concealed by sealed envelopes."
    assert [whole, "double-blind"] == told(FactKind.BIAS, facts)
    assert ["56 adults"] == told(FactKind.SIZE, facts)
    assert ["The study was funded by the Finnish Academy."] == told(FactKind.FUNDING, facts)
    assert ["The authors declare no conflicts of interest."] == told(FactKind.CONFLICTS, facts)
    for fact in facts:
        assert fact.quote is not None
        assert fact.words == TEXT[fact.quote.span.start : fact.quote.span.end]


@pytest.mark.parametrize(
    "words",
    [
        "The trial was not double-blind.",
        "Unlike previous double-blind trials, ours had no placebo.",
        "Power was reckoned for 10% lost to follow-up.",
        "Patients were seen in the clinic.",
        "It was a safety-assessor-blinded comparison.",
    ],
)
def test_what_a_sentence_turns_or_any_study_has_is_not_told(words: str) -> None:
    """A denial, another study's care, a plan and a place that could be any are no facts of this study."""
    assert () == study_facts(record("A trial"), [text(words)])


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("No trial had a low risk of bias.", "No trial had a low risk of bias."),
        (
            "Between May 1992 and May 2000, 16 children took part.",
            "Between May 1992 and May 2000, 16 children took part.",
        ),
        ("Loss was 66% (n = 79) in survivors.", "Loss was 66% (n = 79) in survivors."),
        ("Of them 12 were lost to follow-up.", "Of them 12 were lost to follow-up."),
    ],
)
def test_what_a_sentence_rates_counts_or_joins_is_told_whole(words: str, fact: str) -> None:
    """A low risk of bias cut from its "no" would say the opposite; a number stays with the one beside it."""
    assert [fact] == [one.words for one in study_facts(record("A trial"), [text(words)])]


def test_what_is_said_of_other_studies_is_not_told() -> None:
    """A background speaks of what others did."""
    words = "Open-label trials found benefit. We did a double-blind trial."
    sections = (Section(0, 32, "Background", SectionRole.BACKGROUND), Section(33, 61, "Methods", SectionRole.METHODS))

    assert ["double-blind"] == told(FactKind.BIAS, study_facts(record("A trial"), [text(words, *sections)]))


def test_a_long_statement_of_interests_is_told_in_whole_sentences() -> None:
    """What a fact leaves out begins where a sentence begins."""
    words = " ".join(f"Author {name} has received fees from company {name}, as from others." for name in "ABCDEFGHIJ")
    facts = study_facts(record("A trial"), [text(words, Section(0, len(words), "Competing interests"))])

    assert told(FactKind.CONFLICTS, facts)[0].endswith("as from others.")
    assert 100 < len(told(FactKind.CONFLICTS, facts)[0]) <= 400


def test_a_headed_section_speaks_for_itself() -> None:
    """What stands under "Setting" is a setting, whatever its words."""
    words = "Three wards by the sea. Pain fell."
    facts = study_facts(record("A trial"), [text(words, Section(0, 23, "SETTING:"), Section(24, 34, "Results"))])

    assert "Three wards by the sea." in told(FactKind.SETTING, facts)


def test_the_catalogue_entry_adds_what_no_text_shows() -> None:
    """Grants and registrations of a database are told, without a passage to open."""
    entry = record(
        "A trial",
        funding="R01 AR1; Conflict of interest statement: None declared.",
        ids=Ids(pmid="1", other=(("ClinicalTrials.gov", "NCT01234567"), ("pii", "S1"))),
    )
    facts = study_facts(entry, [])

    assert ["NCT01234567"] == told(FactKind.REGISTRATION, facts)
    assert ["R01 AR1"] == told(FactKind.FUNDING, facts)
    assert ["None declared."] == told(FactKind.CONFLICTS, facts)
    assert all(fact.quote is None for fact in facts)


def test_the_same_words_are_told_once_and_at_most_four_of_a_kind() -> None:
    """An abstract and a full text often say the same."""
    many = " ".join(f"It is registered as NCT0{number:07d}." for number in range(1, 9))
    facts = study_facts(record("A trial"), [text(many), text(f"{many} Again.", form=Form.FULL_TEXT)])

    assert 4 == len(told(FactKind.REGISTRATION, facts))


def test_an_editors_summary_tells_nothing_of_the_report() -> None:
    """A pack's words are not the source's."""
    assert () == study_facts(record("A trial"), [text("A double-blind trial.", form=Form.PACK)])


def test_a_text_made_to_be_slow_is_read_quickly() -> None:
    """No wording makes the reader hang."""
    began = time.process_time()
    for words in ("in the " * 30_000, "funded by A" + "a" * 200_000, "conflicts of interest " * 9_000, "NCT" * 60_000):
        study_facts(record("A trial"), [text(words)])

    assert time.process_time() - began < 10
