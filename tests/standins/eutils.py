"""NCBI's E-utilities over a set of citations: esearch with history, efetch, elink.

From NBK25499 and observed answers: errors come inside 200; PubMed lists the first 9,999 records of a search; the JSON
of esearch gives numbers as strings; an unknown PMID is left out of efetch without a word.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.standins.pubmed_query import BadQuery, matcher
from tests.standins.records import Citation

__all__ = ["Answer", "Eutils"]

LISTED_MAX = 9_999
XML_HEAD = (
    b'<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2026//EN" '
    b'"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_260101.dtd">\n'
)
_NOT_NOW = b"<eFetchResult>\n\t<ERROR>Unable to obtain query #1</ERROR>\n</eFetchResult>"


@dataclass(frozen=True)
class Answer:
    """What goes over the wire."""

    body: bytes
    media_type: str = "application/json; charset=UTF-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


@dataclass
class Eutils:
    """The service."""

    citations: dict[str, Citation]
    texts: dict[str, bytes] = field(default_factory=dict)
    """JATS by PMCID; an article without a <body> is a restricted one."""
    _history: dict[str, list[str]] = field(default_factory=dict)
    _vocabulary: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._vocabulary = frozenset(word for citation in self.citations.values() for word in citation.words)

    def answer(self, utility: str, form: Mapping[str, str], fault: str | None) -> Answer:
        """The answer of one utility."""
        match utility:
            case "esearch":
                return self._search(form, fault)
            case "efetch":
                return self._fetch(form, fault)
            case "elink":
                return self._links(form)
        return Answer(b"<html><body>404 Not Found</body></html>", "text/html", 404)

    def _search(self, form: Mapping[str, str], fault: str | None) -> Answer:
        unknown: list[str] = []
        if "WebEnv" in form:
            found = self._history.get(form["WebEnv"])
            if found is None:
                return _error("Unable to obtain query #1")
        else:
            try:
                found = self._found(form, unknown)
            except BadQuery as problem:
                return _error(f"Search Backend failed: cannot parse {problem}")
        start, most = int(form.get("retstart", "0")), min(int(form.get("retmax", "20")), 10_000)
        if start >= LISTED_MAX:
            return _error("Search Backend failed: retstart cannot be larger than 9998.\nUse ranges of dates instead.")
        listed = found[:LISTED_MAX][start : start + most]
        count = len(found)
        if fault == "fewer":
            listed = listed[: len(listed) // 2]
        if fault == "counted-more":
            count += 7
        web_env = form.get("WebEnv") or f"MCID_{len(self._history):024x}"
        self._history[web_env] = found
        result: dict[str, object] = {
            "count": str(count),
            "retmax": str(len(listed)),
            "retstart": str(start),
            **({"querykey": "1", "webenv": web_env} if form.get("usehistory") == "y" or "WebEnv" in form else {}),
            "idlist": listed,
            "translationset": [],
            "querytranslation": form.get("term", "#1"),
        }
        if unknown:
            result["errorlist"] = {"phrasesnotfound": unknown, "fieldsnotfound": []}
            result["warninglist"] = {"phrasesignored": [], "quotedphrasesnotfound": [], "outputmessages": []}
        return Answer(json.dumps({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": result}).encode())

    def _found(self, form: Mapping[str, str], unknown: list[str]) -> list[str]:
        fits = matcher(form.get("term", ""), unknown, self._vocabulary)
        since, until = form.get("mindate", ""), form.get("maxdate", "9")
        until = until if "/" in until else f"{until}/99"
        hits = [
            citation
            for citation in self.citations.values()
            if fits(citation) and (not since or since <= citation.entered <= until)
        ]
        if form.get("sort") == "pub_date":
            hits.sort(key=lambda citation: (-citation.year, -int(citation.pmid)))
        else:
            asked = set(form.get("term", "").casefold().replace('"', " ").replace("(", " ").split())
            hits.sort(key=lambda c: (-sum(word in c.title.casefold() for word in asked), -c.year, -int(c.pmid)))
        return [citation.pmid for citation in hits]

    def _fetch(self, form: Mapping[str, str], fault: str | None) -> Answer:
        if form.get("db") == "pmc":
            bodies = [self.texts[f"PMC{n}"] for n in form.get("id", "").split(",") if f"PMC{n}" in self.texts]
            body = b'<?xml version="1.0"?><pmc-articleset>' + b"".join(map(_element, bodies)) + b"</pmc-articleset>"
            return Answer(body, "text/xml; charset=UTF-8")
        if "WebEnv" in form:
            ids = self._history.get(form["WebEnv"])
            if ids is None:
                return Answer(_NOT_NOW, "text/xml; charset=UTF-8")
            start = int(form.get("retstart", "0"))
            ids = ids[start : start + min(int(form.get("retmax", "20")), 10_000)]
        else:
            ids = form.get("id", "").split(",")
        held = [self.citations[pmid].xml for pmid in ids if pmid in self.citations]
        if fault == "missing":
            held = held[:-1]
        return Answer(
            XML_HEAD + b"<PubmedArticleSet>\n" + b"\n".join(held) + b"\n</PubmedArticleSet>", "text/xml; charset=UTF-8"
        )

    def _links(self, form: Mapping[str, str]) -> Answer:
        pmid, name = form.get("id", ""), form.get("linkname", "pubmed_pubmed")
        this = self.citations.get(pmid)
        if name == "pubmed_pubmed_citedin":
            links = [other.pmid for other in self.citations.values() if pmid in other.cites]
        elif this is None:
            links = []
        else:
            near = sorted(self.citations.values(), key=lambda other: (-len(this.words & other.words), other.pmid))
            links = [other.pmid for other in near[:20]]
        groups = [{"dbto": "pubmed", "linkname": name, "links": links}] if links else []
        linkset = {"dbfrom": "pubmed", "ids": [pmid], **({"linksetdbs": groups} if groups else {})}
        return Answer(json.dumps({"header": {"type": "elink", "version": "0.3"}, "linksets": [linkset]}).encode())


def _error(text: str) -> Answer:
    """NCBI's error in a 200. Its text holds a path, and a raw newline which strict JSON does not allow."""
    body = json.dumps({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": {"ERROR": text}})
    return Answer(body.replace("\\n", "\n").encode())


def _element(document: bytes) -> bytes:
    start = document.find(b"<article")
    return document[start:] if start >= 0 else document
