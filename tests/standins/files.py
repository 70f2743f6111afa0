"""Files: PubMed's baseline and updates with checksums, PMC's bucket, lists, and a publisher's documents."""

import gzip
import hashlib
import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.standins.eutils import XML_HEAD, Answer
from tests.standins.records import article
from tests.standins.world import World

__all__ = ["Files", "baseline_of"]

_MESH = """<?xml version="1.0"?><DescriptorRecordSet LanguageCode="eng"><DescriptorRecord DescriptorClass="1">
<DescriptorUI>D999001</DescriptorUI><DescriptorName><String>Glimmer Knee</String></DescriptorName>
<TreeNumberList><TreeNumber>C05.999</TreeNumber></TreeNumberList><ConceptList><Concept PreferredConceptYN="Y"><TermList>
<Term><String>Glimmer Knee</String></Term><Term><String>Knee, Glimmering</String></Term></TermList></Concept></ConceptList>
</DescriptorRecord></DescriptorRecordSet>"""
_MESH_ASCII = """*NEWRECORD
RECTYPE = D
MH = Glimmer Knee
ENTRY = Knee, Glimmering|T047|NON|EQV|NLM (2026)|260101|abbcdef
PRINT ENTRY = Glimmering Gonalgia|T047|NON|EQV|NLM (2026)|260101|abbcdef
MN = C05.999
UI = D999001

"""
_JOURNALS = """--------------------------------------------------------
JrId: 1
JournalTitle: Journal of Made-up Medicine
MedAbbr: J Made Up Med
ISSN (Print): 0000-0001
ISSN (Online): 0000-002X
IsoAbbr: J. Made Up Med.
NlmId: 9000001
--------------------------------------------------------
JrId: 2
JournalTitle: Acta zorbalinica
MedAbbr: Acta Zorbalin
ISSN (Print):{blank}
ISSN (Online):{blank}
IsoAbbr:{blank}
NlmId: 9000002
--------------------------------------------------------
""".replace("{blank}", " ")
_GUIDELINE = """<!doctype html><html lang="en"><head><title>Glimmer knee: guideline</title></head><body><main>
<h1>Glimmer knee: guideline</h1><h2>Recommendations</h2>
<p>We recommend zorbaline for adults with glimmer knee (strong recommendation, moderate certainty).</p>
<p>We suggest against glimmer surgery in adults with glimmer knee (weak recommendation, low certainty).</p>
</main></body></html>"""


def baseline_of(world: World, *, files: int = 4) -> dict[str, bytes]:
    """Files of a baseline and its updates: the citations shared out, then one revised and one deleted."""
    citations = [world.citations[pmid] for pmid in sorted(world.citations, key=int)]
    made: dict[str, bytes] = {}
    share = -(-len(citations) // files)
    for number in range(files):
        part = citations[number * share : (number + 1) * share]
        made[f"baseline/pubmed26n{number + 1:04d}.xml.gz"] = _packed(b"\n".join(each.xml for each in part))
    revised = article(
        91_000_000, "Glimmer knee in review: new edition", "RESULTS: Of 5 adults, 4 were well.", doi="10.5555/r"
    )
    again = article(91_000_000, "Glimmer knee in review: third edition", "RESULTS: Of 6 adults, 5 were well.", doi="10.5555/r",
                    entered="2025/01/02")  # fmt: skip
    gone = f'<DeleteCitation><PMID Version="1">{citations[0].pmid}</PMID></DeleteCitation>'.encode()
    made[f"updatefiles/pubmed26n{files + 1:04d}.xml.gz"] = _packed(revised)
    made[f"updatefiles/pubmed26n{files + 2:04d}.xml.gz"] = _packed(again + b"\n" + gone)
    return made


@dataclass
class Files:
    """Everything that is served as a file."""

    world: World
    documents: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    """Further files by path: (body, media type)."""
    _pubmed: dict[str, bytes] | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, path: str, form: Mapping[str, str]) -> Answer:
        """The file at a path."""
        if path.startswith("pmc-oa-opendata/"):
            return self._bucket(path.removeprefix("pmc-oa-opendata/"), form)
        if path.startswith("pubmed/"):
            return self._pubmed_file(path.removeprefix("pubmed/"))
        fixed = {
            "retraction_watch.csv": (self.world.retractions, "text/plain; charset=utf-8"),
            "mesh/desc2026.gz": (gzip.compress(_MESH.encode(), mtime=0), "application/x-gzip"),
            "mesh/d2026.bin": (_MESH_ASCII.encode(), "application/octet-stream"),
            "guideline.html": (_GUIDELINE.encode(), "text/html; charset=utf-8"),
            **self.documents,
        }
        if path in fixed:
            return Answer(*fixed[path])
        return _absent()

    def _pubmed_file(self, path: str) -> Answer:
        if path == "J_Medline.txt":
            return Answer(_JOURNALS.encode(), "text/plain")
        with self._lock:  # several ask at once, and packing real files takes a while
            if self._pubmed is None:
                self._pubmed = baseline_of(self.world)
        if path in ("baseline/", "updatefiles/"):
            names = sorted(name.partition("/")[2] for name in self._pubmed if name.startswith(path))
            rows = "".join(f'<a href="{n}">{n}</a> 2026-01-01 12:00 1K\n<a href="{n}.md5">{n}.md5</a>\n' for n in names)
            page = f"<html><head><title>Index of /pubmed/{path}</title></head><body><pre>{rows}</pre></body></html>"
            return Answer(page.encode(), "text/html;charset=UTF-8")
        if path.endswith(".md5") and (held := self._pubmed.get(path.removesuffix(".md5"))) is not None:
            name = path.removesuffix(".md5").rpartition("/")[2]
            return Answer(f"MD5({name})= {hashlib.md5(held).hexdigest()}\n".encode(), "text/plain")  # noqa: S324
        return Answer(self._pubmed[path], "application/x-gzip") if path in self._pubmed else _absent()

    def _bucket(self, key: str, form: Mapping[str, str]) -> Answer:
        if form.get("list-type") == "2":
            prefix = form.get("prefix", "").rstrip(".")
            names = [f"{prefix}.1/"] if prefix in self.world.texts else []
            inner = "".join(f"<CommonPrefixes><Prefix>{name}</Prefix></CommonPrefixes>" for name in names)
            body = (
                '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
                f"<Name>pmc-oa-opendata</Name><Prefix>{prefix}.</Prefix><KeyCount>{len(names)}</KeyCount><MaxKeys>1000"
                f"</MaxKeys><Delimiter>/</Delimiter><IsTruncated>false</IsTruncated>{inner}</ListBucketResult>"
            )
            return Answer(body.encode(), "application/xml")
        if found := re.fullmatch(r"metadata/(PMC\d+)\.1\.json", key):
            text = self.world.texts.get(found[1])
            return _absent_key() if text is None else Answer(self._description(found[1], text), "application/json")
        if found := re.fullmatch(r"(PMC\d+)\.1/\1\.1\.xml", key):
            text = self.world.texts.get(found[1])
            return _absent_key() if text is None else Answer(text, "application/xml")
        return _absent_key()

    def _description(self, pmcid: str, text: bytes) -> bytes:
        pmid = next((pmid for pmid, name in self.world.pmcids.items() if name == pmcid), None)
        md5 = hashlib.md5(text).hexdigest()  # noqa: S324 - as the service does
        described = {
            "pmcid": pmcid,
            "version": 1,
            "pmid": int(pmid) if pmid else None,
            "is_pmc_openaccess": True,
            "is_manuscript": False,
            "is_historical_ocr": False,
            "is_retracted": False,
            "license_code": "CC BY",
            "xml_url": f"s3://pmc-oa-opendata/{pmcid}.1/{pmcid}.1.xml?md5={md5}",
            "media_urls": [],
        }
        return json.dumps(described).encode()


def _packed(citations: bytes) -> bytes:
    return gzip.compress(XML_HEAD + b"<PubmedArticleSet>\n" + citations + b"\n</PubmedArticleSet>\n", 1, mtime=0)


def _absent() -> Answer:
    return Answer(b"<html><body><h1>Not Found</h1></body></html>", "text/html", 404)


def _absent_key() -> Answer:
    return Answer(b"<Error><Code>NoSuchKey</Code></Error>", "application/xml", 404)
