"""What stands beside a quote (year, design, size, issuer, action, figures) is the store's and not invented."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quoth.check.context import Ctx, Read
from quoth.model import AnnotationKind, Fault, FaultKind, Figure, Record

__all__ = ["actions", "figure_faults", "figures_in_quote", "outcomes_named", "plain_wording", "record_facts", "size"]

_NUMERAL = re.compile(r"\d+(?:[ \u00a0\u2009\u202f,']\d{3})+(?:[.·]\d+)?|\d*[.,·]?\d+")
_SPACES = re.compile(r"[ \u00a0\u2009\u202f']")
_SPACES_AND_COMMAS = re.compile(r"[ ,\u00a0\u2009\u202f']")
_DECIMAL = re.compile(r"\d{0,30}(?:\.\d{1,30})?(?<=\d)")
_POWER = re.compile(r"[×xX*]\s?10|\d[eE][-+−]?\d|10\s?(?:\^|[⁻⁰¹²³⁴-⁹])")
_MINUS = "-−–‐‑﹣－"
_PLAIN = re.compile(r"\d+(?:[.·]\d+)?")
_UNIT_REACH = 40
_UNIT_PARTS = re.compile(r"[^\W\d_]+|%|\d+")
_INTERVAL = re.compile(
    r"[,;:]?[^\S\n]{0,2}[(\[]?[^\S\n]?95[^\S\n]?%[^\S\n-]{0,2}-?"
    r"(?:CI|CrI|confidence interval|credible interval)\b"
    r"(?=[\s:,=(\[])[^\d\n]{0,8}[-−–]?\d[\d.,·]*[^\S\n]?%?[^\S\n]?(?:to|and|[-−–,;/])[^\S\n]?[-−–]?\d",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[][^\S\n]?(\d+[.·]\d+)[^\S\n]?%?[^\S\n]?(?:to|[-−–])[^\S\n]?(\d+[.·]\d+)")
# Measures that a reader would take for one another, each with the words that name it.
_NAMES = {
    "HR": re.compile(r"(?i:hazard)|HR"),
    "OR": re.compile(r"(?i:odds)|OR"),
    "RR": re.compile(r"(?i:risk|prevalence|rate)|RR"),
    "IRR": re.compile(r"(?i:rate)|IRR"),
    "MD": re.compile(r"(?i:differ)|MD"),
    "SMD": re.compile(r"(?i:standardi[sz]ed|effect size|cohen|hedges)|SMD"),
    "RD": re.compile(r"(?i:risk|differ)|RD|ARR|ARD"),
    "NNT": re.compile(r"(?i:needed to)|NNT"),
    "NNH": re.compile(r"(?i:needed to)|NNH"),
}
# What an estimate is called where it stands, the longer name first.
_OWN_NAME = re.compile(
    r"(?P<HR>(?i:hazards? ratio)|\b[ac]?HR\b)|(?P<OR>(?i:odds ratio)|\b[ac]?OR\b)|(?P<IRR>(?i:rate ratio)|\bIRR\b)"
    r"|(?P<RR>(?i:risk ratio|relative risk)|\b[ac]?RR\b)"
    r"|(?P<SMD>(?i:standardi[sz]ed (?:mean|weighted mean)? ?differen)|\bSMD\b)|(?P<WMD>\bWMD\b)"
    r"|(?P<MD>(?i:mean difference)|\bMD\b)|(?P<RD>(?i:risk difference)|\bA?RD\b)"
)
_TIME = re.compile(
    r"\b(?:minutes?|min|hours?|hrs?|h|days?|weeks?|wks?|months?|mo|years?|yrs?|end|final|last|term|follow)", re.I
)
_KEPT_WORDS = 8_192
_KEPT_NUMBERS = 1_024
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
            faults = list(figure_faults(figure, text))
            yield from (_wrong(read, fault) for fault in faults)
            if not 0 <= figure.start < figure.end <= len(text):
                continue
            for reason in (
                *_interval_at_fault(figure, text),
                *_name_at_fault(figure, text),
                *_time_at_fault(figure, text),
            ):
                yield _wrong(read, reason)


def outcomes_named(ctx: Ctx) -> Iterator[Fault]:
    """What an effect is said to be an effect on is named by the quote, or tagged by its editor."""
    for read in ctx.reads:
        tagged = read.annotation.outcomes if read.annotation else ()
        for about in {figure.about for figure in read.statement.figures if figure.about}:
            if about not in tagged and not ctx.links.speaks_of_outcome(read.statement.quote.text, about):
                yield _wrong(read, f"an effect on {about!r}, of which nothing in it speaks")


def figure_faults(figure: Figure, text: str) -> Iterator[str]:
    """What is wrong with a figure that was read out of words: it does not stand in them, or says other numbers."""
    if not 0 <= figure.start < figure.end <= len(text):
        yield f"a figure at {figure.start} to {figure.end} of {len(text)} characters"
        return
    yield from (f"a figure with {number:g}, which the words do not say" for number in _absent(figure, text))


def _wrong(read: Read, detail: str) -> Fault:
    return Fault(FaultKind.FACT_WRONG, read.statement.id, detail)


def _says_number(ctx: Ctx, read: Read, record: Record, n: int) -> bool:
    pattern = _written(n)
    texts = [record.title, read.rendition.text if read.rendition else ""]
    if any(pattern.search(text) for text in texts):
        return True
    return any(pattern.search(stored.rendition.text) for stored in ctx.store.renditions(record.id))


@lru_cache(maxsize=_KEPT_NUMBERS)
def _written(n: int) -> re.Pattern[str]:
    """A whole number in every way of grouping its digits, and no part of a longer one."""
    grouped = [f"{n:,}".replace(",", separator) for separator in _SEPARATORS]
    ways = "|".join(map(re.escape, dict.fromkeys((str(n), *grouped))))
    return re.compile(rf"(?<![\d.,·])(?:{ways})(?!\d|[.,·]\d)")


def _absent(figure: Figure, text: str) -> Iterator[float]:
    """Numbers of a figure that the quote does not hold, sign aside; powers of ten are left to the reader."""
    stated = [number for number in (figure.value, figure.low, figure.high, figure.level_percent) if number is not None]
    if figure.p and not _POWER.search(figure.p) and not _POWER.search(text[figure.start : figure.end]):
        beside = set(_numbers(text[figure.start : figure.end]))
        yield from (number for number in _numbers(figure.p.lstrip("<>=≤≥ ")) if number not in beside)
    if not stated or _POWER.search(text[figure.start : figure.end]):
        return
    held = _signed(text[figure.start : figure.end])
    for number in stated:
        if not any(_is_same(number, other, signs) for other, signs in held):
            yield number


def _is_same(number: float, other: float, signs: frozenset[str]) -> bool:
    if abs(abs(number) - other) > 1e-9 * max(1.0, other):
        return False
    return number == 0 or ("-" if number < 0 else "") in signs


def _interval_at_fault(figure: Figure, text: str) -> Iterator[str]:
    """An estimate without the interval that stands with it, half an interval, or one whose ends are changed over."""
    if (figure.low is None) is not (figure.high is None):
        yield "a figure with half an interval"
    inside = text[figure.start : figure.end]
    if figure.low is not None and figure.high is not None and figure.low > figure.high:
        printed = [abs(float(number.group().replace("·", "."))) for number in _PLAIN.finditer(inside)]
        low_at = [place for place, number in enumerate(printed) if number == abs(figure.low)]
        if not low_at or abs(figure.high) not in printed[low_at[0] + 1 :]:
            yield f"an interval from {figure.low:g} to {figure.high:g}"
    named = _INTERVAL.search(text, figure.start, figure.end) or _INTERVAL.match(text, figure.end)
    if figure.low is None and (figure.value is not None or figure.p is None or figure.measure != "p") and named:
        yield f"a figure without its interval: {named.group()[:40]!r}"
    elif figure.low is None and figure.value is not None:
        yield from (f"a figure without its interval: {words!r}" for words in _around(figure.value, inside))


def _around(value: float, text: str) -> Iterator[str]:
    """Bracketed ranges inside a figure that hold its value."""
    for found in _BRACKETED.finditer(text):
        low, high = (float(number.replace("·", ".")) for number in found.groups())
        if low <= abs(value) <= high:
            yield found.group()


def _name_at_fault(figure: Figure, text: str) -> Iterator[str]:
    """A measure that the quote does not name, or a unit that does not stand with the figure."""
    named = _NAMES.get(figure.measure or "")
    if named is not None and not named.search(text):
        yield f"a figure called {figure.measure!r}, which the quote does not name"
    own = {found.lastgroup for found in _OWN_NAME.finditer(text[figure.start : figure.end])}
    if figure.measure in _OWN_NAME.groupindex and own and figure.measure not in own:
        yield f"a figure called {figure.measure!r}, which stands beside another name"
    near = _SPACES.sub("", text[figure.start : figure.end + _UNIT_REACH]).casefold()
    if figure.unit and not all(
        part in near for part in _UNIT_PARTS.findall(figure.unit.casefold().removeprefix("of "))
    ):
        yield f"a figure with the unit {figure.unit!r}, which does not stand beside it"


def _time_at_fault(figure: Figure, text: str) -> Iterator[str]:
    """A time that stands nowhere in the quote, or words that name none."""
    when = figure.when
    if when is None:
        return
    if not 0 <= when.start < when.end <= len(text):
        yield f"a figure measured at {when.start} to {when.end} of {len(text)} characters"
    elif not _TIME.search(text[when.start : when.end]):
        yield f"a figure measured {text[when.start : when.end][:40]!r}, which is no time"


@lru_cache(maxsize=_KEPT_WORDS)
def _signed(text: str) -> tuple[tuple[float, frozenset[str]], ...]:
    """Every reading of every numeral with the signs that it may have: a hyphen may be a minus or a dash."""
    return tuple(_readings(text))


def _readings(text: str) -> Iterator[tuple[float, frozenset[str]]]:
    for found in (*_NUMERAL.finditer(text), *_PLAIN.finditer(text)):
        before = text[max(0, found.start() - 2) : found.start()].rstrip()[-1:]
        behind = text[max(0, found.start() - 4) : found.start()].rstrip(_MINUS + " ")[-1:]
        signs = {""} if not before or before not in _MINUS else {"-", ""}
        if before == "−" and not (behind.isdigit() or behind in ("%", ".")):
            signs = {"-"}
        for number in _numbers(found.group()):
            yield number, frozenset(signs)


def _numbers(text: str) -> Iterator[float]:
    """Every reading of every numeral: a comma groups thousands, begins decimals or parts two numbers."""
    for found in _NUMERAL.finditer(text):
        words = found.group().replace("·", ".")
        bare = _SPACES.sub("", words)
        for reading in {bare.replace(",", ""), bare.replace(",", "."), *_SPACES_AND_COMMAS.split(words)}:
            for written in {reading, reading.lstrip(".")}:
                if _DECIMAL.fullmatch(written):
                    yield float(written)
