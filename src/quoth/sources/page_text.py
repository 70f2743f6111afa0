"""A web page's bytes as text, in the encoding that its writer used and not always the one that it names.

Browsers read "iso-8859-1" and "ascii" as windows-1252 (WHATWG, Encoding Standard, section 4.2), since that is what was
written: read by the letter, the dash of "0.5–1 mg" is a control character that nobody sees. What is UTF-8
beyond doubt is read as UTF-8, whatever it is called.
"""

import re

__all__ = ["text_of_page"]

_HEAD_BYTES = 4_096
_NAMED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_WESTERN = frozenset(
    (
        "iso-8859-1",
        "iso8859-1",
        "iso_8859-1",
        "latin1",
        "latin-1",
        "l1",
        "ascii",
        "us-ascii",
        "windows-1252",
        "cp1252",
        "x-cp1252",
        "ansi_x3.4-1968",
    )
)
_UTF_8 = frozenset({"utf-8", "utf8", "unicode-1-1-utf-8"})
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,400}>")
"""Names an encoding, which the text no longer has."""


def text_of_page(data: bytes) -> str | bytes:
    """The page as text, or its bytes where it is in an encoding that the parser knows better.

    A byte that stands for nothing in the encoding is U+FFFD.
    """
    if data.startswith(_MARKS):
        return data
    named = _NAMED.search(data[:_HEAD_BYTES])
    label = named.group(1).decode("ascii", "replace").lower() if named else "utf-8"
    if label not in _WESTERN | _UTF_8:
        return data
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        damaged = label in _UTF_8 and _is_damaged(data)
        text = data.decode("utf-8" if damaged else "cp1252", "replace")
    return _PROLOGUE.sub("", text)


def _is_damaged(data: bytes) -> bool:
    """Whether a page is UTF-8 in most of its places, so that a few bytes are damaged."""
    text = data.decode("utf-8", "replace")
    return sum(char > "\x7f" and char != "\ufffd" for char in text) > text.count("\ufffd")
