"""One large PubMed file out of the real ones: every citation again and again, each time under ids of its own."""

import gzip
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

__all__ = ["citations", "replicate", "write_copies"]

_CITATION = re.compile(rb"<PubmedArticle\b.*?</PubmedArticle>", re.DOTALL)
_PMID = re.compile(rb"(<PMID\b[^>]*>)\s*(\d+)")
_PUBMED_ID = re.compile(rb'(<ArticleId IdType="pubmed">)\s*(\d+)')
_DOI = re.compile(rb'(<ArticleId IdType="doi">|<ELocationID EIdType="doi"[^>]*>)([^<]+)')
_PMCID = re.compile(rb'(<ArticleId IdType="pmc">)PMC(\d+)')
_WORDS = re.compile(rb"(<ArticleTitle\b[^>]*>|<AbstractText\b[^>]*>)")
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n'


def citations(folder: Path) -> list[bytes]:
    """Every citation of the folder's PubMed files as it stands in its file, in file order."""
    found: list[bytes] = []
    for file in sorted((*folder.glob("*.xml"), *folder.glob("*.xml.gz"))):
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        found += _CITATION.findall(data)
    return found


def replicate(folder: Path, target: Path, *, records_min: int) -> int:
    """Write at least so many citations to one file, packed where its name says so. Returns how many.

    From the second copy on, PMID, DOI and PMCID are other ones, and title and abstract begin with the copy's number:
    to a library these are different reports with different texts.
    """
    originals = citations(folder)
    return write_copies(originals, target, range(-(-records_min // len(originals))))


def write_copies(originals: Sequence[bytes], target: Path, copies: range) -> int:
    """Write these copies of all citations to one file, the copy 0 as they are; the same copies, the same bytes."""
    with gzip.open(target, "wb", compresslevel=6) if target.suffix == ".gz" else target.open("wb") as out:
        out.write(_HEAD)
        for copy in copies:
            for chunk in _copies(originals, copy):
                out.write(chunk + b"\n")
        out.write(b"</PubmedArticleSet>\n")
    return len(copies) * len(originals)


def _copies(originals: Sequence[bytes], copy: int) -> Iterator[bytes]:
    if copy == 0:
        yield from originals
        return
    tag = str(copy).encode()
    start = 40_000_000 + copy * 1_000_000
    for number, chunk in enumerate(originals):
        pmid = str(start + number).encode()
        chunk = _PMID.sub(rb"\g<1>" + pmid, chunk, count=1)
        chunk = _PUBMED_ID.sub(rb"\g<1>" + pmid, chunk, count=1)
        chunk = _DOI.sub(rb"\g<1>\g<2>.c" + tag, chunk)
        chunk = _PMCID.sub(rb"\g<1>PMC9" + pmid, chunk)
        yield _WORDS.sub(rb"\g<1>Copy " + tag + b". ", chunk)
