"""Europe PMC's articles API over the same citations: search with a cursor, full text XML of the open ones."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from tests.standins.eutils import Answer
from tests.standins.records import Citation

__all__ = ["EuropePmc"]


@dataclass
class EuropePmc:
    """The service."""

    citations: dict[str, Citation]
    texts: dict[str, bytes]
    """JATS by PMCID: the open-access subset."""
    pmcids: dict[str, str]
    """PMCID by PMID, for what has an open text."""

    def answer(self, path: str, form: Mapping[str, str], fault: str | None) -> Answer:
        """The answer at a path below `/rest/`."""
        if found := re.fullmatch(r"(PMC\d+)/fullTextXML", path):
            text = self.texts.get(found[1])
            if text is None:
                return Answer(b'{"version":"6.9","errCode":404,"errMsg":"Not found"}', status=404)
            return Answer(text, "application/xml;charset=UTF-8")
        if path in ("search", "searchPOST"):
            return self._search(form, fault)
        return Answer(b"", "text/plain", 404)

    def _search(self, form: Mapping[str, str], fault: str | None) -> Answer:
        query, cursor = form.get("query", ""), form.get("cursorMark", "*")
        if fault == "version-only" or not re.fullmatch(r"\*|at\d+", cursor):
            return Answer(b'{"version":"6.9"}')
        hits = self._found(query)
        start = 0 if cursor == "*" else int(cursor[2:])
        page = hits[start : start + min(int(form.get("pageSize", "25")), 1000)]
        if fault == "fewer":
            page = page[: len(page) // 2]
        following = start + len(page)
        answer: dict[str, object] = {
            "version": "6.9",
            "hitCount": len(hits),
            **({"nextCursorMark": f"at{following}"} if following < len(hits) and fault != "fewer" else {}),
            "request": {"queryString": query, "resultType": form.get("resultType", "lite"), "cursorMark": cursor},
            "resultList": {"result": [self._result(citation) for citation in page]},
        }
        return Answer(json.dumps(answer, ensure_ascii=False).encode(), "application/json;charset=UTF-8")

    def _found(self, query: str) -> list[Citation]:
        names = set(re.findall(r"EXT_ID:(\d+)", query))
        dois = {name.casefold() for name in re.findall(r'DOI:"?([^\s")]+)', query)}
        pmcids = set(re.findall(r"PMCID:(PMC\d+)", query))
        hits = [
            citation
            for citation in self.citations.values()
            if citation.pmid in names
            or (citation.doi or "").casefold() in dois
            or self.pmcids.get(citation.pmid, citation.pmcid) in pmcids
            or (not (names or dois or pmcids or "AND" in query) and set(query.casefold().split()) <= citation.words)
        ]
        if "OPEN_ACCESS:Y" in query:
            hits = [citation for citation in hits if citation.pmid in self.pmcids]
        return hits

    def _result(self, citation: Citation) -> dict[str, object]:
        pmcid = self.pmcids.get(citation.pmid) or citation.pmcid
        is_open = citation.pmid in self.pmcids
        return {
            "id": citation.pmid,
            "source": "MED",
            "pmid": citation.pmid,
            **({"pmcid": pmcid} if pmcid else {}),
            **({"doi": citation.doi} if citation.doi else {}),
            "title": citation.title,
            "pubYear": str(citation.year),
            "isOpenAccess": "Y" if is_open else "N",
            "inEPMC": "Y" if is_open else "N",
            **({"license": "cc by"} if is_open else {}),
        }
