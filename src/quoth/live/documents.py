"""A guideline from an address: fetched under the operator's list of hosts, and kept as a file that readers can open."""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from quoth.errors import BadFile
from quoth.http import Door

__all__ = ["FetchedDocument", "fetch_document"]

_SUFFIX_BY_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/jats+xml": ".xml",
    "text/markdown": ".md",
    "application/x-yaml": ".yaml",
}
_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".pdf", ".docx", ".xml", ".nxml", ".md", ".nbib", ".ris"})
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class FetchedDocument:
    """A document on disk, and where it came from in the end."""

    path: Path
    url: str
    fetched_on: date
    sha256: str


def fetch_document(door: Door, url: str, folder: Path) -> FetchedDocument:
    """Fetch a document.

    Args:
        door: whose rules name the hosts that the operator allows.
        url: as a person gave it.
        folder: where the file goes; its name is made of a hash of its bytes and the address's last part.

    Raises:
        NetworkNotAllowed: the host is not on the list, or stands at a private address, or leads to such a place.
        SourceFailed: it did not come, or is too large.
        BadFile: what came is no document of a known kind.
    """
    reply = door.get(url)
    last = unquote(urlsplit(reply.url).path.rpartition("/")[2])
    suffix = _SUFFIX_BY_TYPE.get(reply.media_type) or Path(last).suffix.lower()
    if suffix not in _SUFFIXES and not reply.body.startswith((b"%PDF", b"<", b"PK\x03\x04")):
        raise BadFile(
            f"What came from {urlsplit(reply.url).hostname} is no HTML, PDF, Word or XML document "
            f"({reply.media_type or 'no type'}). Save it as a file and ingest that."
        )
    name = _UNSAFE.sub("-", Path(last).stem).strip("-.")[:60] or "document"
    folder.mkdir(parents=True, exist_ok=True)
    sha256 = hashlib.sha256(reply.body).hexdigest()
    path = folder / f"{name}-{sha256[:12]}{suffix if suffix in _SUFFIXES else ''}"
    path.write_bytes(reply.body)
    return FetchedDocument(path, reply.url, datetime.now(UTC).date(), sha256)
