"""The same questions, put to whatever stands at the addresses of the settings: real services, a mirror, a stand-in.

Clients were built against a stand-in. This says, service by service, what answers look like there and here, and what
differs from what the clients rely on. Nothing of a reader's is sent: the words are fixed.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quoth.errors import UserError
from quoth.http import Door, Reply, Request
from quoth.live.eutils_replies import article_ids, unfit_articles, unfit_search
from quoth.live.sources import Live

__all__ = ["Check", "converse"]

_WORD = "knee"
"""Every store of literature has something on it."""
_STRANGE = "zzqxjvwordthatnobodywrote"


@dataclass(frozen=True, slots=True)
class Check:
    """One exchange and what was found."""

    source: str
    asked: str
    differences: tuple[str, ...]
    """What is not as the clients rely on; empty when all is well."""
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


def converse(live: Live) -> Iterator[Check]:
    """Put the questions to each source that is switched on, in the order of the table."""
    for source in live.on():
        for asked, question in _QUESTIONS.get(source.setting, ()):
            started = time.monotonic()
            try:
                found = tuple(question(live))
            except UserError as fault:
                found = (str(fault),)
            yield Check(source.title, asked, found, time.monotonic() - started)


# --- NCBI E-utilities ------------------------------------------------------------------------------------------------
def _eutils(live: Live, tool: str, **form: str) -> Reply:
    client = live.pubmed()
    who = {name: value for name, value in client.who.items() if value}
    return client.door.ask(Request(f"{client.address}/{tool}.fcgi", form={**form, **who}))


def _search(live: Live) -> Iterator[str]:
    reply = _eutils(
        live,
        "esearch",
        db="pubmed",
        term=_WORD,
        retmode="json",
        retmax="2",
        retstart="0",
        usehistory="y",
        sort="relevance",
    )
    if why := unfit_search(reply):
        yield why
        return
    result = json.loads(reply.body, strict=False)["esearchresult"]
    yield from _lacks(result, ("count", "retmax", "retstart", "idlist", "querykey", "webenv"))
    if len(result["idlist"]) != 2:
        yield f"two ids were asked for and {len(result['idlist'])} came"
    page = _eutils(
        live, "esearch", db="pubmed", retmode="json", retmax="1", retstart="1", usehistory="y",
        WebEnv=str(result.get("webenv")), query_key=str(result.get("querykey")),
    )  # fmt: skip
    if why := unfit_search(page):
        yield f"the history: {why}"
    elif json.loads(page.body, strict=False)["esearchresult"]["idlist"] != result["idlist"][1:2]:
        yield "the history's second id is not that of the first page"


def _strange_word(live: Live) -> Iterator[str]:
    reply = _eutils(live, "esearch", db="pubmed", term=_STRANGE, retmode="json", retmax="1")
    result = (_json(reply) or {}).get("esearchresult", {})
    if str(result.get("count")) != "0":
        yield "a word that nobody wrote has hits"
    errors = result.get("errorlist")
    if not isinstance(errors, dict) or "phrasesnotfound" not in errors:
        yield "errorlist.phrasesnotfound does not name a word that is not known"


def _bad_search(live: Live) -> Iterator[str]:
    reply = _eutils(live, "esearch", db="pubmed", term="((", retmode="json", retmax="1")
    result = (_json(reply) or {}).get("esearchresult", {})
    if reply.status != 200 or "ERROR" not in result:
        yield "a search that cannot be read is not answered by esearchresult.ERROR with status 200"


def _fetch(live: Live) -> Iterator[str]:
    found = live.pubmed().search(_WORD, limit=1)
    if not found.ids:
        yield "nothing to fetch was found"
        return
    reply = _eutils(live, "efetch", db="pubmed", id=found.ids[0], retmode="xml")
    if why := unfit_articles(reply):
        yield why
    elif article_ids(reply.body) != found.ids:
        yield "another record came than was asked for"
    absent = _eutils(live, "efetch", db="pubmed", id="99999999", retmode="xml")
    if unfit_articles(absent) or article_ids(absent.body):
        yield "a record that does not exist is not answered by an empty PubmedArticleSet"


def _links(live: Live) -> Iterator[str]:
    found = live.pubmed().search(_WORD, limit=1)
    for name in ("pubmed_pubmed_citedin", "pubmed_pubmed"):
        reply = _eutils(
            live, "elink", dbfrom="pubmed", db="pubmed", id=(*found.ids, "1")[0], linkname=name, retmode="json"
        )
        if not isinstance((_json(reply) or {}).get("linksets"), list):
            yield f"{name}: there is no list of linksets"


# --- the others ------------------------------------------------------------------------------------------------------
def _articles(live: Live) -> Iterator[str]:
    client = live.europepmc()
    form = {"query": _WORD, "format": "json", "resultType": "core", "pageSize": "2", "cursorMark": "*"}
    page = _json(client.door.ask(Request(f"{client.address}/searchPOST", form=form))) or {}
    yield from _lacks(page, ("version", "hitCount", "resultList"))
    hits = page.get("resultList", {}).get("result", [])
    if not hits:
        yield "a search on a common word has no results"
    for hit in hits[:1]:
        yield from _lacks(hit, ("id", "source", "title", "isOpenAccess"))
    if page.get("hitCount", 0) > 2 and not page.get("nextCursorMark"):
        yield "there are more hits and no nextCursorMark"
    wrong = client.door.ask(Request(f"{client.address}/searchPOST", form=form | {"cursorMark": "nonsense"}))
    if "hitCount" in (_json(wrong) or {"hitCount": 0}):
        yield "an unknown cursor is not answered by a version number alone"


def _no_text(live: Live) -> Iterator[str]:
    client = live.europepmc()
    reply = client.door.ask(Request(f"{client.address}/PMC0/fullTextXML", accept=(404,)))
    if reply.status != 404:
        yield f"an article without a text is answered by status {reply.status}, not 404"


def _bucket(live: Live) -> Iterator[str]:
    client = live.pmc()
    params = {"list-type": "2", "prefix": "PMC0.", "delimiter": "/"}
    body = client.door.get(f"{client.address}/", params).body
    if b"<ListBucketResult" not in body:
        yield "the bucket does not list its keys"
    reply = client.door.ask(Request(f"{client.address}/metadata/PMC0.1.json", accept=(403, 404)))
    if reply.status != 404:
        yield f"a key that is not there is answered by status {reply.status}, not 404"


def _files(live: Live) -> Iterator[str]:
    client = live.pubmed_files()
    for folder in ("baseline", "updatefiles"):
        files = client.files(folder)
        if len(client.md5_of(files[-1])) != 32:
            yield f"a checksum in {folder} is no MD5"


def _retraction_list(live: Live) -> Iterator[str]:
    head = _head(*live.retraction_watch())
    columns = {name.strip().strip('"') for name in head.split("\n")[0].split(",")}
    for name in ("OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "RetractionDate"):
        if name not in columns:
            yield f"the list has no column {name}"


def _mesh(live: Live) -> Iterator[str]:
    head = _head(*live.nlm_file("mesh_url"))
    if not (head.startswith("\x1f") or "DescriptorRecordSet" in head or "*NEWRECORD" in head):
        yield "what comes is neither descriptor XML nor ASCII, plain or gzip"


def _journals(live: Live) -> Iterator[str]:
    head = _head(*live.nlm_file("journals_url"))
    for name in ("JrId:", "JournalTitle:", "MedAbbr:", "NlmId:"):
        if name not in head:
            yield f"the list has no field {name}"


_Question = tuple[str, Callable[[Live], Iterator[str]]]
_QUESTIONS: dict[str, Sequence[_Question]] = {
    "pubmed": (
        ("a search, and its history", _search),
        ("a search for a word that nobody wrote", _strange_word),
        ("a search that cannot be read", _bad_search),
        ("a record, and one that does not exist", _fetch),
        ("what cites a record, and what is like it", _links),
    ),
    "europepmc": (("a search, and a wrong cursor", _articles), ("a full text that is not there", _no_text)),
    "pmc": (("a list of keys, and a key that is not there", _bucket),),
    "pubmed_files": (("the lists of files, and a checksum", _files),),
    "retraction_watch": (("the columns of the list", _retraction_list),),
    "nlm_files": (("the MeSH descriptors", _mesh), ("the list of journals", _journals)),
}


def _head(door: Door, address: str) -> str:
    """The first bytes of a file, as text."""
    reply = door.ask(Request(address, headers={"Range": "bytes=0-4095", "Accept-Encoding": "identity"}))
    return reply.body[:4096].decode("utf-8", "replace").lstrip("\ufeff")


def _json(reply: Reply) -> dict[str, Any] | None:
    try:
        found = json.loads(reply.body, strict=False)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _lacks(found: dict[str, Any], names: Sequence[str]) -> Iterator[str]:
    yield from (f"there is no field {name}" for name in names if name not in found)
