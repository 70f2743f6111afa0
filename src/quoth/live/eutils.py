"""NCBI's E-utilities: a search with its history, records by id, what cites a record and what is like it.

NCBI wants to know which tool asks and whom to write to, and at most 3 requests a second, 10 with a key. Requests are
forms: neither words nor keys stand in an address.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from quoth.errors import SourceFailed
from quoth.http import Door, Reply, Request
from quoth.live.eutils_replies import (
    LISTED_MAX,
    article_ids,
    bodyless,
    linked_ids,
    search_result,
    unfit_article,
    unfit_articles,
    unfit_links,
    unfit_search,
)
from quoth.live.kept import Kept
from quoth.live.shortfall import Fetched, Shortfall

__all__ = ["Eutils", "Found"]

NAME = "PubMed"
PAGE_IDS = 2_000
BATCH_IDS = 200
"""NCBI asks for a form, and no more than a few hundred ids, in one request."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found."""

    ids: tuple[str, ...]
    count: int
    """How many records fit, listed or not, as the service said last."""
    fetched_at: datetime
    not_found: tuple[str, ...] = ()
    """Words of the search that the service does not know."""
    shortfall: Shortfall | None = None


class Eutils:
    """A client of the E-utilities at one address."""

    def __init__(self, door: Door, address: str, kept: Kept, *, tool: str, email: str = "", api_key: str = "") -> None:
        """Take the door, the address that ends before "/esearch.fcgi", the answers kept, and who asks."""
        self.door = door
        self.address = address.rstrip("/")
        self._kept = kept
        self.who = {"tool": tool, "email": email, "api_key": api_key}

    def search(self, words: str, *, limit: int, sort: str = "relevance", since: str = "", until: str = "") -> Found:
        """The PMIDs that fit, best first.

        Args:
            words: in PubMed's own language.
            limit: most ids wanted; PubMed lists no more than 9,999.
            sort: "relevance" or "pub_date".
            since: only what entered PubMed on this day (YYYY/MM/DD) or later.
            until: and no later than on this one.

        Returns:
            The ids, each once. Where fewer came than the service counted, `shortfall` says how many and why.

        Raises:
            SourceFailed: no page of the search came.
        """
        wanted = min(limit, LISTED_MAX)
        form = {"db": "pubmed", "term": words, "retmode": "json", "sort": sort, "usehistory": "y"}
        if since:
            form |= {"datetype": "edat", "mindate": since, "maxdate": until or "3000"}
        body, came = self._asked(
            "esearch", form | {"retmax": str(min(wanted, PAGE_IDS)), "retstart": "0"}, unfit_search
        )
        result = search_result(body)
        ids = dict.fromkeys(result["idlist"])
        count, shortfall = int(result["count"]), None
        expected = min(wanted, count)
        if len(ids) < expected:
            count, shortfall = self._further_pages(form, result, ids, wanted, count)
        errors = result.get("errorlist") if isinstance(result.get("errorlist"), dict) else {}
        return Found(
            tuple(islice(ids, limit)),
            count,
            came,
            tuple(str(words) for words in (errors or {}).get("phrasesnotfound", [])),
            shortfall or _unlisted(limit, count),
        )

    def fetch(self, ids: Sequence[str]) -> Iterator[Fetched]:
        """The records as PubMed XML, in batches. A batch that cannot be had comes without a body and says why."""
        for start in range(0, len(ids), BATCH_IDS):
            batch = tuple(ids[start : start + BATCH_IDS])
            form = {"db": "pubmed", "id": ",".join(batch), "retmode": "xml"}
            try:
                body, came = self._asked("efetch", form, unfit_articles)
            except SourceFailed as fault:
                yield Fetched("pubmed", b"", datetime.min, (), Shortfall(NAME, _reason(fault), len(batch)))
                continue
            held = article_ids(body)
            absent = len(set(batch) - set(held))
            why = "it does not hold them, or left them out"
            yield Fetched("pubmed", body, came, held, Shortfall(NAME, why, absent) if absent else None)

    def cited_by(self, pmid: str) -> tuple[str, ...]:
        """PMIDs of what cites a record. Raises SourceFailed."""
        return self._linked(pmid, "pubmed_pubmed_citedin")

    def similar(self, pmid: str) -> tuple[str, ...]:
        """PMIDs of what is like a record, most alike first. Raises SourceFailed."""
        return tuple(found for found in self._linked(pmid, "pubmed_pubmed") if found != pmid)

    def full_text(self, pmcid: str) -> Fetched | None:
        """A PMC article as JATS; `None` where PMC answers without its text. Raises SourceFailed."""
        form = {"db": "pmc", "id": pmcid.upper().removeprefix("PMC"), "retmode": "xml"}
        body, came = self._asked("efetch", form, unfit_article)
        return None if bodyless(body) else Fetched("pmc", body, came, (pmcid,))

    # --- one request -------------------------------------------------------------------------------------------------
    def _linked(self, pmid: str, link_name: str) -> tuple[str, ...]:
        form = {"dbfrom": "pubmed", "db": "pubmed", "id": pmid, "linkname": link_name, "retmode": "json"}
        body, _ = self._asked("elink", form, unfit_links)
        return linked_ids(body, link_name)

    def _further_pages(
        self, form: Mapping[str, str], first: Mapping[str, object], ids: dict[str, None], wanted: int, count: int
    ) -> tuple[int, Shortfall | None]:
        """Read on from the history, which holds still while PubMed grows. Returns the last count, and what misses."""
        history = {"WebEnv": str(first.get("webenv", "")), "query_key": str(first.get("querykey", ""))}
        page = dict(form) if not all(history.values()) else {**_without(form, "term"), **history}
        why = "its pages held fewer than it counted"
        start = max(len(first["idlist"]), 1)  # type: ignore[arg-type]
        while start < min(wanted, count):
            step = min(PAGE_IDS, min(wanted, count) - start)
            try:
                body, _ = self._asked("esearch", page | {"retmax": str(step), "retstart": str(start)}, unfit_search)
            except SourceFailed as fault:
                why = _reason(fault)
                break
            result = search_result(body)
            count = int(result["count"])
            ids.update(dict.fromkeys(result["idlist"]))
            start += step
        missing = min(wanted, count) - len(ids)
        return count, Shortfall(NAME, why, missing) if missing > 0 else None

    def _asked(
        self, tool: str, form: Mapping[str, str], unfit: Callable[[Reply], str | None]
    ) -> tuple[bytes, datetime]:
        asked = {"utility": tool, **form}
        if held := self._kept.get("pubmed", asked):
            return held
        who = {name: value for name, value in self.who.items() if value}
        reply = self.door.ask(Request(f"{self.address}/{tool}.fcgi", form={**form, **who}), unfit=unfit)
        return reply.body, self._kept.put("pubmed", asked, reply.body)


def _without(form: Mapping[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in form.items() if key != name}


def _unlisted(limit: int, count: int) -> Shortfall | None:
    beyond = min(limit, count) - LISTED_MAX
    why = f"PubMed lists no more than {LISTED_MAX:,} records of a search; narrow it"
    return Shortfall(NAME, why, beyond) if beyond > 0 else None


def _reason(fault: SourceFailed) -> str:
    """The failure's reason without the sentence around it."""
    text = str(fault)
    return text.partition(": ")[2].partition(". Try")[0].rstrip(".") or text
