"""A web face over a library of hand-made pages: the pipeline's functions are replaced, the routes are real."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from quoth import pipeline
from quoth.errors import BadInput, NotFound
from quoth.library import OwnGuideline
from quoth.model import (
    Fidelity,
    Form,
    GlossaryEntry,
    Ids,
    Question,
    Record,
    RecordId,
    Standing,
    Topic,
    make_rendition,
)
from quoth.settings import load_settings
from quoth.store.stored import Counts, PackState, StoredRendition
from tests.unit.interop.answer_factory import answer, passed

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
TEXT = f"Background line.\nOffer exercise. {HOSTILE}\nLast line."


@dataclass
class Library:
    """What the fake pipeline answers with, and what it was asked."""

    pages: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[str, Question | None]] = field(default_factory=list)
    record: Record = field(
        default_factory=lambda: Record(RecordId("rec/1"), f"A title {HOSTILE}", Ids(pmid="12"), authors=(HOSTILE,))
    )
    rendition: Any = field(default_factory=lambda: make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, TEXT))
    fail: Exception | None = None
    keep: bool = True

    def outcome(self, page: Any) -> pipeline.Outcome:
        """A page that the checker passed."""
        return pipeline.Outcome(page, passed(page))

    def ask(
        self,
        text: str,
        parts: Any,
        *,
        previous: Question | None = None,
        role: Any = None,
        step: Any = None,
        as_typed: bool = False,
        literal: Sequence[str] = (),
    ) -> pipeline.Outcome:
        """A new page, kept if pages are kept."""
        if self.fail:
            raise self.fail
        self.asked.append((text, previous))
        page = answer(id=f"id-{len(self.asked)}", question=Question(text))
        if self.keep:
            self.pages[page.id] = page
        return self.outcome(page)

    def stored_page(self, answer_id: str, parts: Any) -> pipeline.Outcome:
        """A kept page."""
        if answer_id not in self.pages:
            raise NotFound(f"There is no answer {answer_id!r} in this library.")
        return self.outcome(self.pages[answer_id])

    def forget(self, answer_id: str, parts: Any) -> None:
        """Delete it."""
        del self.pages[answer_id]

    def passage(self, rendition_id: str, start: int, end: int, parts: Any) -> pipeline.PassageView:
        """A passage of the one text."""
        if rendition_id != self.rendition.id:
            raise NotFound(f"There is no text {rendition_id!r} in this library.")
        if not 0 <= start < end <= len(TEXT):
            raise BadInput(f"Passage {start}-{end} does not lie in the text.")
        return pipeline.PassageView(self.record, Standing(), self._stored(), start, end)

    def source(self, record_id: str, parts: Any) -> pipeline.SourceView:
        """The one source."""
        if record_id != self.record.id:
            raise NotFound(f"There is no source {record_id!r} in this library.")
        return pipeline.SourceView(self.record, Standing(), (self._stored(),))

    def overview(self, parts: Any) -> Any:
        """What it holds."""
        topic = Topic("pack", "1", HOSTILE, "knee pain", "What helps knee pain?", ("What helps knee pain?", HOSTILE))
        return SimpleNamespace(
            counts=self.counts(),
            topics=(topic,),
            retracted=0,
            marked=0,
            doubtful=0,
            snapshot="0123456789abcdef",
            own_guidelines=2,
            shown_guidelines=(OwnGuideline(self.record.id, HOSTILE, HOSTILE, None),),
        )

    def shelf_page(self, parts: Any, shelf: pipeline.Shelf, *, offset: int, limit: int, **_: object) -> Any:
        """The one source, if it fits: it has neither year nor doubts."""
        fits = shelf.text.casefold() in self.record.title.casefold() and shelf.year in ("", "unknown")
        rows = ((self.record, Standing()),) if fits and not (shelf.kind or shelf.state) else ()
        return pipeline.ShelfPage(len(rows), rows[offset : offset + limit])

    def counts(self) -> Counts:
        """One source."""
        return Counts(1, 1, 3, (("rct", 1), (HOSTILE, 1)), ((2020, 1), (None, 1)), (("abstract", 1),))

    def _stored(self) -> StoredRendition:
        return StoredRendition(self.record.id, self.rendition, True, 1)


def parts_of(library: Library, **settings: str) -> Any:
    """Parts as far as the web face uses them."""
    library.keep = settings.get("keep_answers", "yes") == "yes"
    store = SimpleNamespace(
        revision=lambda: 1,
        snapshot=lambda: "0123456789abcdef",
        counts=library.counts,
        topics=lambda: library.overview(None).topics,
        glossary=lambda: (GlossaryEntry(HOSTILE, HOSTILE),),
        answers_using=lambda record_id, limit: (1, ()),
        item=lambda kind, item_id: None,
        items=lambda kind, about=None: (),
        last_audit=lambda: None,
        has_answer=lambda answer_id: answer_id in library.pages,
        answer=lambda answer_id: library.stored_page(answer_id, None).page,
        pack_states=lambda: (PackState("mesh-2021", "2021", False),),
    )
    return SimpleNamespace(
        live=None, everyday=None, settings=load_settings({}, {"home": "/nonexistent", **settings}), store=store
    )
