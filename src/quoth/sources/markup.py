"""Inline markup to plain text, without making a number that nobody wrote.

"10<sup>6</sup>" printed flat would read 106. So a superscript or subscript that would run into a number keeps a sign:
"10^6", "10^-3", "5.^2"; where nothing can be mistaken it is set plainly: "kg/m2", "I2", "VO2max", "km·h-1", and
reference marks as "pathway1". Formulae are written on one line the same way, fractions as "(a)/(b)".
White space of any kind becomes a single space.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element

__all__ = ["clean_text", "flat_text", "local_name", "one_space", "runs"]

_AFTER_NUMBER = re.compile(r"[0-9][.,%‰)\]]?$")
_NUMERIC = re.compile(r"[\s(\[]*[+\u2212\u2013-]?\s*[0-9.,]")
_ENDS_IN_DIGIT = re.compile(r"[0-9]$")
_SILENT = frozenset(["annotation", "annotation-xml", "tex-math", "alternatives-dropped", "mphantom", "comment"])
_ACCENTS = {".": "\u0307", "˙": "\u0307", "¯": "\u0304", "-": "\u0304", "ˉ": "\u0304", "‾": "\u0304", "^": "\u0302"}
_ACCENTS |= {"→": "\u20d7", "~": "\u0303", "¨": "\u0308"}
_BREAKS = frozenset(["p", "break", "br", "list-item", "disp-formula", "td", "th", "tr", "title", "def", "term"])
MAX_DEPTH = 80


def one_space(text: str) -> str:
    """The words of `text` with one space between them."""
    return " ".join(text.split())


def clean_text(text: str) -> str:
    """As `one_space` for text out of XML, and quicker for what is clean already, as nearly every text of PubMed is."""
    clean = "\n" not in text and "\t" not in text and "\r" not in text if text.isascii() else text.isprintable()
    return text.strip() if clean and "  " not in text else " ".join(text.split())


def local_name(element: _Element) -> str:
    """An element's name without its namespace; empty for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def flat_text(element: _Element) -> str:
    """Everything an element says, on one line."""
    if not len(element):
        text = element.text
        return clean_text(text) if text is not None else ""
    out: list[str] = []
    _write(element, out, 0)
    return one_space("".join(out))


def runs(element: _Element, blocks: frozenset[str]) -> Iterator[str | _Element]:
    """What an element says in its order: text on one line, and those of its children that are blocks, as they are."""
    out: list[str] = [element.text or ""]
    for child in element:
        if local_name(child) in blocks:
            yield one_space("".join(out))
            yield child
            out = [child.tail or ""]
        else:
            _write_child(child, out, 1)
            _write_tail(child, out)
    yield one_space("".join(out))


def _write(element: _Element, out: list[str], depth: int) -> None:
    if depth > MAX_DEPTH:  # nobody writes this deep; its words are kept, its markup is not
        out.append("".join(map(str, element.itertext())))
        return
    if element.text:
        out.append(element.text)
    for child in element:
        _write_child(child, out, depth + 1)
        _write_tail(child, out)


def _write_tail(child: _Element, out: list[str]) -> None:
    if child.tail:
        last = out[-1] if out else ""
        if _ENDS_IN_DIGIT.search(last) and child.tail[0].isdigit() and local_name(child) in _SHIFTED:
            out.append(" ")
        out.append(child.tail)


def _write_child(child: _Element, out: list[str], depth: int) -> None:
    name = local_name(child)
    if not name or name in _SILENT:
        return
    if name in _SHIFTED:
        _shift(_SHIFTED[name], _flat(child, depth), out)
    elif name in _FORMULAE:
        _formula(name, child, out, depth)
    elif name == "mfenced":
        out.append(child.get("open", "("))
        out.append((child.get("separators", ",")[:1] or "").join(_flat(part, depth) for part in child))
        out.append(child.get("close", ")"))
    elif name == "alternatives":
        # The same formula twice: the readable one is kept.
        best = next((part for part in child if local_name(part) in {"math", "textual-form"}), None)
        best = best if best is not None else next(iter(child), None)
        if best is not None:
            _write_child(best, out, depth)
    else:
        spaced = name in _BREAKS
        out.append(" " if spaced else "")
        _write(child, out, depth)
        out.append(" " if spaced or name == "mspace" else "")


def _flat(element: _Element, depth: int) -> str:
    out: list[str] = []
    _write(element, out, depth + 1)
    return one_space("".join(out))


_SHIFTED = {"sup": "^", "sub": "_", "superscript": "^", "inf": "_"}
_FORMULAE = {"msup", "msub", "msubsup", "mfrac", "mover", "msqrt", "mroot", "mmultiscripts", "mtr"}


def _shift(sign: str, words: str, out: list[str]) -> None:
    """Set raised or lowered words after what is there, with a sign where they would run into a number."""
    if not words:
        return
    before = "".join(out[-3:])[-2:]
    if before[-1:].isspace():
        before = ""
    out.append(f"{sign}{words}" if _AFTER_NUMBER.search(before) and _NUMERIC.match(words) else words)


def _formula(name: str, child: _Element, out: list[str], depth: int) -> None:
    parts = [_flat(part, depth) for part in child if local_name(part)]
    if name == "mtr":
        out.append(", ".join(parts) + "; ")
    elif name == "msqrt":
        out.append(f"√({' '.join(parts)})")
    elif name == "mmultiscripts":
        _multiscripts(child, out, depth)
    elif len(parts) < 2:
        out.extend(parts)
    elif name == "mfrac":
        out.append(f"({parts[0]})/({parts[1]})")
    elif name == "mroot":
        out.append(f"√[{parts[1]}]({parts[0]})")
    elif name == "mover":
        accent = _ACCENTS.get(parts[1].strip())
        out.append(parts[0][:1] + accent + parts[0][1:] if accent else f"{parts[0]}^({parts[1]})")
    elif name == "msubsup":
        out.append(parts[0])
        _shift("_", parts[1], out)
        if len(parts) > 2:
            out.append(f"^{parts[2]}" if _NUMERIC.match(parts[2]) else parts[2])
    else:
        out.append(parts[0])
        _shift("^" if name == "msup" else "_", parts[1], out)


def _multiscripts(child: _Element, out: list[str], depth: int) -> None:
    """Scripts around a base, as in isotopes: those before it come first, marked as raised where numeric."""
    names = [local_name(part) for part in child]
    at = names.index("mprescripts") if "mprescripts" in names else len(names)
    words = [_flat(part, depth) if name != "none" else "" for part, name in zip(child, names, strict=True)]
    before = [word for word in words[at + 1 :] if word]
    after = [word for word in words[1:at] if word]
    out.append("".join(before))
    out.append(words[0] if words else "")
    for word in after:
        _shift("^", word, out)
