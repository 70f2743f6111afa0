"""Takes the items of one file into a library, in their order, each kind by its own rule.

A pack is one whole: when its edition is refused nothing of it comes in, and when it is through, what earlier editions
said and this one does not is taken out. Files, batches and progress are the caller's.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from quoth.errors import BadFile
from quoth.library.bulk import KeptNew, Prepared, keep_all
from quoth.library.keeping import Kept, keep
from quoth.library.packs import finish_pack, keep_words
from quoth.library.standing import delete_citation, keep_notice_list, keep_notices
from quoth.model import Notice, NoticeKind, NoticeList, RecordId, Refusal, RenditionId, Report, Words, encode
from quoth.store.protocol import Store

__all__ = ["Intake", "Taken"]

Item = Report | Notice | NoticeList | Words | Refusal
ReadyItem = Item | Prepared
"""What a reader yields, its reports prepared or not."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one item did to the library. `index` are texts to be indexed (again), `unindex` to be taken out."""

    records_new: int = 0
    records_known: int = 0
    texts_new: int = 0
    notices_new: int = 0
    packs: int = 0
    index: tuple[RenditionId, ...] = ()
    unindex: tuple[RenditionId, ...] = ()
    note: str = ""
    units: bytes = b""
    """JSON of the units of `index`, where they are at hand."""
    records: tuple[RecordId, ...] = ()
    """Records to be read anew as a whole: that lost their last text, got their first one, have none, or are gone."""
    entry: RecordId | None = None
    """A new record without a text, whose `units` is its catalogue entry."""


class Intake:
    """The items of one file on their way into a store. Not for use with two files."""

    def __init__(self, store: Store, *, as_site: bool = False) -> None:
        """Take a store, and whether the operator calls the file the site's own."""
        self._store = store
        self._site = as_site
        self._pack: str | None = None
        self._refused = False
        self._notices: list[Notice] = []

    def take_all(self, items: Iterable[ReadyItem]) -> Iterator[Taken]:
        """Keep items in their order, prepared ones many at a time; all of them inside the caller's transaction."""
        run: list[Any] = []
        together: Callable[[list[Any]], Iterator[Taken]] | None = None
        for item in items:
            way = self._way(item)  # asked only once all before it is kept or waits in a run: words begin a pack
            if run and together is not None and way != together:
                yield from together(run)
                run = []
            if way is None:
                yield self.take(cast(Item, item))
            else:
                run.append(item)
            together = way
        if run and together is not None:
            yield from together(run)

    def _way(self, item: ReadyItem) -> Callable[[list[Any]], Iterator[Taken]] | None:
        """How a run of such items is taken together; `None` for those that come singly.

        A deletion acts on records at once, and a pack's notices are remembered until its end.
        """
        if isinstance(item, Prepared):
            return self._take_prepared
        if isinstance(item, Notice) and item.kind is not NoticeKind.DELETED and self._pack is None:
            return self._take_notices
        return None

    def _take_prepared(self, reports: list[Prepared]) -> Iterator[Taken]:
        return map(_taken, keep_all(reports, self._store))

    def _take_notices(self, notices: list[Notice]) -> Iterator[Taken]:
        """All in one statement; the first of them tells how many were new."""
        try:
            encode(notices)
        except UnicodeEncodeError:
            yield from map(self.take, notices)
            return
        yield Taken(notices_new=keep_notices(notices, self._store))
        yield from (Taken() for _ in notices[1:])

    def take(self, item: Item) -> Taken:
        """Keep one item, in the caller's transaction or one of its own. A refusal does nothing.

        An item that no library can hold is left out with a note, and the rest of the file goes on.
        """
        try:
            if not isinstance(item, Report):
                encode(item)  # `keep` looks at reports itself
            return self._take(item)
        except BadFile as fault:
            return Taken(note=str(fault))
        except UnicodeEncodeError:
            return Taken(note=f"A {type(item).__name__.lower()} was left out: it holds half of a character pair.")

    def _take(self, item: Item) -> Taken:
        match item:
            case Words():
                return self._take_words(item)
            case _ if self._refused:
                return Taken()
            case Report():
                return self._take_report(item)
            case Notice():
                self._notices += [item] if self._pack is not None else []
                new = keep_notices([item], self._store)
                gone = delete_citation(item, self._store) if item.kind is NoticeKind.DELETED else ()
                return Taken(notices_new=new, records=gone)
            case NoticeList():
                keep_notice_list(item, self._store)
        return Taken()

    def recall(self, item: ReadyItem) -> None:
        """See an item that an interrupted run has kept: what follows may depend on it."""
        if isinstance(item, Words):
            self._take_words(item)
        elif isinstance(item, Notice) and self._pack is not None:
            self._notices.append(item)

    def finish(self) -> Taken:
        """The file is through: take out what its pack no longer says."""
        if self._pack is None or self._refused:
            return Taken()
        gone = finish_pack(self._pack, self._notices, self._store)
        whose = {held.record_id for held in self._store.renditions_by_id(gone).values()}
        empty = tuple(sorted(one for one in whose if not self._store.renditions(one)))
        return Taken(unindex=gone, records=empty)

    def _take_words(self, words: Words) -> Taken:
        kept = keep_words(words, self._store, as_site=self._site)
        self._pack, self._refused, self._site = words.pack, not kept.kept, kept.site
        return Taken(packs=int(kept.kept), note=kept.note)

    def _take_report(self, report: Report) -> Taken:
        return _taken(keep(report, self._store, as_site=self._site))


def _taken(kept: Kept | KeptNew) -> Taken:
    if isinstance(kept, KeptNew):
        new = kept.renditions_new
        entry = None if new else kept.record_id
        return Taken(records_new=1, texts_new=len(new), index=new, units=kept.units, entry=entry)
    return Taken(
        records_new=int(kept.is_new),
        records_known=int(not kept.is_new and not kept.ignored),
        texts_new=len(kept.renditions_new),
        index=(*kept.renditions_new, *kept.renditions_changed),
        unindex=kept.renditions_replaced,
        records=kept.records_changed,
        note=kept.ignored,
    )
