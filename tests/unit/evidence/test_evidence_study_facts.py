"""What a report says of itself, always in its own words."""

import time

from quoth.evidence import FactKind, StudyFact, study_facts
from quoth.model import Fidelity, Form, Ids, Rendition, Section, make_rendition
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
    assert ["double-blind", "allocation was concealed by sealed envelopes"] == told(FactKind.BIAS, facts)
    assert ["The study was funded by the Finnish Academy."] == told(FactKind.FUNDING, facts)
    assert ["The authors declare no conflicts of interest."] == told(FactKind.CONFLICTS, facts)
    for fact in facts:
        assert fact.quote is not None
        assert fact.words == TEXT[fact.quote.span.start : fact.quote.span.end]


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
