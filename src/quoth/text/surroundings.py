"""Where the lines stand that a stretch of text hangs on: the words above its list, its notes, the headings over it.

Layout ties these to a sentence as firmly as its own clauses do, and no words of the sentence show it. Here is only
where they stand; whether they must be shown is decided by whoever quotes.
"""

import re
from collections.abc import Sequence

from quoth.text.later import compile_later
from quoth.text.sentences import Extent, sentences

__all__ = [
    "closing_line_of",
    "heading_extents",
    "lead_ins_of",
    "notes_of",
    "row_at",
    "same_paragraph",
    "table_titles_of",
]

_LIST_CHARS, _LIST_LINES, _LEAD_CHARS, _NOTE_CHARS = 6_000, 12, 400, 600
_OPEN_LEAD_CHARS, _STOPS = 120, (".", ",", ";", "!", "?", ")", "]")
_NOTES_AWAY_CHARS = 12_000
"""How far after a sentence its note is looked for: the foot of a page or of a table."""
_TABLE_CHARS, _TITLE_CHARS, _TITLES = 30_000, 300, 2
_CELL = " | "
"""Between the cells of a table's row, which stands in a line of its own."""
_NAMES_A_TABLE = re.compile(r"(?:Table|Tab\.|Box|Exhibit|Chart|Schedule)\b", re.IGNORECASE)
_ENDS_A_SENTENCE = re.compile(r"[.;?!]\)?(?:\s*[\[(][^()\[\]]{1,80}[\])])?[.;]?(?:[\s\d,\u2013-]{0,20}\d)?$")
"""With a grade or the numbers of references behind its stop, or none: "in women. (D recommendation)", "(1C).12,14"."""
_IS_ADVICE = re.compile(
    r"\b(?:we|panel|committee|task force|guideline|USPSTF) (?:\w+ ){0,2}(?:recommends?|suggests?)\b", re.I
)
"""No line that parts the rows of a table, though it ends without a stop: "We recommend tape (1A)"."""
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_ITEM = compile_later(r"\s*(?:[•‣◦▪·*–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")
_POINTS_ON = compile_later(r"\b(?:the following|as follows|below|any of|all of|one of|either of)\b")
_OF_A_LIST = compile_later(
    r"^\W{0,3}(?:all|any|none|both|each|either|neither|these|those|everything|nothing|the (?:above|list|last|first"
    r"|latter"
    r"|former|items?))\b|\b(?:of|to|from|in) (?:these|those|them|the above)\b|\babove\b",
    re.IGNORECASE,
)
_SYMBOL = compile_later(r"(?<=[^\s*†‡§¶‖#])(?:\*{1,3}|†{1,2}|‡{1,2}|§{1,2}|¶|‖|#)(?![\w*†‡§])")
_SUPERSCRIPT = compile_later(r"(?:[.,;:)](\d{1,2}|[a-f])|[^\W\d_]{2}(\d{1,2})|([¹²³⁴-⁹])[.,;:)]?|(\([a-f]\))[.,;:]?)\Z")
_REFERENCE = compile_later(r"\bet al\b|\b(?:19|20)\d\d ?[;:]|\bdoi\b|\bhttps?:")
_AFTER = re.compile(r"[.,;:]?(?:[*†‡§¶‖#]{1,3}|[¹²³⁴-⁹])(?=\s|$)")


def same_paragraph(text: str, one: int, other: int) -> bool:
    """Whether no blank line stands between two places of a text."""
    return _BLANK_LINE.search(text, min(one, other), max(one, other)) is None


def lead_ins_of(text: str, start: int, section_start: int) -> tuple[Extent, ...]:
    """The words that lead in the list in whose items `start` stands, outermost first; none outside a list.

    A list is a run of lines without a blank one. Its lead-in is the last sentence of the line above its first item,
    with or without a blank line between, where that ends with a colon or without any stop, or points at what follows.
    An item that ends with a colon leads in those after it. Of an item far down nobody reads it so.

    Args:
        text: the whole text.
        start: a place in an item; a place beyond the text stands in none.
        section_start: where its section begins; what stands above is a heading.
    """
    if not 0 <= start <= len(text):
        return ()
    breaks = [found.end() for found in _BLANK_LINE.finditer(text, max(0, start - _LIST_CHARS), start)]
    block = max(section_start, breaks[-1] if breaks else max(0, start - _LIST_CHARS))
    line = max(block, text.rfind("\n", block, start) + 1)
    if not _ITEM.match(text, line) or text[line : _line_end(text, line)].rstrip().endswith(":"):
        return ()
    inner: Extent | None = None
    for _ in range(_LIST_LINES):
        if line <= block or not _ITEM.match(text, line):
            break
        line = max(block, text.rfind("\n", block, line - 1) + 1)
        words = text[line : _line_end(text, line)].rstrip()
        if inner is None and words.endswith(":") and _ITEM.match(text, line) and len(words) <= _LEAD_CHARS:
            inner = (_after_mark(text, line), line + len(words))
    head = _head_of_list(text, line, section_start)
    return tuple(one for one in (head, inner) if one)


def _head_of_list(text: str, line: int, section_start: int) -> Extent | None:
    """The sentence that leads in the list whose first item, or whose head, stands in the line that begins at `line`."""
    if _ITEM.match(text, line):
        above = text[section_start:line].rstrip()
        if not above:
            return None
        line = max(section_start, text.rfind("\n", section_start, section_start + len(above)) + 1)
    words = text[line : _line_end(text, line)].rstrip()
    if not words or _ITEM.match(text, line):
        return None
    first, last = sentences(words)[-1]
    # Without a colon only a line of its own leads in: the rest of an item that runs on begins with a small letter.
    open_ended = words[first].isupper() and not words.endswith(_STOPS) and last - first <= _OPEN_LEAD_CHARS
    leads = words.endswith(":") or open_ended or _POINTS_ON.search(words, first)
    return (line + first, line + last) if leads and last - first <= _LEAD_CHARS else None


def closing_line_of(text: str, end: int, section_end: int) -> Extent | None:
    """The line right after the list in whose items a stretch ends that ends at `end`, where it speaks of the list."""
    line = text.rfind("\n", 0, max(0, end - 1)) + 1
    if not _ITEM.match(text, line):
        return None
    for _ in range(_LIST_LINES):
        line = _line_end(text, line) + 1
        while line < section_end and text[line] in "\r\n":
            line += 1
        if line >= section_end:
            return None
        if not _ITEM.match(text, line):
            break
    words = text[line : min(_line_end(text, line), section_end)].rstrip()
    tells = len(words) <= _LEAD_CHARS and _OF_A_LIST.search(words) and not _ITEM.match(text, line)
    return (line, line + len(words)) if tells else None


def _after_mark(text: str, line: int) -> int:
    """Where an item's own words begin."""
    marked = _ITEM.match(text, line)
    return marked.end() - 1 if marked else line


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def row_at(text: str, place: int) -> Extent | None:
    """The row of a table that holds a character; `None` where its line has no cells."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    words = text[start:end]
    return (start + len(words) - len(words.lstrip()), start + len(words.rstrip())) if _CELL in words else None


def table_titles_of(text: str, start: int, *, section_start: int) -> tuple[Extent, ...]:
    """The lines over a table in whose rows `start` stands: what parts its rows, and what the table is called.

    Both are short and no sentences, unless they name a table. They stand in the section, after its heading.
    """
    row = row_at(text, start)
    found: list[Extent] = []
    at = row[0] if row else section_start
    while row and at > max(section_start, start - _TABLE_CHARS) and len(found) < _TITLES:
        end = len(text[:at].rstrip())
        begin = max(text.rfind("\n", 0, end) + 1, section_start)
        words = text[begin:end].strip()
        if end <= section_start or not words:
            break
        at = begin
        if _CELL in words:
            continue
        named = _NAMES_A_TABLE.match(words) is not None
        if len(words) > _TITLE_CHARS or ((_ENDS_A_SENTENCE.search(words) or _IS_ADVICE.search(words)) and not named):
            break
        found.append((begin, end))
        if named:
            break
    return tuple(reversed(found))


def notes_of(text: str, start: int, end: int, *, section_end: int) -> tuple[Extent, ...]:
    """The notes that marks in or right after a stretch call for: for each mark the next line that opens with it.

    Args:
        text: the whole text.
        start: the first character of the stretch.
        end: the one after its last; a stretch that the text does not have carries no mark.
        section_end: where its section ends. A figure or a letter calls for a note of its own section alone: elsewhere
            such a line is a reference or an item.
    """
    if not 0 <= start < end <= len(text):
        return ()
    after = _AFTER.match(text, end)
    words = text[start : after.end() if after else end]
    marks = [found.group() for found in _SYMBOL.finditer(words)]
    last = _SUPERSCRIPT.search(words)
    if last:
        marks.append(last[last.lastindex or 0])
    found = (
        _note(text, mark, end, section_end if mark.strip("()").isalnum() else end + _NOTES_AWAY_CHARS)
        for mark in dict.fromkeys(marks)
    )
    return tuple(note for note in found if note)


def _note(text: str, mark: str, after: int, until: int) -> Extent | None:
    # A figure or a letter is a note's mark only with a space and a capital after it: "1. Smith J" is a reference.
    own = r"[^\S\n]{1,3}(?=[A-Z])" if mark.isalnum() else r"[^\S\n]{0,3}(?=[^\W_]|[\"“(<>≤≥])"
    opens = re.compile(rf"^[^\S\n]*{re.escape(mark)}{own}", re.MULTILINE)
    for found in opens.finditer(text, after, until):
        if found.start() > after:
            end = text.find("\n", found.end())
            end = len(text) if end < 0 else end
            words = text[found.start() : end]
            if len(words) <= _NOTE_CHARS and not _REFERENCE.search(words):
                return found.start() + len(words) - len(words.lstrip()), found.start() + len(words.rstrip())
    return None


def heading_extents(text: str, start: int, headings: Sequence[str]) -> tuple[Extent, ...]:
    """Where the headings over a section that begins at `start` stand in the text, innermost first.

    Args:
        text: the whole text.
        start: the first character of the section.
        headings: from the outermost to the innermost; those that the text does not hold are passed over.
    """
    found: list[Extent] = []
    before = start
    for heading in reversed([one for one in headings if one]):
        at = _line(text, heading, before)
        if at is None or (not found and text[at + len(heading) : start].strip()):
            continue
        found.append((at, at + len(heading)))
        before = at
    return tuple(found)


def _line(text: str, words: str, before: int) -> int | None:
    """Where the last line before a place begins that holds these words and no other."""
    at = text.rfind(words, 0, before)
    while at >= 0:
        end = at + len(words)
        if (at == 0 or text[at - 1] == "\n") and (end == len(text) or text[end] in "\r\n"):
            return at
        at = text.rfind(words, 0, at)
    return None
