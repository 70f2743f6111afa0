"""Europe PMC's articles API: a search with cursor, and open full texts with their licence.

Source: Europe PMC RESTful web service, developer documentation. Full texts exist for its open-access subset.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quoth.errors import SourceFailed
from quoth.http import Door, Reply, Request
from quoth.live.eutils_replies import bodyless, unfit_article
from quoth.live.kept import Kept
from quoth.live.shortfall import Fetched, Shortfall

__all__ = ["Article", "Articles", "EuropePmc"]

NAME = "Europe PMC"
PAGE_RESULTS = 100


@dataclass(frozen=True, slots=True)
class Article:
    """One hit, as far as we need it."""

    pmid: str | None
    pmcid: str | None
    doi: str | None
    title: str
    licence: str | None
    """In the service's words, such as "cc by"; `None` where it states none."""
    open_access: bool


@dataclass(frozen=True, slots=True)
class Articles:
    """What a search found."""

    articles: tuple[Article, ...]
    count: int
    fetched_at: datetime
    shortfall: Shortfall | None = None


class EuropePmc:
    """A client of Europe PMC at one address."""

    def __init__(self, door: Door, address: str, kept: Kept, *, email: str = "") -> None:
        """Take the door, the address that ends before "/search", the answers kept, and whom to write to."""
        self.door = door
        self.address = address.rstrip("/")
        self._kept = kept
        self._email = email

    def search(self, words: str, *, limit: int) -> Articles:
        """Articles that fit, in the service's order.

        Raises:
            SourceFailed: the first page did not come.
        """
        found: list[Article] = []
        cursor, count, shortfall = "*", 0, None
        came: datetime | None = None
        while True:
            form = {"query": words, "format": "json", "resultType": "core", "synonym": "false", "cursorMark": cursor}
            form["pageSize"] = str(min(limit, PAGE_RESULTS))
            try:
                body, at = self._asked("search", form)
            except SourceFailed as fault:
                if came is None:
                    raise
                shortfall = Shortfall(NAME, str(fault), min(limit, count) - len(found))
                break
            came = came or at
            page = json.loads(body)
            count = page["hitCount"]
            results = page["resultList"]["result"]
            found += [_article(each) for each in results if isinstance(each, dict)]
            following = page.get("nextCursorMark")
            if len(found) >= min(limit, count):
                break
            if not results or not following or following == cursor:
                shortfall = Shortfall(NAME, "its pages held fewer than it counted", min(limit, count) - len(found))
                break
            cursor = following
        assert came is not None
        return Articles(tuple(found[:limit]), count, came, shortfall)

    def open_texts_of(self, pmids: Sequence[str]) -> Articles:
        """Those of these PMIDs for which it holds an open full text. Raises SourceFailed."""
        names = " OR ".join(f"EXT_ID:{pmid}" for pmid in pmids)
        return self.search(f"({names}) AND SRC:MED AND OPEN_ACCESS:Y", limit=len(pmids))

    def full_text(self, article: Article) -> Fetched | None:
        """The article as JATS XML; `None` where there is no open text. Raises SourceFailed."""
        if not article.pmcid:
            return None
        asked = {"full text": article.pmcid}
        held = self._kept.get("europepmc", asked)
        if held is None:
            request = Request(f"{self.address}/{article.pmcid}/fullTextXML", accept=(404,))
            reply = self.door.ask(request, unfit=_unfit_text)
            if reply.status == 404 or bodyless(reply.body):
                return None
            held = reply.body, self._kept.put("europepmc", asked, reply.body)
        return Fetched("europepmc", held[0], held[1], (article.pmcid,), licence=article.licence)

    def _asked(self, path: str, form: Mapping[str, str]) -> tuple[bytes, datetime]:
        if held := self._kept.get("europepmc", form):
            return held
        who = {"email": self._email} if self._email else {}
        reply = self.door.ask(Request(f"{self.address}/{path}POST", form={**form, **who}), unfit=_unfit_search)
        return reply.body, self._kept.put("europepmc", form, reply.body)


def _unfit_search(reply: Reply) -> str | None:
    """Why a page cannot be used: an unknown cursor, for one, is answered with a version number alone."""
    try:
        page = json.loads(reply.body)
    except (ValueError, RecursionError):
        return "its answer cannot be read"
    if not isinstance(page, dict) or not isinstance(page.get("hitCount"), int) or page["hitCount"] < 0:
        return "its answer cannot be read"
    results = page.get("resultList")
    return (
        None if isinstance(results, dict) and isinstance(results.get("result"), list) else "its answer cannot be read"
    )


def _unfit_text(reply: Reply) -> str | None:
    return unfit_article(reply) if reply.status == 200 else None


def _article(hit: Mapping[str, Any]) -> Article:
    def text(name: str) -> str | None:
        value = hit.get(name)
        return value.strip() or None if isinstance(value, str) else None

    return Article(
        pmid=text("pmid"),
        pmcid=text("pmcid"),
        doi=text("doi"),
        title=text("title") or "",
        licence=text("license"),
        open_access=hit.get("isOpenAccess") == "Y",
    )
