"""Second blind table: sentences of the results that tell of no effect, and one that nobody can read by itself."""

from collections.abc import Iterator
from random import Random

from quoth.model import Extent, FindingKind, Qualifier, QualifierKind, quote_of

from .case import Case
from .marked import marked_report
from .material import Material, abstract, fixtures, report
from .shelf import finding, library, page

__all__ = ["baselines", "counted", "hopes", "recruitment", "yardsticks"]


def baselines(material: Material, random: Random) -> Iterator[Case]:
    """How the groups were before treatment is shown as what treatment did (promise 1: every row is evidence)."""
    yield from _among_results("second_blind_baseline", 5100)


def yardsticks(material: Material, random: Random) -> Iterator[Case]:
    """What a scale or a threshold means is shown as what was found (promise 1)."""
    yield from _among_results("second_blind_yardstick", 5200)


def recruitment(material: Material, random: Random) -> Iterator[Case]:
    """How people came into the study and through it is shown as what treatment did (promise 1)."""
    yield from _among_results("second_blind_recruitment", 5300)


def hopes(material: Material, random: Random) -> Iterator[Case]:
    """What somebody looks forward to is shown as what was found (promise 1)."""
    for number, hope in enumerate(fixtures("second_blind_hopes")):
        parts = [
            ("METHODS", f"We allocated {90 + number} adults at random."),
            ("RESULTS", "Pain was significantly lower with treatment than with placebo (P = .01)."),
            ("CONCLUSIONS", f"Treatment lowered pain in these adults. {hope}"),
        ]
        each = report(5400 + number, "A randomised trial of one treatment", abstract(parts))
        store = library([each])
        honest = page(store, [finding(store, each, 2, FindingKind.CONCLUSION)])
        lie = page(store, [finding(store, each, 3, FindingKind.CONCLUSION)])
        yield Case(f"fixture {number}", store, lie, honest)


def counted(material: Material, random: Random) -> Iterator[Case]:
    """A finding stands without the next sentence, which says who was counted or how; honestly, with it (promise 2)."""
    for number, text in enumerate(fixtures("second_blind_counted")):
        parts = [("METHODS", "All were treated alike but for this."), ("RESULTS", f"The study is over. {text}")]
        each, _, _ = marked_report(5500 + number, "A study of one treatment", parts)
        rendition = each.renditions[0]
        after = rendition.sentences[3]
        store = library([each])
        record = finding(store, each, 2).record
        beside = Qualifier(QualifierKind.CONTEXT, quote_of(record.id, rendition, Extent(after.start, after.end)))
        honest = page(store, [finding(store, each, 2, qualifiers=(beside,))])
        lie = page(store, [finding(store, each, 2, qualifiers=())])
        yield Case(f"fixture {number}", store, lie, honest)


def _among_results(name: str, first: int) -> Iterator[Case]:
    """Each sentence of a fixture among the results; the honest page shows the finding after it."""
    for number, sentence in enumerate(fixtures(name)):
        found = f"At twelve weeks, {20 + number} of {60 + number} adults had improved with treatment and 9 without it."
        parts = [
            ("METHODS", "Adults were allocated at random to treatment or to none."),
            ("RESULTS", f"All were seen again. {sentence} {found}"),
        ]
        each = report(first + number, "A randomised trial of one treatment", abstract(parts))
        store = library([each])
        honest = page(store, [finding(store, each, 3)])
        yield Case(f"fixture {number}", store, page(store, [finding(store, each, 2)]), honest)
