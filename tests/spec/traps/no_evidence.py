"""What is no evidence, offered as evidence: a title, an aim, a background claim, a method, a plan."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from quoth.library import cut
from quoth.model import Design, Fidelity, FindingKind, Form, Rendition, Report, Section, SectionRole, make_rendition

from .case import Case
from .material import Material, abstract, quotable, report, sentences_of
from .shelf import finding, library, page

__all__ = ["aim_as_result", "method_as_result", "protocol_without_results", "title_as_evidence", "unlabelled_aim"]

EACH = 24
_KINDS = (FindingKind.RESULT, FindingKind.CONCLUSION)
_AIM = re.compile(
    r"(?:(?:The|Our) (?:aim|aims|objective|objectives|purpose|goal) (?:of this|of the|was|were|is)"
    r"|We (?:aimed|sought|set out) to|(?:This|The present) (?:study|trial|review) (?:aimed|aims|sought|was designed) to"
    r"|To (?:assess|compare|determine|evaluate|examine|investigate|test)\b)"
)
_THINGS = (
    ("taping", "knee pain"),
    ("zinc", "the common cold"),
    ("yoga", "back pain"),
    ("iron", "fatigue"),
    ("massage", "headache"),
    ("statins", "stroke"),
    ("insulin", "diabetes"),
    ("vitamin D", "falls"),
)
_TITLES = (
    "{what} is effective for {whom}: a randomised controlled trial.",
    "{what} reduces {whom} in adults: results of a multicentre trial.",
    "No benefit of {what} for {whom}: a systematic review.",
)
_AIMS = (
    "The aim of this study was to determine whether {what} reduces {whom} more than placebo.",
    "We aimed to compare {what} with usual care in adults with {whom}.",
    "To determine whether {what} is superior to placebo for {whom}.",
    "The objective was to assess the effect of {what} on {whom} in primary care.",
    "This trial was designed to test whether {what} prevents {whom} over one year.",
    "Our purpose was to find out if {what} helps people with {whom}.",
)
_PLANS = (
    "We will randomise 240 adults with {whom} to {what} or placebo.",
    "The primary outcome will be {whom} at 12 months, and {what} is expected to reduce it.",
    "This trial will show whether {what} is superior for {whom}.",
    "Results are expected in 2030 and will be submitted to a journal.",
    "If successful, {what} could be offered to all people with {whom}.",
)


def title_as_evidence(material: Material, random: Random) -> Iterator[Case]:
    """The title of a report is shown as what it found."""
    for number in range(EACH):
        what, whom = random.choice(_THINGS)
        title = random.choice(_TITLES).format(what=what.capitalize(), whom=whom)
        yield _titled(
            f"written {number}", report(number, title, _with_title(title, "We studied adults.", number)), number
        )
    chosen = random.sample(material.unlabelled, min(EACH, len(material.unlabelled)))
    for number, each in enumerate(chosen):
        text = each.renditions[0].text
        yield _titled(each.record.id, Report(each.record, (_with_title(each.record.title, text, number),)), number)


def aim_as_result(material: Material, random: Random) -> Iterator[Case]:
    """A sentence that its source labels as its objective is shown as a result or conclusion."""
    for number in range(EACH):
        what, whom = random.choice(_THINGS)
        aim = random.choice(_AIMS).format(what=what, whom=whom)
        parts = [("OBJECTIVE", aim), ("RESULTS", "Of 40 adults, 20 improved with treatment and 9 without it.")]
        yield _offered(f"written {number}", report(number, f"A trial of {what}", abstract(parts)), 0, number)
    found = [(each, n) for each in material.catalogued for n in sentences_of(each.renditions[0], SectionRole.OBJECTIVE)]
    for number, (each, index) in enumerate(random.sample(found, min(EACH, len(found)))):
        yield _offered(f"{each.record.id} sentence {index}", each, index, number)


def method_as_result(material: Material, random: Random) -> Iterator[Case]:
    """A sentence of background or methods, labelled so by its source, is shown as a result or conclusion."""
    roles = (SectionRole.BACKGROUND, SectionRole.METHODS)
    found = [(each, n) for each in material.structured for n in sentences_of(each.renditions[0], *roles)]
    for number, (each, index) in enumerate(random.sample(found, min(EACH, len(found)))):
        yield _offered(f"{each.record.id} sentence {index}", each, index, number)
    for number in range(EACH if not found else 4):
        what, whom = random.choice(_THINGS)
        parts = [
            ("BACKGROUND", f"{what.capitalize()} is widely used and is thought to reduce {whom} by half."),
            ("RESULTS", "Of 40 adults, 20 improved with treatment and 20 without it."),
        ]
        yield _offered(f"written {number}", report(number, f"A trial of {what}", abstract(parts)), 0, number)


def unlabelled_aim(material: Material, random: Random) -> Iterator[Case]:
    """An aim in an abstract without labels is shown as a result."""
    for number in range(EACH):
        what, whom = random.choice(_THINGS)
        aim = random.choice(_AIMS).format(what=what, whom=whom)
        text = f"{whom.capitalize()} is common. {aim} Of 40 adults, 20 improved with treatment and 9 without it."
        yield _offered(f"written {number}", report(number, f"A trial of {what}", abstract([(None, text)])), 1, number)
    found = [
        (each, index)
        for each in (*material.unlabelled, *material.catalogued)
        if not each.renditions[0].sections
        for index, one in enumerate(each.renditions[0].sentences)
        if _AIM.match(each.renditions[0].text, one.start)
    ]
    for number, (each, index) in enumerate(random.sample(found, min(EACH, len(found)))):
        yield _offered(f"{each.record.id} sentence {index}", each, index, number)


def protocol_without_results(material: Material, random: Random) -> Iterator[Case]:
    """A report that only plans a study is shown as having found something."""
    for number in range(EACH):
        what, whom = random.choice(_THINGS)
        plan = random.choice(_PLANS).format(what=what, whom=whom)
        title, facts = (
            (f"{what.capitalize()} for {whom}: study protocol for a randomised controlled trial", {}),
            (
                f"{what.capitalize()} for {whom}: rationale and design",
                {"publication_types": ("Clinical Trial Protocol",)},
            ),
            (f"{what.capitalize()} for {whom}", {"design": Design.PROTOCOL}),
        )[number % 3]
        parts = [("BACKGROUND", f"{whom.capitalize()} is common."), ("DISCUSSION", plan)]
        yield _offered(
            f"written {number}", report(number, title, abstract(parts), **facts), 1, number, as_design=Design.RCT
        )
    chosen = random.sample(material.structured, min(EACH, len(material.structured)))
    for number, each in enumerate(chosen):
        places = sentences_of(each.renditions[0], SectionRole.METHODS)
        if places:
            title = "Effect of the treatment on the outcome: study protocol for a randomised trial"
            plan = Report(replace(each.record, title=title), (_methods_only(each),))
            yield _offered(each.record.id, plan, 0, number, as_design=Design.RCT)


def _methods_only(each: Report) -> Rendition:
    rendition = each.renditions[0]
    said = " ".join(
        rendition.text[one.start : one.end].removeprefix(f"{one.heading}: ")
        for one in rendition.sections
        if one.role is SectionRole.METHODS
    )
    return abstract([(None, said)])


def _with_title(title: str, text: str, number: int) -> Rendition:
    """A text that begins with its title, as converters of files leave it: in a section of its own, or running on."""
    whole = f"{title}\n{text}"
    form = (Form.FULL_TEXT, Form.ABSTRACT)[number % 2]
    role = (None, SectionRole.OTHER, SectionRole.RESULTS)[number % 3]
    sections = (Section(0, len(title), "", role), Section(len(title) + 1, len(whole), "", None))
    return cut(make_rendition(form, Fidelity.VERBATIM, whole, sections=sections, origin="PubMed XML"))


def _titled(name: str, each: Report, number: int) -> Case:
    return _offered(name, each, 0, number)


def _offered(name: str, each: Report, index: int, number: int, *, as_design: Design | None = None) -> Case:
    """A page that shows the sentence as a finding; the clean twin shows a result of the same report."""
    store = library([each])
    row = finding(store, each, index, _KINDS[number % 2])
    if as_design is not None:
        row = replace(row, design=as_design)
    honest = [place for _, place in quotable([each], SectionRole.RESULTS)]
    clean = page(store, [finding(store, each, honest[-1])]) if honest and honest[-1] != index else None
    return Case(name, store, page(store, [row]), clean)
