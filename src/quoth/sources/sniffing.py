"""Which format a file is in, by its content; the name only decides where content leaves two possibilities."""

import re
from pathlib import Path

from quoth.errors import BadFile
from quoth.sources.items import Limits
from quoth.sources.opening import CutShort, iter_chunks

__all__ = ["FORMATS", "sniff"]

FORMATS = (
    "pubmed-xml",
    "jats",
    "medline",
    "ris",
    "bibtex",
    "pack",
    "retractions",
    "mesh",
    "html",
    "markdown",
    "docx",
    "pdf",
)
_HEAD_BYTES = 1 << 16

_ROOT = re.compile(rb"<(?![?!])(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_PROLOGUE = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)", re.DOTALL)
_FORMAT_BY_ROOT = {
    b"PubmedArticleSet": "pubmed-xml",
    b"PubmedBookArticleSet": "pubmed-xml",
    b"MedlineCitationSet": "pubmed-xml",
    b"PubmedArticle": "pubmed-xml",
    b"PubmedBookArticle": "pubmed-xml",
    b"MedlineCitation": "pubmed-xml",
    b"DeleteCitation": "pubmed-xml",
    b"article": "jats",
    b"pmc-articleset": "jats",
    b"articles": "jats",
    b"DescriptorRecordSet": "mesh",
    b"html": "html",
    b"HTML": "html",
}
# Some exports wrap known records in a root of their own: then the first known element decides.
_FORMAT_BY_ELEMENT = (
    (re.compile(rb"<(?:PubmedArticle|PubmedBookArticle|MedlineCitation|DeleteCitation)[\s>]"), "pubmed-xml"),
    (re.compile(rb"<(?:[\w.-]+:)?article[\s>]"), "jats"),
    (re.compile(rb"<DescriptorRecord[\s>]"), "mesh"),
)
# Running text says nothing of its format: there the name decides. A pack whose first line is missing or wrong is a pack
# all the same, or its writer would not be told what is wrong with it.
_FORMAT_BY_NAME = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".yaml": "pack",
    ".yml": "pack",
}
_FORMAT_BY_LINE = (
    ("pack", re.compile(rb"^quoth_pack\s*:", re.MULTILINE)),
    ("ris", re.compile(rb"^[ \t]*TY {1,2}-", re.MULTILINE)),
    ("medline", re.compile(rb"^(?:PMID|VN  |UI  |STAT|OWN )- ", re.MULTILINE)),
    ("bibtex", re.compile(rb"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)),
    ("mesh", re.compile(rb"\A\s*\*NEWRECORD\s")),
    ("mesh", re.compile(rb"\A(?:DescriptorUI|mesh_id)\t", re.IGNORECASE)),
    ("retractions", re.compile(rb"\A[^\n]*\b(?:RetractionDOI|RetractionNature|OriginalPaper\w+)\b", re.IGNORECASE)),
    ("retractions", re.compile(rb"\A\"?doi\"?,\"?retractionwatch\b", re.IGNORECASE)),
    ("retractions", re.compile(rb"\A[^\n]*\bdoi\b[^\n]*\b(?:notice_doi|retraction|status)\b", re.IGNORECASE)),
    ("retractions", re.compile(rb"\A\s*\{\s*\"(?:retractions|concerns|corrections|reinstatements|as_of)\"\s*:")),
)


def sniff(path: Path, limits: Limits | None = None) -> str:
    """The name of the file's format, one of `FORMATS`.

    Raises:
        BadFile: the content is none of them, or the file is empty or cannot be opened.
        HostileFile: it unpacks beyond the limits.
    """
    head = _head(path, limits or Limits())
    if not head.strip():
        raise BadFile(f"{path.name!r} is empty. Known formats: {', '.join(FORMATS)}.")
    found = _document_format(head, path.suffix.lower())
    if found is None:
        found = _xml_format(head) if head.lstrip().startswith(b"<") else None
    if found is None:
        found = next((name for name, cue in _FORMAT_BY_LINE if cue.search(head)), None)
    if found is None:
        found = _FORMAT_BY_NAME.get(path.suffix.lower())
    if found is None and head.startswith(b"PK") and b"manifest.json" in head:
        raise BadFile(f"{path.name!r} looks like an export of a library. Bring it in with `quoth library import`.")
    if found is None:
        raise BadFile(
            f"{path.name!r} is in no format that is known here. Known formats: {', '.join(FORMATS)}. "
            "If it is one of them, name it with --format."
        )
    return found


def _head(path: Path, limits: Limits) -> bytes:
    head = b""
    try:
        for piece in iter_chunks(path, limits):
            head += piece
            if len(head) >= _HEAD_BYTES:
                break
    except CutShort as fault:
        if not head:
            raise BadFile(f"{path.name!r} cannot be unpacked: {fault}. Fetch it again.") from fault
    for mark, encoding in ((b"\xef\xbb\xbf", ""), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            head = head[len(mark) :]
            return head.decode(encoding, "replace").encode() if encoding else head
    return head


def _document_format(head: bytes, suffix: str) -> str | None:
    """Formats that are known by their first bytes, or by a doctype that no XML format has."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04") and (suffix == ".docx" or b"word/" in head or b"[Content_Types].xml" in head):
        return "docx"
    return "html" if re.match(rb"\s*<!doctype\s+html\b", head, re.IGNORECASE) else None


def _xml_format(head: bytes) -> str | None:
    at = 0
    while prologue := _PROLOGUE.match(head, at):
        at = prologue.end()
    root = _ROOT.search(head, at)
    if root is None:
        return None
    if root.group(1) in _FORMAT_BY_ROOT:
        return _FORMAT_BY_ROOT[root.group(1)]
    hits = [(match.start(), name) for cue, name in _FORMAT_BY_ELEMENT if (match := cue.search(head, at))]
    return min(hits)[1] if hits else None
