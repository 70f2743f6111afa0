"""Sources by their names: a PMID, DOI, PMC id or address becomes a record, with its open text on request."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quoth.errors import BadFile, BadInput, SourceFailed
from quoth.library import ids_from_text
from quoth.live import Article, Live, fetch_document
from quoth.model import Ids, RecordId
from quoth.pipeline.ingesting import Options
from quoth.pipeline.parts import Parts
from quoth.pipeline.taking import live_of, take_file, take_in
from quoth.sources import DocumentFacts

__all__ = ["AddReport", "Added", "add"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one name."""

    name: str
    status: str
    """"added", "already here", "not found" or "failed"."""
    record_id: RecordId | None = None
    title: str = ""
    note: str = ""
    full_text: bool = False
    """Whether an open full text was taken in."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of all names, in their order."""

    added: tuple[Added, ...]
    snapshot: str

    @property
    def complete(self) -> bool:
        """Whether every name led to a record."""
        return all(each.status in ("added", "already here") for each in self.added)


@dataclass(slots=True)
class _Wanted:
    name: str
    ids: Ids | None = None
    pmid: str | None = None
    article: Article | None = None
    note: str = ""
    failed: bool = False


def add(
    names: Sequence[str],
    parts: Parts,
    *,
    full_text: bool = False,
    facts: DocumentFacts | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> AddReport:
    """Fetch sources by their names and take them into the library.

    Args:
        names: PMIDs ("PMID:123", "123"), DOIs, PMC ids, or addresses of documents that begin with https://.
        parts: where they go.
        full_text: fetch the open full text as well, where there is one.
        facts: about a document fetched by its address: who speaks, when, and the like.
        progress: told a line for each step.

    Raises:
        BadInput: a name is none of these; facts were given for several documents.
        NetworkNotAllowed: a source or a host that is needed is not switched on.
    """
    wanted = [_Wanted(name.strip(), _ids_of(name)) for name in names if name.strip()]
    if not wanted:
        raise BadInput("Nothing to add was named. Name PMIDs, DOIs, PMC ids or addresses.")
    addresses = [each for each in wanted if each.ids is None]
    if facts and len(addresses) > 1:
        raise BadInput("Facts were given for several documents. Add them one by one.")
    results = {id(each): _document(each, parts, facts or DocumentFacts(), progress) for each in addresses}
    results |= _records([each for each in wanted if each.ids is not None], parts, full_text, progress)
    return AddReport(tuple(results[id(each)] for each in wanted), parts.store.snapshot())


def _ids_of(name: str) -> Ids | None:
    """The identifier that a name is; `None` for an address."""
    if found := ids_from_text(name):
        if found.pmid or found.doi or found.pmcid:
            return found
    elif name.strip().lower().startswith(("https://", "http://")):
        return None
    raise BadInput(
        f"{name.strip()[:80]!r} is no PMID, DOI, PMC id or address. Write PMID:12345678, DOI:10.1000/xyz, "
        "PMC1234567 or https://…"
    )


def _records(
    wanted: Sequence[_Wanted], parts: Parts, full_text: bool, progress: Callable[[str], None]
) -> dict[int, Added]:
    live = live_of(parts)
    held = {id(each): parts.store.find(each.ids) for each in wanted if each.ids}
    missing = [each for each in wanted if held[id(each)] is None]
    if missing:
        live.pubmed()  # says so where it is not switched on
    for number, each in enumerate(missing, 1):
        if each.ids and each.ids.pmid:
            each.pmid = each.ids.pmid
        else:
            progress(f"Looking up {number} of {len(missing)}.")
            _look_up(each, live)
    pmids = list(dict.fromkeys(each.pmid for each in missing if each.pmid))
    if pmids:
        progress(f"Fetching {len(pmids)} record{'' if len(pmids) == 1 else 's'} from PubMed.")
        for batch in live.pubmed().fetch(pmids):
            take_in([batch], parts)
            if batch.shortfall is not None and not batch.body:
                for each in missing:
                    each.failed, each.note = True, str(batch.shortfall)
    return {id(each): _added(each, held[id(each)], parts, full_text, progress) for each in wanted}


def _look_up(each: _Wanted, live: Live) -> None:
    """The PMID of a DOI or PMC id: PubMed knows most, Europe PMC more."""
    assert each.ids is not None
    term = f'"{each.ids.doi}"[doi]' if each.ids.doi else str(each.ids.pmcid)
    try:
        found = live.pubmed().search(term, limit=2)
        if len(found.ids) == 1:
            each.pmid = found.ids[0]
            return
        if live.is_on("europepmc"):
            name = f'DOI:"{each.ids.doi}"' if each.ids.doi else f"PMCID:{each.ids.pmcid}"
            hits = [hit for hit in live.europepmc().search(name, limit=2).articles if hit.pmid]
            if len(hits) == 1:
                each.article, each.pmid = hits[0], hits[0].pmid
    except SourceFailed as fault:
        each.failed, each.note = True, str(fault)


def _added(
    each: _Wanted, before: RecordId | None, parts: Parts, full_text: bool, progress: Callable[[str], None]
) -> Added:
    assert each.ids is not None
    record_id = before or parts.store.find(each.ids) or (parts.store.find(Ids(pmid=each.pmid)) if each.pmid else None)
    if record_id is None:
        return Added(each.name, "failed" if each.failed else "not found", note=each.note)
    record = parts.store.record(record_id)
    got, note = False, each.note
    if full_text:
        progress(f"Looking for an open full text of {each.name}.")
        try:
            got = _full_text(record.ids, each.article, parts)
        except SourceFailed as fault:
            note = str(fault)
    return Added(each.name, "already here" if before else "added", record.id, record.title, note, got)


def _full_text(ids: Ids, article: Article | None, parts: Parts) -> bool:
    live = live_of(parts)
    text = None
    if live.is_on("europepmc"):
        if article is None and ids.pmid:
            article = next(iter(live.europepmc().open_texts_of([ids.pmid]).articles), None)
        text = live.europepmc().full_text(article) if article else None
    if text is None and live.is_on("pmc") and ids.pmcid:
        text = live.pmc().full_text(ids.pmcid)
    if text is not None:
        take_in([text], parts)
    return text is not None


def _document(each: _Wanted, parts: Parts, facts: DocumentFacts, progress: Callable[[str], None]) -> Added:
    """A document by its address, under the operator's list of hosts."""
    from dataclasses import replace

    live = live_of(parts)
    door = live.documents()
    progress("Fetching a document.")
    try:
        got = fetch_document(door, each.name, live.folder / "documents")
        options = Options(facts=replace(facts, url=facts.url or got.url))
        report = take_file(got.path, parts, options)
    except (SourceFailed, BadFile) as fault:
        return Added(each.name, "failed", note=str(fault))
    if report.refusals:
        return Added(each.name, "failed", note=report.refusals[0].reason)
    # The hash of its bytes is the name that a document has without any other (`sources.document`).
    record_id = parts.store.find(Ids(other=(("pack", f"document/{got.sha256[:16]}"),))) or _of_facts(facts, parts)
    title = parts.store.record(record_id).title if record_id else ""
    return Added(each.name, "added" if report.records_new else "already here", record_id, title)


def _of_facts(facts: DocumentFacts, parts: Parts) -> RecordId | None:
    return parts.store.find(Ids(pmid=facts.pmid, doi=facts.doi)) if facts.pmid or facts.doi else None
