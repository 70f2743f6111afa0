"""XML that comes in cut into records: safe parsing of one record, and refusal of what no honest file holds.

A record is parsed on its own, without any document type, so no entity can be declared for it: bombs and outside
entities have no way in. What stands before the first record is looked at for an internal subset, and refused with one.
"""

import re

from lxml import etree

from quoth.errors import HostileFile

__all__ = ["check_prologue", "declared_encoding", "new_parser", "parse_element"]

_SUBSET = re.compile(rb"<!\s*(ENTITY|ELEMENT|ATTLIST|NOTATION)\b|<!DOCTYPE[^>\[]{0,2000}\[", re.IGNORECASE)
_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']")


def new_parser() -> etree.XMLParser:
    """A parser that fetches nothing, expands nothing and keeps libxml2's own limits on depth and text."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_blank_text=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        encoding="utf-8",
    )


def parse_element(data: bytes, parser: etree.XMLParser) -> etree._Element:
    """The element in `data`, which is UTF-8. Raises lxml.etree.XMLSyntaxError."""
    return etree.fromstring(data, parser)


def check_prologue(file: str, data: bytes) -> None:
    """Refuse document types that declare anything; an outside identifier alone, as PubMed's, is let pass unread.

    Raises:
        HostileFile: there is an internal subset or a declaration.
    """
    found = _SUBSET.search(data)
    if found is not None:
        what = (found.group(1) or b"internal subset").decode()
        raise HostileFile(
            f"{file!r} declares things of its own in its document type ({what}), as entity bombs do. "
            "No PubMed or PMC file does. Nothing of it was read."
        )


def declared_encoding(head: bytes) -> str | None:
    """The encoding that an XML declaration names, lower case."""
    found = _ENCODING.match(head.removeprefix(b"\xef\xbb\xbf"))
    return found.group(1).decode().lower() if found else None
