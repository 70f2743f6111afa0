"""Whether a library is sound: texts and their hashes, kept pages and their texts, the index, the trail, seals."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import islice

from quoth.errors import LibraryDamaged, NotFound
from quoth.library import holding_faults
from quoth.model import Holding, Quote, RenditionId, Review, Revision, hash_of_text
from quoth.pipeline.auditing import verify_trail
from quoth.pipeline.indexing import Progress
from quoth.pipeline.parts import Parts
from quoth.pipeline.showing import signed_approvals
from quoth.pipeline.units_ahead import all_units
from quoth.signing import SealState

__all__ = ["Looked", "VerifyReport", "verify_library"]

MOST_FAULTS = 1000
"""Of one kind: a library with more is damaged all the same, and the report stays readable."""
_UNITS_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at, how much of it, and what is wrong with it."""

    what: str
    count: int
    of: str
    """What `count` counts."""
    faults: tuple[str, ...] = ()
    remedy: str = ""
    """What to do where there are faults."""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a check of the whole library found."""

    looked: tuple[Looked, ...]
    snapshot: str
    seconds: float

    @property
    def faults(self) -> int:
        """How many faults there are in all."""
        return sum(len(each.faults) for each in self.looked)

    @property
    def passed(self) -> bool:
        """True when nothing was found."""
        return not self.faults


def verify_library(parts: Parts, *, progress: Callable[[Progress], None] = lambda _: None) -> VerifyReport:
    """Read everything that is held and hold it against what is remembered of it. Nothing is changed."""
    started = time.monotonic()

    def tell(what: str, done: int) -> None:
        progress(Progress(what, done, 0, time.monotonic() - started))

    with parts.store.viewing():
        looked = (
            _content(parts, tell),
            _readable(_pages, "kept pages against their texts", parts, tell),
            _readable(_index, "the search index against the texts", parts, tell),
            _readable(_trail, "the audit trail", parts, tell),
            _readable(_seals, "signatures of reviews", parts, tell),
        )
        return VerifyReport(looked, parts.store.snapshot(), time.monotonic() - started)


Tell = Callable[[str, int], None]


def _readable(look: Callable[[Parts, Tell], Looked], what: str, parts: Parts, tell: Tell) -> Looked:
    """What a look finds; that it came upon something that cannot be read at all is a fault as well."""
    try:
        return look(parts, tell)
    except LibraryDamaged as fault:
        return Looked(what, 0, "looked at", (f"The look ended early. {fault}",), "Restore a backup.")


def _content(parts: Parts, tell: Tell) -> Looked:
    """Every record and text against its hash, and all of them against the snapshot id."""
    count = 0

    def look(holding: Holding) -> Iterable[str]:
        nonlocal count
        count += len(holding.texts)
        if count % 500 < len(holding.texts):
            tell("texts", count)
        return tuple(holding_faults(holding))

    faults = tuple(islice(parts.store.faults(look), MOST_FAULTS))
    return Looked(
        "records and texts against their hashes",
        count,
        "texts",
        faults,
        "Restore a backup, or ingest the source again.",
    )


def _pages(parts: Parts, tell: Tell) -> Looked:
    """Every quotation of every kept page and revision against the text that it is cut from."""
    count = 0
    faults: list[str] = []
    pages = ((page.id, page) for _, page in parts.store.iter_answers())
    revisions = ((f"revision {one.id}", one.page) for one in parts.store.items(Revision))
    for source in (pages, revisions):
        for name, page in source:
            quotes = list(_quotes(page))
            count += len(quotes)
            faults += [f"{name}: {fault}" for fault in _quote_faults(quotes, parts)]
            if len(faults) >= MOST_FAULTS:
                break
            tell("quotations", count)
    remedy = "Ask the question again; a page under review needs a new revision, or a backup that holds its texts."
    return Looked("kept pages against their texts", count, "quotations", tuple(faults[:MOST_FAULTS]), remedy)


def _quotes(noun: object) -> Iterator[Quote]:
    """Every quotation in a noun, wherever it stands."""
    if isinstance(noun, Quote):
        yield noun
    elif isinstance(noun, tuple):
        for each in noun:
            yield from _quotes(each)
    elif is_dataclass(noun):
        for part in fields(noun):
            yield from _quotes(getattr(noun, part.name))


def _quote_faults(quotes: list[Quote], parts: Parts) -> Iterator[str]:
    held = parts.store.renditions_by_id(list(dict.fromkeys(quote.span.rendition_id for quote in quotes)))
    for span, words in dict.fromkeys((quote.span, quote.text) for quote in quotes):
        place = f"{span.rendition_id}:{span.start}-{span.end}"
        stored = held.get(RenditionId(span.rendition_id))
        if stored is None:
            yield f"the text of {place} is not held any more"
        elif (there := stored.rendition.text[span.start : span.end]) != words or hash_of_text(there) != span.sha256:
            yield f"{place} holds other words than the page quotes"


def _index(parts: Parts, tell: Tell) -> Looked:
    """Every unit of every current text, and the entry of every record without one, as they would be made now."""
    faults: list[str] = []
    count = 0
    made = all_units(parts.store)
    while batch := list(islice(made, _UNITS_AT_ONCE)):
        count += len(batch)
        faults += [f"{unit} is missing, or older than its text" for unit in parts.index.differing(batch)]
        tell("units of the index", count)
    if (held := len(parts.index) + parts.index.without_text()) != count:
        faults.append(f"The index holds {held} units, the library makes {count}.")
    if parts.index.stamp() != parts.store.snapshot():
        faults.append("The index was not brought up to this state of the library.")
    remedy = "Run `quoth index rebuild`."
    return Looked("the search index against the texts", count, "units", tuple(faults[:MOST_FAULTS]), remedy)


def _trail(parts: Parts, _: Tell) -> Looked:
    report = verify_trail(parts)
    remedy = "Find out who changed it; `quoth audit verify` says more."
    return Looked("the audit trail", report.entries, "lines", report.faults, remedy)


def _seals(parts: Parts, _: Tell) -> Looked:
    """Every signature against its document and its revision."""
    count = 0
    faults = []
    for review in parts.store.items(Review):
        try:
            signed = signed_approvals(review.id, parts)
        except NotFound as fault:
            faults.append(f"{review.id}: {fault}")
            continue
        count += len(signed)
        for one in signed:
            if one.seal is not SealState.GOOD:
                faults.append(f"{review.id}, revision {one.act.revision}: {one.seal.value}.")
            if one.differs:
                faults.append(
                    f"{review.id}, revision {one.act.revision}: not what was signed: {', '.join(one.differs)}."
                )
    remedy = "Restore a backup that holds the revision and the keys, or have the page signed again."
    return Looked("signatures of reviews", count, "signatures", tuple(faults), remedy)
