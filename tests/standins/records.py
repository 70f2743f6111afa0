"""PubMed citations as a service holds them: their own bytes, and beside them what a search looks at."""

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

__all__ = ["Citation", "article", "citations_in", "citations_of"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True)
class Citation:
    """One citation. `xml` is the element's own bytes."""

    pmid: str
    xml: bytes
    title: str
    words: frozenset[str]
    text: str
    types: frozenset[str]
    mesh: frozenset[str]
    entered: str
    """Day of entry, YYYY/MM/DD."""
    year: int
    doi: str | None = None
    pmcid: str | None = None
    cites: tuple[str, ...] = field(default=())


def citations_in(files: Iterable[Path]) -> Iterator[Citation]:
    """The citations of PubMed XML files, plain or gzip, each PMID once."""
    seen: set[str] = set()
    for file in files:
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        for found in citations_of(data):
            if found.pmid not in seen:
                seen.add(found.pmid)
                yield found


def citations_of(data: bytes) -> Iterator[Citation]:
    """The citations of one document."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)
    for element in etree.fromstring(data, parser).iter("PubmedArticle"):
        pmid = element.findtext("MedlineCitation/PMID")
        if pmid:
            yield _citation(element, pmid)


def _citation(element: etree._Element, pmid: str) -> Citation:
    def flat(path: str) -> str:
        return " ".join(" ".join(part.itertext()) for part in element.iterfind(path))

    title = " ".join(flat("MedlineCitation/Article/ArticleTitle").split())
    mesh = [part.text or "" for part in element.iterfind(".//MeshHeading/DescriptorName")]
    keywords = flat(".//Keyword")
    text = " ".join((title, flat(".//Abstract/AbstractText"), " ".join(mesh), keywords))
    ids = {
        part.get("IdType"): (part.text or "").strip() for part in element.iterfind("PubmedData/ArticleIdList/ArticleId")
    }
    year = element.findtext(".//JournalIssue/PubDate/Year") or (element.findtext(".//MedlineDate") or "0")[:4]
    return Citation(
        pmid=pmid,
        xml=etree.tostring(element, encoding="utf-8", with_tail=False),
        title=title,
        words=frozenset(word.casefold() for word in _WORD.findall(text)),
        text=" ".join(text.casefold().split()),
        types=frozenset((part.text or "").casefold() for part in element.iterfind(".//PublicationType")),
        mesh=frozenset(name.casefold() for name in mesh),
        entered=_entered(element),
        year=int(year) if year.isdigit() else 0,
        doi=ids.get("doi") or None,
        pmcid=ids.get("pmc") or None,
        cites=tuple((part.text or "") for part in element.iterfind(".//Reference//ArticleId[@IdType='pubmed']")),
    )


def _entered(element: etree._Element) -> str:
    for status in ("entrez", "pubmed", "medline"):
        found = element.find(f"PubmedData/History/PubMedPubDate[@PubStatus='{status}']")
        if found is not None:
            parts = [found.findtext(name) or "1" for name in ("Year", "Month", "Day")]
            if all(part.isdigit() for part in parts):
                return f"{int(parts[0]):04d}/{int(parts[1]):02d}/{int(parts[2]):02d}"
    return "1900/01/01"


def article(
    pmid: int,
    title: str,
    abstract: str,
    *,
    types: Iterable[str] = ("Journal Article",),
    year: int = 2024,
    doi: str = "",
    pmcid: str = "",
    entered: str = "2024/03/01",
    corrections: str = "",
    cites: Iterable[int] = (),
) -> bytes:
    """A citation made by hand, as PubMed gives it; nothing in it is true of any medicine."""
    labelled = "".join(
        f'<AbstractText Label="{label}">{text.strip()}</AbstractText>'
        if label
        else f"<AbstractText>{text}</AbstractText>"
        for label, text in _sections(abstract)
    )
    ids = "".join(
        f'<ArticleId IdType="{kind}">{value}</ArticleId>'
        for kind, value in (("pubmed", pmid), ("doi", doi), ("pmc", pmcid))
        if value
    )
    kinds = "".join(f"<PublicationType>{kind}</PublicationType>" for kind in types)
    cited = "".join(
        f'<Reference><ArticleIdList><ArticleId IdType="pubmed">{n}</ArticleId></ArticleIdList></Reference>'
        for n in cites
    )
    y, m, d = entered.split("/")
    return (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">{pmid}</PMID>'
        f"<DateRevised><Year>{y}</Year><Month>{m}</Month><Day>{d}</Day></DateRevised>"
        f'<Article PubModel="Print"><Journal><JournalIssue CitedMedium="Internet"><PubDate><Year>{year}</Year></PubDate>'
        f"</JournalIssue><Title>Journal of Made-up Medicine</Title><ISOAbbreviation>J Made Up Med</ISOAbbreviation>"
        f"</Journal><ArticleTitle>{title}</ArticleTitle><Abstract>{labelled}</Abstract>"
        f"<AuthorList><Author><LastName>Example</LastName><Initials>E</Initials></Author></AuthorList>"
        f"<Language>eng</Language><PublicationTypeList>{kinds}</PublicationTypeList></Article>"
        f"{corrections}</MedlineCitation><PubmedData><History>"
        f'<PubMedPubDate PubStatus="entrez"><Year>{y}</Year><Month>{m}</Month><Day>{d}</Day></PubMedPubDate></History>'
        f"<ArticleIdList>{ids}</ArticleIdList><ReferenceList>{cited}</ReferenceList></PubmedData></PubmedArticle>"
    ).encode()


def _sections(abstract: str) -> list[tuple[str, str]]:
    parts = re.split(r"\b([A-Z]{4,}): ", abstract)
    if len(parts) == 1:
        return [("", abstract)]
    return list(zip(parts[1::2], parts[2::2], strict=True))
