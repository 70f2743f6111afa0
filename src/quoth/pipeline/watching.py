"""Topics that are watched: what is new is fetched, screened, and held against the answers that are kept.

Screening goes by the ranking of every answer. A page is marked and never changed; an approval that no longer holds
falls back by the rule that every ingest goes by.
"""

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from quoth.errors import BadInput, NotFound, SourceFailed
from quoth.library import standings
from quoth.live import Shortfall, Strategy
from quoth.model import (
    Abstention,
    Answer,
    Digest,
    Direction,
    Ids,
    NewReport,
    NoticeKind,
    Place,
    Record,
    RecordId,
    RetractionState,
    Review,
    ReviewStatus,
    Standing,
    Touched,
    TouchedHow,
    Watch,
)
from quoth.pipeline.composing import compose, understood
from quoth.pipeline.living import live_search
from quoth.pipeline.loading import fetch_retractions, retractions_as_of
from quoth.pipeline.parts import Parts
from quoth.pipeline.searching import saved_strategy
from quoth.pipeline.taking import live_of, take_in
from quoth.review import status_of
from quoth.search.boolean import pubmed_words

__all__ = ["add_watch", "digests", "due_watches", "remove_watch", "run_watches", "watch_named", "watches"]

SEEN_MAX = 20_000
DIGESTS_KEPT = 50
ANSWERS_MAX = 500
"""Kept answers that are held against what is new, the newest first."""
_OVERLAP_DAYS = 3
"""PubMed's day of entry is not always the day on which a record can be found."""
_LIST_AGE = timedelta(days=1)

_BY_NOTICE = (
    (NoticeKind.RETRACTION, TouchedHow.RETRACTED),
    (NoticeKind.CONCERN, TouchedHow.CONCERN),
    (NoticeKind.SUPERSEDED, TouchedHow.SUPERSEDED),
    (NoticeKind.WITHDRAWN, TouchedHow.SUPERSEDED),
    (NoticeKind.CORRECTION, TouchedHow.CORRECTED),
)
_OPPOSITE = {
    Direction.FAVOURS_INTERVENTION: (Direction.FAVOURS_COMPARATOR, Direction.NO_DIFFERENCE),
    Direction.FAVOURS_COMPARATOR: (Direction.FAVOURS_INTERVENTION,),
    Direction.NO_DIFFERENCE: (Direction.FAVOURS_INTERVENTION, Direction.FAVOURS_COMPARATOR),
}


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
    before = _standings_of_answers(parts)
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
    started, approved = _stamp(parts), _approved(parts)
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
    touched = (*_by_standing(before, approved, parts), *_by_new(new, approved, parts), *_fallen(approved, parts))
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


# --- what it does to answers -----------------------------------------------------------------------------------------
def _answers(parts: Parts) -> Iterable[Answer]:
    for answer_id in parts.store.answer_ids()[-ANSWERS_MAX:]:
        page = parts.store.answer(answer_id)
        if isinstance(page, Answer):
            yield page


def _standings_of_answers(parts: Parts) -> dict[tuple[str, str], Standing]:
    """(answer, record) -> how the record stood on that page when it was made."""
    return {(page.id, ref.record_id): ref.standing for page in _answers(parts) for ref in page.references}


def _by_standing(
    before: dict[tuple[str, str], Standing], approved: frozenset[str], parts: Parts
) -> tuple[Touched, ...]:
    """Answers that cite what has been retracted, corrected or superseded since they were made."""
    pages = {page.id: page for page in _answers(parts)}
    wanted = list(dict.fromkeys(RecordId(record_id) for _, record_id in before))
    records = parts.store.records_by_id(wanted)
    now = {str(key): value for key, value in standings(tuple(records.values()), parts.store).items()}
    found = []
    for (answer_id, record_id), then in before.items():
        standing = now.get(record_id)
        if standing is None or answer_id not in pages:
            continue
        how = next((how for kind, how in _BY_NOTICE if standing.has(kind) and not then.has(kind)), None)
        if how is not None:
            title = records[RecordId(record_id)].title
            found.append(_touched(pages[answer_id], how, RecordId(record_id), title, approved))
    return tuple(found)


def _by_new(new: Sequence[NewReport], approved: frozenset[str], parts: Parts) -> tuple[Touched, ...]:
    """Answers on which a new report would stand if they were made today."""
    fresh = {one.record_id: one.title for one in new if one.place is Place.ON_PAGE and not one.retracted}
    if not fresh:
        return ()
    found = []
    for page in _answers(parts):
        today = compose(page.question, parts).outcome.page
        if isinstance(today, Abstention):
            continue
        cited = {ref.number: RecordId(ref.record_id) for ref in today.references}
        had = {RecordId(ref.record_id) for ref in page.references}
        for record_id in dict.fromkeys(each for each in cited.values() if each in fresh and each not in had):
            how = _how(record_id, page, today)
            found.append(_touched(page, how, record_id, fresh[record_id], approved))
    return tuple(found)


def _how(record_id: RecordId, page: Answer, today: Answer) -> TouchedHow:
    numbers = {ref.number for ref in today.references if ref.record_id == record_id}
    fresh = [statement for statement in today.statements() if statement.citations[0] in numbers]
    old = {(name, statement.direction) for statement in page.statements() for name in statement.interventions[:1]}
    for statement in fresh:
        for name in statement.interventions[:1]:
            if any((name, opposite) in old for opposite in _OPPOSITE.get(statement.direction, ())):
                return TouchedHow.CONTRADICTS
    if any(statement.citations[0] in numbers for statement in today.newer):
        return TouchedHow.NEWER_THAN_GUIDELINE
    return TouchedHow.ADDS


def _touched(
    page: Answer, how: TouchedHow, record_id: RecordId | None, detail: str, approved: frozenset[str]
) -> Touched:
    return Touched(page.id, page.question.text, how, record_id, detail, page.id in approved)


def _approved(parts: Parts) -> frozenset[str]:
    return frozenset(each.id for each in parts.store.items(Review) if status_of(each) is ReviewStatus.APPROVED)


def _fallen(approved: frozenset[str], parts: Parts) -> tuple[Touched, ...]:
    """Pages that were approved before this run and are out of date now, with the reasons."""
    found = []
    for review in parts.store.items(Review):
        if review.id in approved and status_of(review) is ReviewStatus.OUT_OF_DATE:
            page = parts.store.answer(review.id)
            reasons = "; ".join(review.acts[-1].reasons)
            found.append(Touched(review.id, page.question.text, TouchedHow.FELL_BACK, None, reasons, approved=True))
    return tuple(found)


def _stamp(parts: Parts) -> str:
    return parts.now().isoformat(timespec="seconds")
