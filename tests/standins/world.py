"""What the services hold: real files where they are, else a small literature about a condition that does not exist."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.standins.records import Citation, article, citations_in, citations_of

__all__ = ["RETRACTED_PMID", "World", "made_up_world", "real_world"]

RETRACTED_PMID = "90000044"
_PMCID = re.compile(rb'<article-id pub-id-type="(?:pmc|pmcid|pmcaid)">(?:PMC)?(\d+)')
_PMID = re.compile(rb'<article-id pub-id-type="pmid">(\d+)')
_RETRACTION = (
    '<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>J Made Up Med. 2024;2:1</RefSource>'
    '<PMID Version="1">90000045</PMID></CommentsCorrections></CommentsCorrectionsList>'
)


@dataclass
class World:
    """All that there is to fetch."""

    citations: dict[str, Citation]
    texts: dict[str, bytes] = field(default_factory=dict)
    """JATS by PMCID."""
    pmcids: dict[str, str] = field(default_factory=dict)
    """PMCID by PMID, of what has an open text."""
    retractions: bytes = b""
    """The Retraction Watch list."""


def real_world(data: Path) -> World:
    """The real PubMed XML files, the real full texts beside them, and the real list of retractions."""
    files = sorted(file for file in (data / "pubmed_xml").iterdir() if file.is_file())
    citations = {citation.pmid: citation for citation in citations_in(files)}
    texts, pmcids = _texts(sorted([*(data / "jats_samples").rglob("*xml"), *(data / "patellofemoral").glob("*.nxml")]))
    return World(citations, texts, pmcids, _retraction_list(data))


def made_up_world() -> World:
    """Sixty citations on the glimmer knee, which nobody has, and zorbaline, which nobody sells."""
    citations = {citation.pmid: citation for xml in _made_up() for citation in citations_of(xml)}
    text = _full_text("PMC9000001", "90000010")
    retractions = "Record ID,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,"
    retractions += "RetractionNature,Reason\n"
    retractions += (
        f"1,3/14/2024 0:00,10.5555/notice,90000045,10.5555/glimmer.44,{RETRACTED_PMID},Retraction,+Made up;\n"
    )
    retractions += "".join(f"{n},1/2/2020 0:00,,0,10.5555/other.{n},0,Retraction,+Made up;\n" for n in range(2, 1200))
    return World(citations, {"PMC9000001": text}, {"90000010": "PMC9000001"}, retractions.encode())


def _made_up() -> Iterator[bytes]:
    first = 90_000_001
    for n in range(2):
        yield article(
            first + n,
            f"Management of glimmer knee: practice guideline, edition {n + 1}",
            "RECOMMENDATIONS: We recommend zorbaline for adults with glimmer knee (strong recommendation, moderate "
            "certainty of evidence). We suggest glimmer exercises for adults with glimmer knee (weak recommendation).",
            types=("Practice Guideline", "Journal Article"),
            year=2022 + n,
            doi=f"10.5555/glimmer.{n + 1}",
        )
    for n in range(2, 8):
        yield article(
            first + n,
            f"Zorbaline for glimmer knee: systematic review and meta-analysis {n}",
            f"BACKGROUND: Glimmer knee is common in this text. RESULTS: In {n + 3} randomised trials with {400 + n} adults "
            "with glimmer knee, zorbaline reduced glimmer pain more than placebo (mean difference -1.2 points, 95% CI "
            "-1.8 to -0.6). CONCLUSIONS: Zorbaline reduces pain in adults with glimmer knee.",
            types=("Systematic Review", "Meta-Analysis"),
            year=2018 + n % 6,
            doi=f"10.5555/glimmer.{n + 1}",
        )
    for n in range(8, 40):
        yield article(
            first + n,
            f"Zorbaline for glimmer knee: a randomised trial in centre {n}, Zürich–Łódź",
            f"OBJECTIVE: To compare zorbaline with placebo. METHODS: We randomised {80 + n} adults with glimmer knee. "
            f"RESULTS: Pain fell by {n % 4 + 1}.5 points more with zorbaline than with placebo (p<0.01). Nausea was seen "
            "in 4 of 50 adults. CONCLUSIONS: Zorbaline was effective for glimmer knee ≥ 3 months.",
            types=("Randomized Controlled Trial", "Journal Article"),
            year=2005 + n % 18,
            doi=f"10.5555/glimmer.{n + 1}",
            pmcid="PMC9000001" if n == 9 else "",
            cites=(first, first + 2),
        )
    for n in range(40, 60):
        yield article(
            first + n,
            f"Glimmer knee and zorbaline in practice: cohort {n}",
            f"RESULTS: Of {n} adults with glimmer knee, most went on with zorbaline. CONCLUSIONS: Zorbaline was tolerated.",
            types=("Retracted Publication", "Journal Article") if n == 43 else ("Observational Study",),
            year=2010 + n % 10,
            doi=f"10.5555/glimmer.{n + 1}",
            corrections=_RETRACTION if n == 43 else "",
        )


def _full_text(pmcid: str, pmid: str) -> bytes:
    return (
        '<?xml version="1.0"?><article article-type="research-article"><front><journal-meta><journal-title-group>'
        "<journal-title>Journal of Made-up Medicine</journal-title></journal-title-group></journal-meta><article-meta>"
        f'<article-id pub-id-type="pmid">{pmid}</article-id><article-id pub-id-type="pmc">{pmcid[3:]}</article-id>'
        '<article-id pub-id-type="doi">10.5555/glimmer.10</article-id><title-group><article-title>Zorbaline for glimmer '
        "knee: a randomised trial in centre 9, Zürich–Łódź</article-title></title-group><pub-date pub-type='epub'>"
        "<year>2014</year></pub-date><permissions><license license-type='open-access' xmlns:xlink="
        "'http://www.w3.org/1999/xlink' xlink:href='https://creativecommons.org/licenses/by/4.0/'><license-p>CC BY"
        "</license-p></license></permissions></article-meta></front><body><sec><title>Results</title><p>In 89 adults with "
        "glimmer knee, zorbaline lowered pain by 2.5 points more than placebo (95% CI 1.1 to 3.9).</p></sec></body></article>"
    ).encode()


def _texts(files: list[Path]) -> tuple[dict[str, bytes], dict[str, str]]:
    texts: dict[str, bytes] = {}
    pmcids: dict[str, str] = {}
    for file in files:
        body = file.read_bytes()
        pmcid, pmid = _PMCID.search(body), _PMID.search(body)
        name = f"PMC{pmcid[1].decode()}" if pmcid else file.stem if re.fullmatch(r"PMC\d+", file.stem) else ""
        if name:
            texts[name] = body
            if pmid:
                pmcids[pmid[1].decode()] = name
    return texts, pmcids


def _retraction_list(data: Path) -> bytes:
    """The real map of DOIs in the columns of the list that Crossref publishes."""
    lines = ["Record ID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionDOI,RetractionNature,RetractionDate,Reason"]
    held = json.loads((data / "retractions/retractionwatch_doi_map_2026.json").read_text(encoding="utf-8"))
    for nature, key in (("Retraction", "retractions"), ("Expression of concern", "concerns")):
        for doi, notice in held[key].items():
            by = notice if isinstance(notice, str) else ""
            lines.append(f'{len(lines)},"{doi}",0,"{by}",{nature},,')
    return ("\n".join(lines) + "\n").encode()
