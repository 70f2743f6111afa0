"""A guideline as a Word document: looked over as an archive first, then turned into HTML by mammoth.

Pictures, macros and whatever the document links to are never touched.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from quoth.errors import BadFile, HostileFile, MissingExtra
from quoth.model import Doubt, DoubtKind
from quoth.sources.document import items_of
from quoth.sources.html import document_of
from quoth.sources.items import Item, Limits, Options

__all__ = ["read"]

_ENTRIES = 5_000
_UNPACKED_TIMES = 4
_XML_HEAD_BYTES = 4096
_STYLES = "p[style-name='Title'] => h1:fresh"


def read(path: Path, options: Options) -> Iterator[Item]:
    """The document as a report.

    Raises:
        BadFile: it is no Word document; HostileFile when it unpacks beyond the limits or declares entities.
        MissingExtra: what reads it is not installed.
    """
    try:
        import mammoth
    except ImportError as fault:
        raise MissingExtra(f"Reading the Word document {path.name!r}", "documents") from fault
    _look_over(path, options.limits)
    try:
        with path.open("rb") as file:
            made = mammoth.convert_to_html(
                file, style_map=_STYLES, convert_image=_no_picture, include_embedded_style_map=False
            )
    except Exception as fault:
        raise BadFile(f"{path.name!r} cannot be read as a Word document: {fault}. Save it again as DOCX.") from fault
    document = document_of(f"<html><body>{made.value}</body></html>", path.name, whole=True)
    if "<w:del " in _main_part(path, options.limits):
        doubt = Doubt(DoubtKind.NOTE, "The document holds tracked changes; it was read with all of them accepted.")
        document = replace(document, doubts=(*document.doubts, doubt))
    yield from items_of(path, options, document, "Word")


def _look_over(path: Path, limits: Limits) -> None:
    """Refuse what no honest document needs, before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            size, packed = sum(one.file_size for one in entries), sum(one.compress_size for one in entries)
            if len(entries) > _ENTRIES or size > _UNPACKED_TIMES * limits.document_bytes:
                raise HostileFile(
                    f"{path.name!r} unpacks to {size:,} bytes in {len(entries):,} parts: too much to read."
                )
            if size > limits.ratio_free_bytes and size > limits.unpacked_ratio * max(1, packed):
                raise HostileFile(f"{path.name!r} unpacks to {size // max(1, packed)} times its size.")
            if "word/document.xml" not in archive.namelist():
                raise BadFile(f"{path.name!r} is no Word document: it has no main part. Save it again as DOCX.")
            for one in entries:
                if one.filename.lower().endswith((".xml", ".rels")):
                    with archive.open(one) as part:
                        head = part.read(_XML_HEAD_BYTES)
                    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                        raise HostileFile(f"{path.name!r} declares entities ({one.filename}). No Word document does.")
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as fault:
        raise BadFile(f"{path.name!r} cannot be opened as a Word document: {fault}. Save it again as DOCX.") from fault


def _main_part(path: Path, limits: Limits) -> str:
    with zipfile.ZipFile(path) as archive, archive.open("word/document.xml") as part:
        return part.read(_UNPACKED_TIMES * limits.document_bytes).decode("utf-8", "replace")


def _no_picture(_: Any) -> list[Any]:  # noqa: ANN401 - mammoth's own nodes
    return []
