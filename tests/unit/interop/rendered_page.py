"""A page as a browser would see it, and pages to render: what the tests of the renderers share."""

import re
from html.parser import HTMLParser

from quoth.interop.html import render_html
from quoth.model import (
    CERTAINTY_RULES,
    Action,
    ActionRow,
    Answer,
    Certainty,
    CertaintyReason,
    Difference,
    Direction,
    Exclusion,
    Facet,
    Mark,
    MarkKind,
    Method,
    ProvisionalCertainty,
    Question,
    ResearchGroup,
    ReviewLine,
    ReviewStatus,
    Span,
    Suggestion,
    phrase,
)
from tests.unit.interop.answer_factory import advice, answer, passed, reference, statement

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


class Page(HTMLParser):
    """What a browser would see: ids, links, elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.headings: list[int] = []
        self.layers: list[str] = []
        self._quoted = 0
        self._open = ""
        self.in_quotes = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        values = dict(attrs)
        self.tags.append(tag)
        self._quoted += tag == "q"
        self._open = tag
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if values.get("href"):
            self.hrefs.append(str(values["href"]))

    def handle_endtag(self, tag: str) -> None:
        """Leave a quotation."""
        self._quoted -= tag == "q"

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data
        if self._open == "h2":
            self.layers.append(data)
            self._open = ""
        if self._quoted:
            self.in_quotes += data


def alone(page: Answer) -> Page:
    """The page as a file."""
    return Page(render_html(page, passed(page), open_passage=None))


def open_passage(span: Span, statement_id: str) -> str:
    """As the web face does it."""
    return f"/passage/{span.rendition_id}/{span.start}-{span.end}?at={statement_id}"


def provisional(statement_id: str) -> ProvisionalCertainty:
    """A starting point that rests on one row."""
    rules = ("randomised", "imprecise", "not judged")
    reasons = tuple(
        CertaintyReason(CERTAINTY_RULES[r].domain, r, int(r == "imprecise"), phrase(CERTAINTY_RULES[r].phrase))
        for r in rules
    )
    return ProvisionalCertainty("exercise", "pain", Certainty.HIGH, Certainty.MODERATE, reasons, (statement_id,))


def full_page() -> Answer:
    """A page with every layer."""
    told, other = advice(), advice("Exercise should be offered.", id="s2", number=2, issuer="NICE")
    first = statement("Pain fell.", id="s3", number=3, n=1234, direction=Direction.FAVOURS_INTERVENTION)
    more = statement("Function rose.", id="s4", number=3, start=50)
    noted = statement("Guides speak of taping.", id="s5", number=4)
    against = advice("Do not tape.", id="s6", number=4, action=Action.DO_NOT)
    return answer(
        actions=(ActionRow("exercise", Action.DO, told, (other,)), ActionRow("taping", Action.DO_NOT, against)),
        more_actions=(ActionRow("heat", Action.CONSIDER, advice("Try heat.", id="s7", action=Action.CONSIDER)),),
        guideline_notes=(noted,),
        differences=(Difference("taping", (told, against), statement("They differ.", id="s8", number=1)),),
        newer=(first,),
        research=(ResearchGroup("exercise", (first,), (more,)),),
        certainties=(provisional("s3"),),
        not_found=(Facet.HARMS,),
        references=tuple(reference(n) for n in range(1, 5)),
        suggestions=(Suggestion("Harms", "Harms for knee pain"),),
        method=Method(counts=(("records in the library", 9),), exclusions=(Exclusion("rec-9", "Left", "a protocol"),)),
    )


def hostile_page() -> Answer:
    """A page in which every text of a source or reader is an attack."""
    bad = Mark(MarkKind.INDIRECT, HOSTILE)
    said = statement(HOSTILE, id="s2", number=2, marks=(bad, Mark(MarkKind.DOUBT, HOSTILE)), plain=HOSTILE)
    return answer(
        question=Question(HOSTILE),
        notes=(HOSTILE,),
        signposts=(HOSTILE,),
        research=(ResearchGroup(HOSTILE, (said,)),),
        references=(reference(1, title=HOSTILE, authors=(HOSTILE,), journal=HOSTILE), reference(2, marks=(bad,))),
        method=Method(((HOSTILE, (HOSTILE,)),), HOSTILE, ((HOSTILE, 1),), (Exclusion(HOSTILE, HOSTILE, HOSTILE),)),
        suggestions=(Suggestion(HOSTILE, HOSTILE),),
        review=ReviewLine(ReviewStatus.APPROVED, (HOSTILE,), HOSTILE, (HOSTILE,)),
    )
