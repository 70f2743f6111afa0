"""A guideline as a web page: its main text, with headings, lists and tables.

Where the page says itself what its main part is (`main`, or one `article`), that is taken whole. Else trafilatura finds
it; and where that would lose more than half of the words that a reader sees, the page is taken whole: a menu too many
is a nuisance, a recommendation too few is a fault.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import LxmlError, ParserError, _Element

from quoth.errors import BadFile, HostileFile, MissingExtra
from quoth.sources.document import Document, items_of
from quoth.sources.html_blocks import blocks_of, visible_words
from quoth.sources.html_styles import drop_hidden_by_style
from quoth.sources.items import Item, Options
from quoth.sources.markup import one_space
from quoth.sources.opening import CutShort, read_bytes
from quoth.sources.page_text import text_of_page

__all__ = ["document_of", "read"]

_TITLE_METAS = ("citation_title", "dc.title", "og:title")
_KEPT_SHARE = 0.5
_TAG = re.compile(r"""<[a-zA-Z](?:[^>=]+|=\s*(?:"[^"]*"|'[^']*')?)*""")
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"']*)""")
_LONG_TAG = 2_000
"""Characters; a shorter one holds no attributes beyond measure."""
_ATTRIBUTES_MAX = 1_000
"""Of one element. The parser compares each with all before it: 200,000 of them keep it busy for many minutes."""


def read(path: Path, options: Options) -> Iterator[Item]:
    """The page as a report.

    Raises:
        BadFile: it cannot be read, or holds no text; HostileFile when it is too large.
        MissingExtra: the page does not mark its main part, and what finds it is not installed.
    """
    try:
        data = read_bytes(path, options.limits, at_most=options.limits.document_bytes, what="a web page")
    except CutShort as fault:
        raise BadFile(f"{path.name!r} cannot be read whole: {fault}. Fetch it again.") from fault
    yield from items_of(path, options, document_of(data, path.name), "HTML")


def document_of(data: bytes | str, name: str, *, whole: bool = False) -> Document:
    """What a page holds.

    Args:
        data: the page, as bytes where its encoding is its own affair.
        name: for faults.
        whole: the page is nothing but the document.

    Raises:
        BadFile: there is no page in it; HostileFile when it nests beyond measure.
        MissingExtra: as `read`.
    """
    if isinstance(data, bytes):
        data = text_of_page(data)
    if _most_attributes(data) > _ATTRIBUTES_MAX:
        raise HostileFile(
            f"{name!r} has an element with more than {_ATTRIBUTES_MAX:,} attributes, as no honest page has. Save its "
            "text alone, and read that."
        )
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(data, parser=parser)
    except (LxmlError, ParserError, ValueError) as fault:
        raise BadFile(f"{name!r} is no HTML page: {fault}. Save it again from a browser.") from fault
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise HostileFile(
            f"{name!r} nests its elements deeper than any honest page. Save its text alone, and read that."
        )
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise HostileFile(
            f"{name!r} has a paragraph of more than ten million characters, behind which nothing could be read. Split "
            "it, and read the parts."
        )
    if drop_hidden_by_style(root):
        data = lxml_html.tostring(root, encoding="unicode")
    body = root.find("body")
    found = body if body is not None else root
    main = found if whole else _main(found, data, name)
    language = (root.get("lang") or "").split("-")[0].lower() or None
    return Document(tuple(blocks_of(main)), _title(root), language=language)


def _most_attributes(data: bytes | str) -> int:
    """About how many attributes the element with most of them has, among those long enough to have many."""
    page = data if isinstance(data, str) else data.replace(b"\0", b"").decode("latin-1")  # UTF-16 as well
    long = (tag for tag in _TAG.findall(page) if len(tag) > _LONG_TAG)
    return max((len(_VALUE.sub(" ", tag).replace("/", " ").split()) for tag in long), default=0)


def _main(body: _Element, data: bytes | str, name: str) -> _Element:
    marked = [one for one in body.iter(etree.Element) if one.tag == "main" or one.get("role") == "main"]
    marked = marked or list(body.iter("article"))
    if len(marked) == 1 and visible_words(marked[0]) > 0:
        return marked[0]
    words = visible_words(body)
    chosen = _extracted(data, name)
    return chosen if chosen is not None and visible_words(chosen) >= _KEPT_SHARE * words else body


def _extracted(data: bytes | str, name: str) -> _Element | None:
    """The main part as trafilatura finds it, or `None` when it finds none."""
    try:
        from trafilatura import bare_extraction
    except ImportError as fault:
        raise MissingExtra(f"Finding the main text of {name!r}", "documents") from fault
    found = bare_extraction(
        data,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        favor_recall=True,
        deduplicate=False,
    )
    body: _Element | None = getattr(found, "body", None)
    return body


def _title(root: _Element) -> str | None:
    for name in _TITLE_METAS:
        for meta in root.iter("meta"):
            if name in ((meta.get("name") or "").lower(), (meta.get("property") or "").lower()):
                return one_space(meta.get("content") or "") or None
    for tag in ("h1", "title"):
        for element in root.iter(tag):
            if words := one_space("".join(map(str, element.itertext()))):
                return words[:500]
    return None
