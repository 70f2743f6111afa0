"""What is kept of a text answers as the text itself does."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import quoth.evidence.fitting.terms as terms_module
from quoth.evidence.fitting.terms import Terms
from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind

WORDS = (
    "using",
    "uses",
    "usable",
    "usi",
    "TNFα",
    "oedema",
    "tapes",
    "taping",
    "ACT",
    "act",
    "5mg",
    "type 2",
    "_using",
    "'act",
    "using'act_",
    "x" * 9000,
)
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), max_size=12).map(" ".join)


@settings(suppress_health_check=[HealthCheck.too_slow])  # how fast texts are drawn says nothing
@given(st.lists(st.one_of(st.sampled_from(WORDS[:-1]), st.text(min_size=1, max_size=8)), max_size=6), TEXTS)
def test_a_kept_text_is_read_as_if_it_were_new(phrases: list[str], text: str) -> None:
    """The same stems at the same places, whatever the question and the text."""
    terms = Terms([Terms.of(phrase, 1.0, [phrase]) for phrase in phrases])

    def places(read: object) -> dict[str, list[int]]:
        return {form: list(at) for form, at in read.places.items()}  # type: ignore[attr-defined]

    for _ in range(2):  # the first time it is read as any other, then it is laid out
        assert places(terms.read_kept(text)) == places(terms.read(text))


def test_a_text_is_laid_out_when_it_comes_again() -> None:
    """A command asks one question: laying out every statement of its topic would take longer than the answer."""
    terms, text = Terms([Terms.of("taping", 1.0, ["taping"])]), "Taping is laid out the second time, not the first."

    terms_module._layout.cache_clear()
    terms.read_kept(text)
    assert 0 == terms_module._layout.cache_info().currsize
    terms.read_kept(text)
    assert 1 == terms_module._layout.cache_info().currsize


def test_questions_are_not_kept() -> None:
    """What a lexicon found in a source's text is kept; in the words of a reader it is looked for anew each time."""
    lexicon = Lexicon.build([Concept("taping", ConceptKind.INTERVENTION)])
    assert lexicon.mentions("taping of the knee", any_case=True)
    assert lexicon._kept.cache_info().currsize == 0
    assert lexicon.mentions("taping of the knee") == lexicon.mentions("taping of the knee")
    assert lexicon._kept.cache_info().hits == 1
