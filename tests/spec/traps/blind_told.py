"""Written blind: sentences that are no finding, or only half of one, however much they sound like it."""

from collections.abc import Iterator
from random import Random

from quoth.model import Design, FindingKind

from .blind_pages import cut_page
from .case import Case
from .marked import marked_report, stretch_case
from .material import Material, abstract, fixtures, report
from .shelf import finding, library, page

__all__ = ["assumptions", "beliefs", "controls", "earlier_work", "opinions"]

_OPINIONS = (
    "{what} should be offered to every adult with {whom}.",
    "We recommend {what} as first treatment of {whom}.",
    "Clinicians should not use {what} in {whom}.",
    "{what} ought to become standard care in {whom}.",
)
_THINGS = (
    ("taping", "knee pain"),
    ("zinc", "colds"),
    ("yoga", "back pain"),
    ("iron", "fatigue"),
    ("massage", "headache"),
)
_DESIGNS = (Design.RCT, Design.COHORT, Design.CASE_SERIES, Design.NARRATIVE_REVIEW)


def controls(material: Material, random: Random) -> Iterator[Case]:
    """A gain is shown without the equal gain of those who were not treated."""
    for number, text in enumerate(fixtures("blind_controls")):
        parts = [("METHODS", "Adults were allocated at random."), ("RESULTS", f"All were seen again. {text}")]
        each, start, end = marked_report(3000 + number, "A trial of one treatment", parts)
        yield stretch_case(f"fixture {number}", each, start, end, FindingKind.RESULT)


def assumptions(material: Material, random: Random) -> Iterator[Case]:
    """What was assumed in planning is shown as what was found."""
    yield from _sentences("blind_assumptions", 3100)


def earlier_work(material: Material, random: Random) -> Iterator[Case]:
    """What others had found is shown as a finding of the report that tells it."""
    yield from _sentences("blind_earlier", 3200)


def beliefs(material: Material, random: Random) -> Iterator[Case]:
    """What somebody believes is quoted without the words that say so."""
    for number, text in enumerate(fixtures("blind_beliefs")):
        parts = [("METHODS", "Adults were asked or allocated at random."), ("CONCLUSIONS", f"All took part. {text}")]
        each, start, end = marked_report(3300 + number, "A study of one treatment", parts)
        yield cut_page(f"fixture {number}", each, start, end, FindingKind.CONCLUSION)


def opinions(material: Material, random: Random) -> Iterator[Case]:
    """What the authors of a study would like to see done stands among the recommendations of guidelines."""
    for number in range(20):
        what, whom = _THINGS[number % len(_THINGS)]
        said = _OPINIONS[number % len(_OPINIONS)].format(what=what, whom=whom)
        parts = [
            ("METHODS", f"We followed {60 + number} adults with {whom}."),
            ("RESULTS", f"Of them, {30 + number} improved."),
            ("CONCLUSIONS", said[0].upper() + said[1:]),
        ]
        each = report(3400 + number, f"{what.capitalize()} for {whom}", abstract(parts), design=_DESIGNS[number // 5])
        store = library([each])
        honest = page(store, [finding(store, each, 2, FindingKind.CONCLUSION)])
        lie = page(store, [finding(store, each, 2, FindingKind.RECOMMENDATION)])
        yield Case(f"{number}: {what} for {whom}", store, lie, honest)


def _sentences(name: str, first: int) -> Iterator[Case]:
    """Each sentence of a fixture in an abstract without labels; the honest page shows what was found."""
    for number, sentence in enumerate(fixtures(name)):
        text = f"The condition is common. {sentence} Of {40 + number} adults, 20 improved with treatment, 9 without."
        each = report(first + number, "A trial of one treatment", abstract([(None, text)]))
        store = library([each])
        honest = page(store, [finding(store, each, 2)])
        yield Case(f"fixture {number}", store, page(store, [finding(store, each, 1)]), honest)
