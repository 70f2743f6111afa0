"""An HTML tree as blocks of text: headings, paragraphs, lists and table rows in their order.

Nothing is taken in that a reader of the page does not see: scripts, styles, forms, navigation and hidden elements are
left out, and no address is ever followed. The names of the elements that main-text extraction writes (head, list, item,
row, cell) are understood as well.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from quoth.sources.document import Block
from quoth.sources.html_styles import HIDES
from quoth.sources.jats_table import rows_of
from quoth.sources.markup import local_name, one_space

__all__ = ["blocks_of", "visible_words"]

# Not str.isdigit: it also takes "²", which no int() reads.
_NUMBER = re.compile(r"[0-9]{1,9}")
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "form",
        "button",
        "iframe",
        "frame",
        "svg",
        "object",
        "embed",
        "head",
        "input",
        "select",
        "option",
        "textarea",
        "canvas",
        "audio",
        "video",
        "map",
        "area",
        "dialog",
        "img",
        "picture",
        "source",
        "meta",
        "link",
        "title",
        "figure-alt",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset(["ul", "ol", "menu", "list"])
_ITEMS = frozenset(["li", "item"])
_OWN_LINE = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "aside",
        "header",
        "footer",
        "blockquote",
        "pre",
        "dl",
        "dt",
        "dd",
        "figure",
        "figcaption",
        "address",
        "center",
        "details",
        "summary",
        "fieldset",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "hr",
        "body",
        "html",
        "quote",
    ]
)
_BREAKS_A_LINE = _OWN_LINE | _LISTS | _ITEMS | _HEADINGS.keys() | {"head", "row", "cell"}
_TWO_BREAKS = re.compile(r"\n *\n[ \n]*")
_WHITE = re.compile(r"\s+")
_DEEPEST = 200
_BOUND_CHARS = 4_000


def blocks_of(root: _Element) -> Iterator[Block]:
    """The blocks of an element, in order."""
    yield from _bind(_walk(root, 0))


def visible_words(root: _Element) -> int:
    """How many words a reader of the element sees."""
    return sum(len(block.text.split()) for block in blocks_of(root))


class _Item(str):
    """The words of a list's item, until it is known whether a colon leads the list in."""

    __slots__ = ("mark",)
    mark: str


def _bind(found: Iterator[Block | _Item]) -> Iterator[Block]:
    """Items put to the line that leads them in when it ends with a colon; else each is a block of its own."""
    lead: str | None = None
    for one in found:
        if isinstance(one, _Item):
            bound = (lead is not None and lead.rstrip().endswith(":")) or (lead is not None and "\n" in lead)
            if bound and lead is not None and len(lead) + len(one) < _BOUND_CHARS:
                lead = f"{lead}\n{one.mark} {one}"
                continue
            if lead is not None:
                yield Block(lead)
            lead = str(one)
            continue
        if lead is not None:
            yield Block(lead)
            lead = None
        if one.level or " | " in one.text:
            yield one
        else:
            lead = one.text
    if lead is not None:
        yield Block(lead)


def _walk(element: _Element, depth: int) -> Iterator[Block | _Item]:
    name = local_name(element).lower()
    if not name or name in _SILENT or _is_hidden(element):
        return
    if depth > _DEEPEST:
        yield Block(one_space("".join(map(str, element.itertext()))))
        return
    if name in _HEADINGS or name == "head":
        level = _HEADINGS.get(name) or _HEADINGS.get((element.get("rend") or "").lower(), 2)
        yield Block(_words(element), level)
    elif name == "table":
        yield from _table(element, depth)
    elif name in _LISTS:
        yield from _list(element, depth)
    else:
        yield from _flow(element, depth)


def _flow(element: _Element, depth: int) -> Iterator[Block | _Item]:
    """Runs of inline words as paragraphs, and the elements between them by their own rules."""
    run: list[str] = [_said(element.text)]
    for child in element:
        name = local_name(child).lower()
        if name in _BREAKS_A_LINE or (name not in _SILENT and _holds_lines(child)):
            yield from _paragraph(run)
            run = []
            yield from _walk(child, depth + 1)
        elif name in ("br", "lb"):
            run.append("\n")
        elif name and name not in _SILENT and not _is_hidden(child):
            run.append(_inline(child, run))
        run.append(_said(child.tail))
    yield from _paragraph(run)


def _paragraph(run: list[str]) -> Iterator[Block]:
    for part in _TWO_BREAKS.split("".join(run)):
        if part.strip():
            yield Block(part.strip())


def _said(text: str | None) -> str:
    """Words as a page shows them: every run of white space is one blank, so that a line end is always a <br>."""
    return _WHITE.sub(" ", text) if text else ""


def _list(element: _Element, depth: int) -> Iterator[Block | _Item]:
    start = element.get("start") or ""
    number = int(start) if _NUMBER.fullmatch(start) else 1
    for child in element:
        if local_name(child).lower() not in _ITEMS:
            yield from _walk(child, depth + 1)
            continue
        if _is_hidden(child):
            continue
        mark = f"{number}." if local_name(element).lower() == "ol" else "•"
        number += 1
        for place, part in enumerate(_flow(child, depth + 1)):
            if isinstance(part, _Item) or part.level or " | " in part.text:
                yield part
            else:
                item = _Item(part.text)
                item.mark = mark if place == 0 else "–"
                yield item


def _table(element: _Element, depth: int) -> Iterator[Block | _Item]:
    """A row as "head: value | head: value"; a table that only lays out the page gives its cells one by one."""
    for caption in element.iterfind("caption"):
        yield Block(_words(caption))
    table = _plain_table(element)
    if table is None:
        for cell in element.iter("td", "th", "cell"):
            yield from _flow(cell, depth + 1)
        return
    for row in rows_of(table):
        yield Block(row)


def _plain_table(element: _Element) -> _Element | None:
    """A copy that `rows_of` reads: rows under thead and tbody, the head of the first column in its cells."""
    if any(local_name(one).lower() == "table" for one in element.iterdescendants()):
        return None
    maker = element.makeelement
    table, head, body = maker("table", {}), maker("thead", {}), maker("tbody", {})
    table.extend([head, body])
    for row in element.iter("tr", "row"):
        cells = [one for one in row if local_name(one).lower() in ("td", "th", "cell")]
        heads = all(local_name(one).lower() == "th" or one.get("role") == "head" for one in cells)
        in_head = heads and not len(body) and len(cells) > 1
        made = maker("tr", {})
        for cell in cells:
            kept = {key: cell.get(key, "") for key in ("rowspan", "colspan") if cell.get(key)}
            copy = maker("td", kept)
            copy.text = _words(cell)
            made.append(copy)
        if len(made):
            (head if in_head else body).append(made)
    first = next((row[0].text or "" for row in head if len(row)), "")
    if first and len(next(iter(head))) > 1:
        for row in body:
            if len(row) and row[0].text:
                row[0].text = f"{first}: {row[0].text}"
    return table if len(body) else None


def _words(element: _Element) -> str:
    return one_space(_inline(element, []).replace("\n", " "))


def _inline(element: _Element, before: list[str]) -> str:
    """What an inline element says; raised figures keep a sign where they would run into a number."""
    name = local_name(element).lower()
    if name in ("sup", "sub"):
        words = one_space("".join(map(str, element.itertext())))
        last = "".join(before[-2:])[-1:]
        return f"{'^' if name == 'sup' else '_'}{words}" if last.isdigit() and words[:1].isdigit() else words
    out: list[str] = [_said(element.text)]
    for child in element:
        inner = local_name(child).lower()
        if inner in ("br", "lb"):
            out.append("\n")
        elif inner and inner not in _SILENT and not _is_hidden(child):
            spaced = " " if inner in _BREAKS_A_LINE else ""
            out.append(f"{spaced}{_inline(child, out)}{spaced}")
        out.append(_said(child.tail))
    return "".join(out)


def _holds_lines(element: _Element) -> bool:
    return any(local_name(one).lower() in _BREAKS_A_LINE for one in element.iterdescendants())


def _is_hidden(element: _Element) -> bool:
    return (
        element.get("hidden") is not None
        or (element.get("aria-hidden") or "").lower() == "true"
        or bool(HIDES.search(element.get("style") or ""))
        or (element.get("role") or "").lower() in ("navigation", "search", "banner", "contentinfo")
    )
