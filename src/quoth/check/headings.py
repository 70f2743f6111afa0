"""Rows and groups stand under names that are theirs: of a treatment that they are about, or words of their sources."""

from collections.abc import Iterator

from quoth.check.bank import is_slot
from quoth.check.context import Ctx, Read
from quoth.model import Fault, FaultKind, Statement
from quoth.text import match_tokens, stem

__all__ = ["headings", "own_treatments"]

LONGEST_HEADING = 200
_PLACEHOLDERS = frozenset({"other"})


def headings(ctx: Ctx) -> Iterator[Fault]:
    """A heading is a name, and each row beneath it is about what goes by that name, or says it in its own words."""
    if ctx.answer is None:
        return
    reads = {read.statement.id: read for read in ctx.reads}
    for heading, statements in _named(ctx):
        if heading in _PLACEHOLDERS:
            continue
        if not 0 < len(heading) <= LONGEST_HEADING or not is_slot(heading):
            yield _not_ours(heading)
            continue
        if not any(_is_about(ctx, reads[statement.id], heading) for statement in statements):
            yield _not_ours(heading)
    for row in (*ctx.answer.actions, *ctx.answer.more_actions):
        for statement in row.also:  # on the same matter, and perhaps on fewer treatments; or the very same words
            names = (row.intervention, *row.intervention.split(", "))
            same = _words(statement.quote.text) == _words(row.statement.quote.text)
            if not same and not any(_is_about(ctx, reads[statement.id], name) for name in names):
                yield _not_ours(row.intervention)


def own_treatments(ctx: Ctx) -> Iterator[Fault]:
    """What a sentence of running text is said to be about is named by it, or by the title or tags of its source."""
    for read in ctx.reads:
        if read.annotation is None or not read.annotation.interventions:
            for name in read.statement.interventions:
                if not _says(ctx, read, name):
                    detail = f"said to be about {name[:80]!r}, which neither it nor its source names"
                    yield Fault(FaultKind.FACT_WRONG, read.statement.id, detail)


def _named(ctx: Ctx) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    page = ctx.answer
    if page is None:
        return
    for row in (*page.actions, *page.more_actions):
        yield row.intervention, (row.statement,)
    for one in page.differences:
        yield one.about, (*((one.note,) if one.note else ()), *one.statements)
    for group in page.research:
        yield from ((group.intervention, (statement,)) for statement in (*group.statements, *group.more))


def _is_about(ctx: Ctx, read: Read, heading: str) -> bool:
    """Whether a row is about what a heading names: a treatment or its family, each of several, or its own words."""
    treatments = read.statement.interventions
    return any(
        all(any(ctx.links.belongs_to(own, name) for own in treatments) or _says(ctx, read, name) for name in names)
        for names in ((heading,), heading.split(", "))
    )


def _says(ctx: Ctx, read: Read, name: str) -> bool:
    """Whether a row or what the catalogue says of its source names a treatment, or holds these very words."""
    texts = [read.statement.quote.text, *(qualifier.quote.text for qualifier in read.statement.qualifiers)]
    if read.record:
        texts += [read.record.title, " ; ".join((*read.record.interventions, *read.record.keywords))]
        texts.append(" ; ".join(heading.descriptor for heading in read.record.mesh))
    if read.annotation:
        texts.append(" ; ".join(read.annotation.interventions))
    if ctx.links.names_treatment(texts, name):
        return True
    return _words(name) <= _words("\n".join(texts))


def _not_ours(heading: str) -> Fault:
    return Fault(FaultKind.WORDING_NOT_OURS, "", f"heading: {heading[:200]!r}")


def _words(text: str) -> set[str]:
    return {stem(token.form) for token in match_tokens(text)}
