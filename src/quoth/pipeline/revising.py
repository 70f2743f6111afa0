"""New revisions of a page under review: rows left out or brought in, composed and checked as every page is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quoth import review as stage
from quoth.errors import BadInput, NotAllowed
from quoth.model import Account, Answer, Finding, Office, Review, Revision, Span, hash_of_text
from quoth.pipeline.auditing import note, recorded, stamp
from quoth.pipeline.catalogue import passage
from quoth.pipeline.composing import compose
from quoth.pipeline.edits import Edits
from quoth.pipeline.parts import Parts
from quoth.pipeline.under_review import review_of, revision_of

__all__ = ["Difference", "difference", "revise", "rows_to_add", "span_of"]

_MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """Two revisions side by side."""

    before: Revision
    after: Revision
    rows: tuple[stage.RowChange, ...]


def revise(
    review_id: str,
    parts: Parts,
    *,
    by: Account,
    leave_out: Sequence[str] = (),
    add: Sequence[str] = (),
    why: str = "",
) -> Review:
    """A new revision from the library as it is now, with the editors' rows so far and these besides.

    Args:
        review_id: the page.
        parts: of the library.
        by: an editor.
        leave_out: passage ids of rows to take off the page; a row that was brought in is no longer brought in.
        add: passage ids of rows to bring in; one that was left out comes back.
        why: the reason, kept with the revision.

    Raises:
        NotFound: no such page or passage.
        NotAllowed: only editors revise.
        BadInput: nothing would change, a row cannot stand on the page, or the library no longer answers the question.
    """
    if not by.holds(Office.EDITOR):
        raise NotAllowed(f"{by.shown_name} is no editor here. An administrator can give the office.")
    held = review_of(review_id, parts)
    last = revision_of(held, held.revision, parts)
    edits = _edits(last, [_on_page(one, last) for one in leave_out], [span_of(one, parts) for one in add])
    made = _composed(held, last, edits, parts, by=by, why=why)
    with recorded(parts):
        if review_of(review_id, parts) != held:
            raise BadInput("Somebody else has just changed this review. Load the page again.")
        changed = stage.revised(held, made, by, at=made.made_at)
        parts.store.put_item(made)
        parts.store.put_item(changed)
        note(parts, by, changed.acts[-1].kind.value, review_id, revision=str(made.number))
    return changed


def difference(review_id: str, before: int, after: int, parts: Parts) -> Difference:
    """Two revisions of a page, row by row. Raises NotFound."""
    held = review_of(review_id, parts)
    old, new = revision_of(held, before, parts), revision_of(held, after, parts)
    return Difference(old, new, stage.compare(old.page, new.page))


def rows_to_add(revision: Revision, parts: Parts) -> tuple[Finding, ...]:
    """What the library says on the question besides the page, most relevant first: what an editor can bring in."""
    shown = {statement.quote.span for statement in revision.page.statements()}
    edits = Edits(revision.left_out, revision.added)
    table = compose(revision.page.question, parts, edits=edits).table
    return tuple(finding for finding in table.findings if finding.quote.span not in shown)[:_MOST_ROWS]


def span_of(passage_id: str, parts: Parts) -> Span:
    """The span that a passage id names, as the library holds it now. Raises NotFound, BadInput."""
    rendition_id, _, place = passage_id.strip().rpartition(":")
    start, _, end = place.partition("-")
    if not (rendition_id and start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise BadInput(
            f"{passage_id[:80]!r} is no passage id. Expected “text:120-310”; `quoth ask --passages` shows them."
        )
    view = passage(rendition_id, int(start), int(end), parts)
    text = view.stored.rendition.text[view.start : view.end]
    return Span(view.stored.record_id, view.stored.rendition.id, view.start, view.end, hash_of_text(text))


def _on_page(passage_id: str, revision: Revision) -> Span:
    for statement in revision.page.statements():
        if statement.quote.span.passage_id == passage_id:
            return statement.quote.span
    raise BadInput("This row does not stand on the newest revision of the page. Load the page again.")


def _edits(last: Revision, leave_out: Sequence[Span], add: Sequence[Span]) -> Edits:
    out = dict.fromkeys((*last.left_out, *leave_out))
    come = dict.fromkeys((*last.added, *add))
    return Edits(tuple(span for span in out if span not in add), tuple(span for span in come if span not in leave_out))


def _composed(held: Review, last: Revision, edits: Edits, parts: Parts, *, by: Account, why: str) -> Revision:
    made = compose(last.page.question, parts, edits=edits)
    page, verdict = made.outcome.page, made.outcome.verdict
    if not isinstance(page, Answer):
        raise BadInput(
            f"With this change the page would answer nothing: {page.explanation} Withdraw the page, or leave fewer out."
        )
    assert verdict.passed, "compose shows nothing that the checker refused"
    _hold_to(edits, page, [finding.quote.span for finding in made.table.findings])
    page = _under(page, held.id)
    if edits == Edits(last.left_out, last.added) and stage.digest_of_page(page) == stage.digest_of_page(last.page):
        raise BadInput("Nothing would change: the page made from the library today is the same.")
    number = held.revision + 1
    said = " ".join(why.split())[:2_000]
    return Revision(
        f"{held.id}.{number}", held.id, number, page, by.id, stamp(parts), said, edits.left_out, edits.added,
        made.considered,
    )  # fmt: skip


def _hold_to(edits: Edits, page: Answer, read: Sequence[Span]) -> None:
    """The page shows what was brought in. Raises BadInput with the reason where it does not."""
    shown = {statement.quote.span for statement in page.statements()}
    for span in edits.added:
        if span in shown:
            continue
        if span in read:
            raise BadInput(
                f"The passage {span.passage_id} cannot stand on this page: it is about another condition or group, "
                "says nothing of what was asked, or repeats a row of the same source."
            )
        raise BadInput(
            f"The passage {span.passage_id} cannot stand on this page: quoth reads no whole recommendation, result or "
            "conclusion on the question there."
        )


def _under(page: Answer, answer_id: str) -> Answer:
    return replace(page, id=answer_id)
