"""What an editor tied to a statement is shown as tied: its sides and its treatments, none more and none less."""

from collections.abc import Iterator

from quoth.check.context import Ctx
from quoth.model import Fault, FaultKind, Form

__all__ = ["as_annotated"]


def as_annotated(ctx: Ctx) -> Iterator[Fault]:
    """An annotated row has the facets and interventions of its annotation: a harm is not passed over as none.

    Advice of a document that an editor decided on, and told no sides of, has those that its words speak of.
    """
    for read in ctx.reads:
        if read.annotation is None:
            continue
        statement, held = read.statement, read.annotation
        told_by_words = not held.facets and read.rendition is not None and read.rendition.form is not Form.PACK
        if set(statement.facets) != set(held.facets) and not told_by_words:
            shown = ", ".join(statement.facets) or "none"
            detail = f"speaks to {shown}, its editor says {', '.join(held.facets) or 'none'}"
            yield Fault(FaultKind.FACT_WRONG, statement.id, detail)
        if held.interventions and statement.interventions != held.interventions:
            shown = ", ".join(statement.interventions) or "nothing"
            detail = f"about {shown}, its editor says {', '.join(held.interventions)}"
            yield Fault(FaultKind.FACT_WRONG, statement.id, detail[:400])
