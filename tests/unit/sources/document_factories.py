"""Guideline documents by hand: the fewest bytes that Word and PDF readers take for a document."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from quoth.model import Notice, Rendition, Report
from quoth.sources import DocumentFacts, Limits, read

FACTS = DocumentFacts(title="Knee pain", issuer="Knee Society", year=2022)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def read_one(path: Path, *, facts: DocumentFacts = FACTS, limits: Limits | None = None) -> tuple[Report, Rendition]:
    """The report of a document and its text."""
    report = next(item for item in read(path, facts=facts, limits=limits) if isinstance(item, Report))
    return report, report.renditions[0]


def notices_of(path: Path, facts: DocumentFacts) -> list[Notice]:
    """The notices that come with a document."""
    return [item for item in read(path, facts=facts) if isinstance(item, Notice)]


def docx(path: Path, paragraphs: Sequence[tuple[str, str]], *, head: str = "", extra: bytes = b"") -> Path:
    """A Word document of (style, words); `head` goes before its root, `extra` is a part of its own."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{escape(words)}</w:t></w:r></w:p>'
        for style, words in paragraphs
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        archive.writestr("word/document.xml", f'{head}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
        archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{_W}">{styles}</w:styles>')
        archive.writestr(
            "word/_rels/document.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
            'Target="styles.xml"/></Relationships>',
        )
        if extra:
            archive.writestr("word/media/x.bin", extra)
    return path


@dataclass(frozen=True)
class Put:
    """Words at a place of a PDF page, in points from the lower left corner."""

    words: str
    x: float
    y: float
    size: float = 10
    bold: bool = False
    scale: float = 1
    """How much larger the page draws it than its font says."""


@dataclass(frozen=True)
class Drawn:
    """A straight line on a PDF page; with a width beyond 1, a filled box as thick."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float = 1


LIGATURE, OWN_HYPHEN = "Ž", "Š"
"""What stands for the one sign "ff", and for U+2010, in `Put.words`: the page's fonts say so of these codes."""
_MEANS = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfchar <8E> <00660066> <8A> <2010> endbfchar endcmap end end"""


def pdf(path: Path, pages: Sequence[Sequence[Put | Drawn]]) -> Path:
    """A PDF of words and lines at places, on A4 pages."""
    objects: list[bytes] = [b"", b""]
    for name in (b"Helvetica", b"Helvetica-Bold"):
        font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>"
        objects.append(font % name)
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_MEANS), _MEANS))
    kids = []
    for page in pages:
        drawn = "".join(map(_drawn, page)).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % len(objects)
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    named = " ".join(f"{kid} 0 R" for kid in kids).encode()
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (named, len(kids))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    path.write_bytes(out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end)
    return path


def _drawn(one: Put | Drawn) -> str:
    if isinstance(one, Drawn):
        if one.width > 1:
            return f"{one.x} {one.y} {one.to_x - one.x} {one.to_y - one.y} re f\n"
        return f"{one.width} w {one.x} {one.y} m {one.to_x} {one.to_y} l S\n"
    font, scale = 2 if one.bold else 1, one.scale
    return f"BT /F{font} {one.size} Tf {scale} 0 0 {scale} {one.x} {one.y} Tm ({_escaped(one.words)}) Tj ET\n"


def column(text: str, *, x: float, top: float = 760, step: float = 13, size: float = 10) -> list[Put]:
    """Lines of text below each other."""
    return [Put(line, x, top - step * n, size) for n, line in enumerate(text.strip().split("\n"))]


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
