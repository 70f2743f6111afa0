"""The body of a JATS article as one text: paragraphs in order, each section, figure and table a section of its own.

Paragraphs and table rows stand apart by a blank line, so that no sentence runs from one into the next. Headings are not
part of the text; they are kept on the sections, with the headings above them. Only a heading that may be a grade
("Strong recommendations") stands before its section as well, so that it can be quoted. Marks of references stay as
printed; the list of references, acknowledgements and supplements are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from quoth.model import Fidelity, Form, Record, Rendition, Section, SectionRole, make_rendition
from quoth.sources.headings import role_of_heading, tells_grade
from quoth.sources.jats_table import rows_of
from quoth.sources.markup import flat_text, runs

__all__ = ["full_text"]

_FLOATS = frozenset(["fig", "fig-group", "table-wrap", "table-wrap-group", "boxed-text", "chem-struct-wrap"])
_LEFT_OUT = frozenset(
    ["supplementary-material", "media", "graphic", "object-id", "ref-list", "inline-graphic", "title"]
)
_LEFT_OUT |= frozenset(["label", "sec-meta"])
_BLOCKS = _FLOATS | _LEFT_OUT | frozenset(["list", "def-list", "disp-quote", "p", "statement", "verse-group", "speech"])
_DEEPEST = 40

# In a full text these stand among comparisons with other work, so they are nobody's conclusion.
_ROLES_IN_BODY = {
    "discussion": SectionRole.OTHER,
    "comment": SectionRole.OTHER,
    "comments": SectionRole.OTHER,
    "discussions": SectionRole.OTHER,
    "general discussion": SectionRole.OTHER,
}
_ROLES_BY_TYPE = {
    "intro": SectionRole.BACKGROUND,
    "background": SectionRole.BACKGROUND,
    "methods": SectionRole.METHODS,
    "materials": SectionRole.METHODS,
    "subjects": SectionRole.METHODS,
    "results": SectionRole.RESULTS,
    "cases": SectionRole.RESULTS,
    "discussion": SectionRole.OTHER,
    "conclusions": SectionRole.CONCLUSION,
    "conclusion": SectionRole.CONCLUSION,
}

_BEHIND = ("back/app-group/app", "back/app", "back/sec")


@dataclass(slots=True)
class _Text:
    """The text under way. Every section starts and ends with words, never with white space."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    sections: list[Section] = field(default_factory=list)

    def grade(self, heading: str) -> None:
        """Set a heading into the text, between sections."""
        if self.parts:
            self.parts.append("\n\n")
            self.length += 2
        self.parts.append(heading)
        self.length += len(heading)

    def add(self, blocks: list[str], heading: str, role: SectionRole | None, path: tuple[str, ...]) -> None:
        blocks = [block for block in blocks if block]
        if not blocks:
            return
        if self.parts:
            self.parts.append("\n\n")
            self.length += 2
        words = "\n\n".join(blocks)
        self.parts.append(words)
        self.sections.append(Section(self.length, self.length + len(words), heading, role, path))
        self.length += len(words)


def full_text(article: _Element, record: Record) -> Rendition | None:
    """The full text of an article, or `None` when it came without a body."""
    body = article.find("body")
    if body is None:
        return None
    text = _Text()
    _section(body, text, "", (), None, 0)
    for group in (*article.findall("floats-group"), *article.findall("floats-wrap")):
        for item in group:
            _float(item, text, (), None)
    for appendix in (found for path in _BEHIND for found in article.iterfind(path)):
        title = _heading(appendix)
        if appendix.tag == "app" or role_of_heading(title) is not SectionRole.OTHER:  # thanks, interests, who did what
            _section(appendix, text, title or "Appendix", (), SectionRole.OTHER, 0)
    if not text.parts:
        return None
    return make_rendition(
        Form.FULL_TEXT,
        Fidelity.VERBATIM,
        "".join(text.parts),
        sections=text.sections,
        language=record.language,
        origin=record.origin,
        licence=record.licence,
    )


def _section(
    element: _Element, text: _Text, heading: str, path: tuple[str, ...], role: SectionRole | None, depth: int
) -> None:
    """A section's own paragraphs, then its figures and tables, then the sections inside it."""
    blocks: list[str] = []
    floats: list[_Element] = []
    inner: list[_Element] = []
    for child in element:
        if child.tag == "sec":
            inner.append(child)
        else:
            blocks += _blocks(child, floats, 0)
    if tells_grade(heading) and (blocks or inner or floats):
        text.grade(heading)
    text.add(blocks, heading, role, path)
    below = (*path, heading) if heading else path
    for item in floats:
        _float(item, text, below, role)
    for child in inner:
        title = _heading(child)
        own = _role(child, title) or role
        if depth < _DEEPEST:
            _section(child, text, title, below, own, depth + 1)
        else:
            text.add([flat_text(child)], title, own, below)


def _heading(element: _Element) -> str:
    title = element.find("title")
    return flat_text(title) if title is not None else ""


def _role(section: _Element, title: str) -> SectionRole | None:
    plain = " ".join(title.casefold().split())
    by_type = _ROLES_BY_TYPE.get((section.get("sec-type") or "").split("|")[0].casefold())
    return _ROLES_IN_BODY.get(plain) or role_of_heading(title) or by_type


def _blocks(element: _Element, floats: list[_Element], depth: int) -> Iterator[str]:
    """The paragraphs of one block, and on the way the figures and tables that stand inside it."""
    tag = element.tag
    if tag in _LEFT_OUT or not isinstance(tag, str):
        return
    if tag in _FLOATS:
        floats.append(element)
    elif tag in {"list", "def-list"}:
        for item in element:
            yield _item(item, floats)
    elif depth > _DEEPEST:
        yield flat_text(element)
    else:
        for run in runs(element, _BLOCKS):
            if isinstance(run, str):
                yield run
            else:
                yield from _blocks(run, floats, depth + 1)


def _item(item: _Element, floats: list[_Element]) -> str:
    """A list item on one line, its printed number first."""
    label = item.find("label")
    words = [flat_text(label)] if label is not None else []
    for child in item:
        if child.tag in _FLOATS:
            floats.append(child)
        elif child.tag not in _LEFT_OUT:
            words.append(flat_text(child))
    return " ".join(filter(None, words)) or flat_text(item)


def _float(item: _Element, text: _Text, path: tuple[str, ...], role: SectionRole | None) -> None:
    """A figure's or table's caption and rows as a section headed by its label.

    Whatever section they stand in, captions, rows and notes are no findings: they say what the figure shows.
    """
    if item.tag in {"fig-group", "table-wrap-group"}:
        for child in item:
            if child.tag in _FLOATS:
                _float(child, text, path, role)
        return
    if item.tag == "boxed-text":
        _section(item, text, _heading(item) or _heading_of_caption(item) or "Box", path, role, _DEEPEST)
        return
    label = item.find("label")
    caption = item.find("caption")
    blocks = [flat_text(caption)] if caption is not None else []
    for table in item.iter("table"):
        blocks += rows_of(table)
    blocks += [flat_text(note) for note in item.iterfind("table-wrap-foot/*")]
    heading = flat_text(label) if label is not None else "Table" if item.tag == "table-wrap" else "Figure"
    text.add(blocks, heading, SectionRole.OTHER, path)


def _heading_of_caption(item: _Element) -> str:
    title = item.find("caption/title")
    return flat_text(title) if title is not None else ""
