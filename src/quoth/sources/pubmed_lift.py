"""The regular lists of a citation, read straight from its bytes before the rest of it is parsed.

Headings, history dates, affiliations and cited works are most of a citation's elements, and building a tree of
them costs more than everything else. So what is not read is left out, and what is small and repeats (a heading, a day)
is parsed once and remembered. Whatever does not look exactly as PubMed writes it stays where it is, for the parser:
lifting changes the speed and never the result, which a test holds it to.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from quoth.model import MeshHeading, PartialDate
from quoth.sources.bibliographic_dates import date_of_parts
from quoth.sources.xml_guard import new_parser, parse_element

__all__ = ["Lifted", "heading_of", "lift"]

_DATE = re.compile(
    rb'<PubMedPubDate PubStatus="([a-z-]+)">\s*<Year>([0-9]{4})</Year>\s*<Month>([0-9]{1,2})</Month>\s*'
    rb"<Day>([0-9]{1,2})</Day>"
)


@dataclass(slots=True)
class Lifted:
    """What is left of a citation, and what was read from it already (`None`: not lifted)."""

    data: bytes
    mesh: list[MeshHeading] | None = None
    history: list[tuple[str, PartialDate]] | None = None


def lift(data: bytes) -> Lifted:
    """Take the regular lists out of one citation's UTF-8 bytes."""
    lifted = Lifted(data)
    if b"!" in data and b"<!" in data:  # in a comment or CDATA section the bytes may not mean what they say
        return lifted
    _references(lifted)
    _history(lifted)
    _mesh(lifted)
    _affiliations(lifted)
    return lifted


def _references(lifted: Lifted) -> None:
    data = lifted.data
    end = data.rfind(b"</ReferenceList>", -120)
    start = data.find(b"<ReferenceList>") if end >= 0 else -1
    if start >= 0:
        lifted.data = data[:start] + data[end + 16 :]


def _affiliations(lifted: Lifted) -> None:
    first, *others = lifted.data.split(b"<AffiliationInfo>")
    kept = [first]
    for part in others:
        _, found, rest = part.partition(b"</AffiliationInfo>")
        if not found:
            return
        kept.append(rest)
    lifted.data = b"".join(kept)


def _mesh(lifted: Lifted) -> None:
    data = lifted.data
    start = data.rfind(b"<MeshHeadingList>")
    end = data.find(b"</MeshHeadingList>", start) if start >= 0 else -1
    if end < 0:
        return
    pieces = data[start + 17 : end].split(b"</MeshHeading>")
    if pieces.pop().strip():
        return
    try:
        lifted.mesh = [heading for piece in pieces if (heading := _heading(piece.strip())) is not None]
    except etree.XMLSyntaxError:
        return
    lifted.data = data[:start] + data[end + 18 :]


@lru_cache(maxsize=16384)
def _heading(piece: bytes) -> MeshHeading | None:
    return heading_of(parse_element(piece + b"</MeshHeading>", _parser()))


@lru_cache(maxsize=1)
def _parser() -> etree.XMLParser:
    return new_parser()


def heading_of(heading: etree._Element) -> MeshHeading | None:
    """The noun for one MeshHeading element, or `None` when it names no descriptor."""
    descriptor: etree._Element | None = None
    qualifiers: list[tuple[str, bool]] = []
    for part in heading:
        words = " ".join((part.text or "").split())
        if part.tag == "DescriptorName" and words:
            descriptor = part
        elif words:
            qualifiers.append((words, part.get("MajorTopicYN") == "Y"))
    if descriptor is None:
        return None
    name = " ".join((descriptor.text or "").split())
    return MeshHeading(name, descriptor.get("MajorTopicYN") == "Y", tuple(qualifiers), descriptor.get("UI"))


def _history(lifted: Lifted) -> None:
    data = lifted.data
    start = data.rfind(b"<History>")
    end = data.find(b"</History>", start) if start >= 0 else -1
    if end < 0:
        return
    whole = data[start:end]
    found = _DATE.findall(whole)
    if len(found) == whole.count(b"<PubMedPubDate"):
        lifted.history = [_event(*parts) for parts in found]
        lifted.data = data[:start] + data[end + 10 :]


@lru_cache(maxsize=16384)
def _event(status: bytes, year: bytes, month: bytes, day: bytes) -> tuple[str, PartialDate]:
    return status.decode(), date_of_parts(year.decode(), month.decode(), day.decode())
