"""What stands beside a quote (year, design, size, issuer, action, figures) is the store's and not invented."""

import re
from collections.abc import Iterator

from quoth.check.context import Ctx, Read
from quoth.model import AnnotationKind, Fault, FaultKind, Figure, Record

__all__ = ["actions", "figures_in_quote", "plain_wording", "record_facts", "size"]

_NUMERAL = re.compile(r"\d+(?:[ \u00a0\u2009\u202f,']\d{3})+(?:[.·]\d+)?|\d*[.,·]?\d+")
_SPACES = re.compile(r"[ \u00a0\u2009\u202f']")
_SPACES_AND_COMMAS = re.compile(r"[ ,\u00a0\u2009\u202f']")
_DECIMAL = re.compile(r"\d{0,30}(?:\.\d{1,30})?(?<=\d)")
_POWER = re.compile(r"[×xX*]\s?10|\d[eE][-+−]?\d|10\s?(?:\^|[⁻⁰¹²³⁴-⁹])")
_SEPARATORS = ("", ",", " ", "\u00a0", "\u2009", "\u202f", "'", "’", ".")


def record_facts(ctx: Ctx) -> Iterator[Fault]:
    """Year, issuer and design are those of the record, where it states them."""
    for read in ctx.reads:
        statement, record = read.statement, read.record
        if record is None:
            continue
        if statement.year != record.published.year:
            yield _wrong(read, f"year {statement.year}, the record says {record.published}")
        if statement.issuer != record.issuer:
            yield _wrong(read, f"issuer {statement.issuer!r}, the record says {record.issuer!r}")
        if record.design is not None and statement.design is not record.design:
            yield _wrong(read, f"design {statement.design.value!r}, the record says {record.design.value!r}")


def size(ctx: Ctx) -> Iterator[Fault]:
    """The number of participants is the record's, or stands as a number in one of its texts."""
    for read in ctx.reads:
        n, record = read.statement.n, read.record
        if n is None or record is None or n == record.n_participants:
            continue
        if n < 0 or not _says_number(ctx, read, record, n):
            yield _wrong(read, f"n = {n}, which neither the record nor its texts say")


def actions(ctx: Ctx) -> Iterator[Fault]:
    """Do, consider, do not and uncertain are what the editor mapped, with the editor's reason."""
    for read in ctx.reads:
        statement, annotation = read.statement, read.annotation
        if annotation and annotation.kind is AnnotationKind.RECOMMENDATION and annotation.action:
            if statement.action is not annotation.action:
                shown = statement.action.value if statement.action else None
                yield _wrong(read, f"action {shown!r}, mapped as {annotation.action.value!r}")
            elif statement.action_by != annotation.action_by:
                yield _wrong(read, f"mapped by {statement.action_by!r}, the text says {annotation.action_by!r}")


def plain_wording(ctx: Ctx) -> Iterator[Fault]:
    """Everyday wording is an editor's, bound to this very statement."""
    for read in ctx.reads:
        held = (read.annotation.plain, read.annotation.plain_by) if read.annotation else (None, None)
        shown = (read.statement.plain, read.statement.plain_by)
        if shown[0] is not None and shown != held:
            detail = f"plain wording that no editor bound to it: {shown[0][:80]!r}"
            yield Fault(FaultKind.WORDING_NOT_OURS, read.statement.id, detail)


def figures_in_quote(ctx: Ctx) -> Iterator[Fault]:
    """A figure that was read out of a quote stands in it, with the numbers it is said to have."""
    for read in ctx.reads:
        text = read.statement.quote.text
        for figure in read.statement.figures:
            if not 0 <= figure.start < figure.end <= len(text):
                yield _wrong(read, f"a figure at {figure.start} to {figure.end} of {len(text)} characters")
                continue
            for number in _absent(figure, text):
                yield _wrong(read, f"a figure with {number:g}, which the quote does not say")


def _wrong(read: Read, detail: str) -> Fault:
    return Fault(FaultKind.FACT_WRONG, read.statement.id, detail)


def _says_number(ctx: Ctx, read: Read, record: Record, n: int) -> bool:
    digits = str(n)
    grouped = [f"{n:,}".replace(",", separator) for separator in _SEPARATORS]
    pattern = re.compile(
        rf"(?<![\d.,·])(?:{'|'.join(map(re.escape, dict.fromkeys((digits, *grouped))))})(?![\d]|[.,·]\d)"
    )
    texts = [record.title, read.rendition.text if read.rendition else ""]
    if any(pattern.search(text) for text in texts):
        return True
    return any(pattern.search(stored.rendition.text) for stored in ctx.store.renditions(record.id))


def _absent(figure: Figure, text: str) -> Iterator[float]:
    """Numbers of a figure that the quote does not hold, sign aside; powers of ten are left to the reader."""
    stated = [number for number in (figure.value, figure.low, figure.high, figure.level_percent) if number is not None]
    if not stated or _POWER.search(text[figure.start : figure.end]):
        return
    held = set(_numbers(text))
    for number in stated:
        if not any(abs(abs(number) - other) <= 1e-9 * max(1.0, other) for other in held):
            yield number


def _numbers(text: str) -> Iterator[float]:
    """Every reading of every numeral: a comma groups thousands, begins decimals or parts two numbers."""
    for found in _NUMERAL.finditer(text):
        words = found.group().replace("·", ".")
        bare = _SPACES.sub("", words)
        for reading in {bare.replace(",", ""), bare.replace(",", "."), *_SPACES_AND_COMMAS.split(words)}:
            for written in {reading, reading.lstrip(".")}:
                if _DECIMAL.fullmatch(written):
                    yield float(written)
