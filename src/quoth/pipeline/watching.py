"""Topics that are watched: what is new is fetched, screened, and held against the answers that are kept.

Screening goes by the ranking of every answer. A page is marked and never changed; an approval that no longer holds
falls back by the rule that every ingest goes by.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from quoth.errors import BadInput, NotFound, SourceFailed
from quoth.library import standings
from quoth.live import Shortfall, Strategy
from quoth.model import (
    Answer,
    Digest,
    Ids,
    NewReport,
    Place,
    Record,
    RetractionState,
    Standing,
    Watch,
)
from quoth.pipeline.composing import compose, understood
from quoth.pipeline.living import live_search
from quoth.pipeline.loading import fetch_retractions, retractions_as_of
from quoth.pipeline.parts import Parts
from quoth.pipeline.searching import saved_strategy
from quoth.pipeline.taking import live_of, take_in
from quoth.pipeline.touching import approved_pages, by_new, by_standing, fallen, standings_of_answers
from quoth.search.boolean import pubmed_words

__all__ = ["add_watch", "digests", "due_watches", "remove_watch", "run_watches", "watch_named", "watches"]

SEEN_MAX = 20_000
DIGESTS_KEPT = 50
_OVERLAP_DAYS = 3
"""PubMed's day of entry is not always the day on which a record can be found."""
_LIST_AGE = timedelta(days=1)


# --- the list --------------------------------------------------------------------------------------------------------
def add_watch(
    name: str, parts: Parts, *, words: str | None = None, saved: str | None = None, every_days: int = 7
) -> Watch:
    """Watch a topic. Nothing is fetched before it runs.

    Args:
        name: the topic as typed, such as "patellofemoral pain".
        parts: where it is kept.
        words: a search in PubMed's language; by default made from the topic.
        saved: name of a saved strategy, which is written in PubMed's language.
        every_days: how often it runs by itself.

    Raises:
        BadInput: there is one of this name, there is nothing in it to search for, or the days are none; or the strategy
            holds what PubMed cannot say.
        NotFound: no strategy is saved under this name.
    """
    shown = " ".join(name.split())[:200]
    if not 1 <= every_days <= 366:
        raise BadInput(f"A watch cannot run every {every_days} days. Choose 1 to 366.")
    if any(each.name.casefold() == shown.casefold() for each in watches(parts)):
        raise BadInput(f"There is a watch named {shown!r}. Remove it first, or name this one otherwise.")
    if saved is not None:
        if words is not None:
            raise BadInput("Give a saved strategy or words, not both.")
        words = pubmed_words(saved_strategy(saved, parts).text)
    strategy = Strategy.written(words) if words is not None else live_search(shown, parts)
    if not strategy.groups or not shown:
        raise BadInput("There is nothing in this topic to search for. Name a condition or treatment, or give --words.")
    made = Watch(secrets.token_urlsafe(9), shown, strategy.words, every_days, _stamp(parts))
    with parts.store.writing():
        parts.store.put_item(made)
    return made


def watches(parts: Parts) -> tuple[Watch, ...]:
    """All watches, by name."""
    return tuple(sorted(parts.store.items(Watch), key=lambda watch: watch.name.casefold()))


def watch_named(name: str, parts: Parts) -> Watch:
    """A watch by its name or id. Raises NotFound."""
    wanted = " ".join(name.split())
    for each in watches(parts):
        if wanted == each.id or wanted.casefold() == each.name.casefold():
            return each
    known = ", ".join(each.name for each in watches(parts)) or "none"
    raise NotFound(f"There is no watch {wanted[:80]!r}. Watches: {known}.")


def remove_watch(name: str, parts: Parts) -> Watch:
    """Stop watching a topic; its digests go, what it fetched stays. Raises NotFound."""
    gone = watch_named(name, parts)
    with parts.store.writing():
        for digest in parts.store.items(Digest, about=gone.id):
            parts.store.delete_item(Digest, digest.id)
        parts.store.delete_item(Watch, gone.id)
    return gone


def digests(parts: Parts, *, watch: str | None = None) -> tuple[Digest, ...]:
    """What the runs brought, newest first; of one watch where it is named. Raises NotFound."""
    about = watch_named(watch, parts).id if watch else None
    return tuple(sorted(parts.store.items(Digest, about=about), key=lambda one: (one.at, one.id), reverse=True))


def due_watches(parts: Parts) -> tuple[Watch, ...]:
    """The watches whose time has come."""
    now = parts.now()

    def due(watch: Watch) -> bool:
        return not watch.ran_at or now - datetime.fromisoformat(watch.ran_at) >= timedelta(days=watch.every_days)

    return tuple(watch for watch in watches(parts) if due(watch))


# --- a run -----------------------------------------------------------------------------------------------------------
def run_watches(
    parts: Parts, chosen: Sequence[Watch] | None = None, *, progress: Callable[[str], None] = lambda _: None
) -> tuple[Digest, ...]:
    """Run watches, those that are due when none are chosen. The list of retractions is brought up to date first.

    Returns:
        One digest for each watch, in their order. What failed stands in it, and the next run covers it again.

    Raises:
        NetworkNotAllowed: PubMed is not switched on.
    """
    live = live_of(parts)
    live.pubmed()
    before = standings_of_answers(parts)
    shortfalls = _retractions(parts, progress)
    made = []
    for watch in due_watches(parts) if chosen is None else chosen:
        progress(f"Watch {watch.name}.")
        made.append(_run(watch, parts, before, shortfalls, progress))
    return tuple(made)


def _retractions(parts: Parts, progress: Callable[[str], None]) -> tuple[Shortfall, ...]:
    """Fetch the list of retractions where it is switched on and older than a day."""
    held = retractions_as_of(parts)
    today = parts.now().date()
    if not live_of(parts).is_on("retraction_watch") or (held and today - held < _LIST_AGE):
        return ()
    try:
        fetch_retractions(parts, progress)
    except SourceFailed as fault:
        return (Shortfall("Retraction Watch", str(fault)),)
    return ()


def _run(
    watch: Watch,
    parts: Parts,
    before: dict[tuple[str, str], Standing],
    shortfalls: tuple[Shortfall, ...],
    progress: Callable[[str], None],
) -> Digest:
    live, missing = live_of(parts), list(shortfalls)
    started, approved = _stamp(parts), approved_pages(parts)
    ids: tuple[str, ...] = ()
    found, whole = 0, True
    try:
        hits = live.pubmed().search(watch.words, limit=_limit(watch, parts), sort="pub_date", since=_since(watch))
        found, ids = hits.count, tuple(pmid for pmid in hits.ids if pmid not in set(watch.seen))
        missing += [hits.shortfall] if hits.shortfall else []
    except SourceFailed as fault:
        missing.append(Shortfall("PubMed", str(fault)))
        whole = False
    came: list[str] = []
    held = {pmid for pmid in ids if parts.store.find(Ids(pmid=pmid))}
    for batch in live.pubmed().fetch(ids):
        take_in([batch], parts)
        came += batch.ids
        whole = whole and (batch.shortfall is None or bool(batch.body))
        missing += [batch.shortfall] if batch.shortfall else []
        progress(f"{len(came)} of {len(ids)} records are in the library.")
    new = _screened(watch, [pmid for pmid in came if pmid not in held], parts)
    touched = (*by_standing(before, approved, parts), *by_new(new, approved, parts), *fallen(approved, parts))
    as_of = retractions_as_of(parts)
    digest = Digest(
        id=secrets.token_urlsafe(9),
        watch_id=watch.id,
        watch=watch.name,
        at=started,
        found=found,
        new=new,
        touched=touched,
        shortfalls=tuple(str(each) for each in missing),
        retractions_as_of=as_of.isoformat() if as_of else "",
    )
    seen = (*watch.seen, *(pmid for pmid in came if pmid not in set(watch.seen)))[-SEEN_MAX:]
    with parts.store.writing():
        parts.store.put_item(digest)
        parts.store.put_item(replace(watch, seen=seen, ran_at=started if whole else watch.ran_at))
        for old in sorted(parts.store.items(Digest, about=watch.id), key=lambda one: one.at)[:-DIGESTS_KEPT]:
            parts.store.delete_item(Digest, old.id)
    return digest


def _limit(watch: Watch, parts: Parts) -> int:
    """The first run fills the library as a question would; later ones take all that is new."""
    return 2_000 if watch.ran_at else parts.settings.live_records


def _since(watch: Watch) -> str:
    if not watch.ran_at:
        return ""
    return (datetime.fromisoformat(watch.ran_at) - timedelta(days=_OVERLAP_DAYS)).strftime("%Y/%m/%d")


# --- screening -------------------------------------------------------------------------------------------------------
def _screened(watch: Watch, pmids: Sequence[str], parts: Parts) -> tuple[NewReport, ...]:
    """The new reports, those on the topic's page first, in its order."""
    if not pmids:
        return ()
    composed = compose(understood(watch.name, parts), parts)
    page = composed.outcome.page
    on_page = [ref.record_id for ref in page.references] if isinstance(page, Answer) else []
    order = {record_id: place for place, record_id in enumerate(dict.fromkeys((*on_page, *composed.considered)))}
    records = _records(pmids, parts)
    standing = standings(records, parts.store)

    def place_of(record: Record) -> Place:
        if record.id in on_page:
            return Place.ON_PAGE
        return Place.READ if record.id in order else Place.APART

    made = [
        NewReport(
            record.id,
            record.ids.pmid or "",
            record.title,
            record.published.year,
            place_of(record),
            standing[record.id].retraction is RetractionState.YES,
        )
        for record in records
    ]
    return tuple(sorted(made, key=lambda one: (order.get(one.record_id, len(order)), -(one.year or 0), one.record_id)))


def _records(pmids: Sequence[str], parts: Parts) -> list[Record]:
    found = (parts.store.find(Ids(pmid=pmid)) for pmid in pmids)
    held = parts.store.records_by_id([record_id for record_id in found if record_id])
    return list(held.values())


def _stamp(parts: Parts) -> str:
    return parts.now().isoformat(timespec="seconds")
