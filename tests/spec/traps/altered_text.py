"""Quotes whose words were quietly changed: by a normalisation, by a typist, by a converter.

Each change is tried in both directions: the page normalised what the source has, or has what the source does not. The
offsets are right and the hash is made to fit the altered words, as a program that normalises would do it.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from quoth.model import Report, SectionRole

from .case import Case
from .material import Material, abstract, quotable, report, said
from .shelf import finding, library, page, quoting, with_statement

__all__ = ["ALTERATIONS", "Alteration", "make"]

EACH = 24


@dataclass(frozen=True, slots=True)
class Alteration:
    """A change of characters that a reader may not see."""

    name: str
    seed_text: str
    """A hand-written sentence in which it can be made."""
    change: Callable[[str], str]


def _swap(old: str, new: str) -> Callable[[str], str]:
    """The last `old` becomes `new`; a text without it comes back as it is."""
    return lambda text: new.join(text.rsplit(old, 1))


def _digits(zero: str) -> Callable[[str], str]:
    return lambda text: "".join(chr(ord(zero) + int(c)) if c in "0123456789" else c for c in text)


def _insert(mark: str) -> Callable[[str], str]:
    """A character that is not seen, in the middle of the longest word."""

    def change(text: str) -> str:
        word = max(text.split(), key=len)
        return text.replace(word, word[: len(word) // 2] + mark + word[len(word) // 2 :], 1)

    return change


def _without_brackets(text: str) -> str:
    start, end = text.rfind("("), text.rfind(")")
    return text[: max(start - 1, 0)] + text[end + 1 :] if 0 < start < end else text


ALTERATIONS: tuple[Alteration, ...] = (
    Alteration("greek letter spelled out", "Serum TNF-α fell by 12 pg/mL with active treatment.", _swap("α", "alpha")),
    Alteration("word made a greek letter", "Serum TNF-alpha fell by 12 pg/mL with treatment.", _swap("alpha", "α")),
    Alteration("brackets stripped", "Pain fell more in the active group (on the 0 to 100 scale).", _without_brackets),
    Alteration(
        "hyphen made U+2010", "A double-blind placebo-controlled comparison favoured the drug.", _swap("-", "‐")
    ),
    Alteration("hyphen made U+2011", "A double-blind placebo-controlled comparison favoured it.", _swap("-", "‑")),
    Alteration("dash made a hyphen", "The 95% range was 1.2–3.4 points in favour of treatment.", _swap("–", "-")),
    Alteration("minus made a hyphen", "The mean difference was −3.4 points with treatment.", _swap("−", "-")),
    Alteration("minus dropped", "The mean difference was -3.4 points with treatment.", _swap("-3", "3")),
    Alteration("space made no-break", "Pain fell by 12 mm more with active treatment.", _swap(" ", "\u00a0")),
    Alteration("no-break made space", "Pain fell by 12\u00a0mm more with active treatment.", _swap("\u00a0", " ")),
    Alteration("straight quotes made curly", "Most patients' scores improved with the drug.", _swap("'", "’")),
    Alteration("curly quotes made straight", "Most patients’ scores improved with the drug.", _swap("’", "'")),
    Alteration("letters made a ligature", "The drug was significantly more effective in this trial.", _swap("fi", "ﬁ")),
    Alteration("ligature made letters", "The drug was signiﬁcantly more effective in this trial.", _swap("ﬁ", "fi")),
    Alteration("full-width digits", "Of 120 patients, 45 improved on the drug after 6 weeks.", _digits("０")),
    Alteration("Arabic-Indic digits", "Of 120 patients, 45 improved on the drug after 6 weeks.", _digits("٠")),
    Alteration("soft hyphen inserted", "Randomisation was followed by clear improvement.", _insert("\u00ad")),
    Alteration("zero-width space inserted", "Randomisation was followed by clear improvement.", _insert("\u200b")),
    Alteration("right-to-left mark inserted", "Randomisation was followed by clear gains.", _insert("\u200f")),
    Alteration("cyrillic letter", "The patients in the active group did clearly better.", _swap("e", "е")),
    Alteration("superscript flattened", "Body mass index fell by 2 kg/m² with the programme.", _swap("²", "2")),
    Alteration(
        "accent decomposed",
        "Patients with Sjögren disease had less dryness with it.",
        lambda t: unicodedata.normalize("NFD", t),
    ),
    Alteration("micro sign made m", "A dose of 250 µg a day was enough in most patients.", _swap("µ", "m")),
    Alteration("decimal point moved", "The odds ratio was 1.25 in favour of the drug.", _swap(".2", "2.")),
    Alteration("comparison turned", "The difference was significant (P < 0.05) at 6 weeks.", _swap("<", ">")),
    Alteration("capitals lowered", "The DRUG was better than PLACEBO in this comparison.", str.lower),
    Alteration("space doubled", "The drug was better than placebo at 6 weeks.", _swap(" ", "  ")),
    Alteration("a not dropped", "The drug was not better than placebo at 6 weeks.", _swap(" not", "")),
    Alteration("unit changed", "Patients took 500 mg of the drug each morning.", _swap(" mg", " g")),
)

_ROLES = (SectionRole.RESULTS, SectionRole.CONCLUSION)
_FRAMES = (
    ("RESULTS", "{} No other outcome differed."),
    ("RESULTS", "All patients were followed up. {}"),
    ("CONCLUSIONS", "{} Larger trials are under way."),
)


def make(alteration: Alteration) -> Callable[[Material, Random], Iterator[Case]]:
    """Cases of one alteration: in sentences of the shared data where it can be made, else in hand-written ones."""

    def cases(material: Material, random: Random) -> Iterator[Case]:
        here = [
            (each, index)
            for each, index in quotable((*material.structured, *material.catalogued), *_ROLES)
            if alteration.change(said(each, index)) != said(each, index)
        ]
        chosen = random.sample(here, min(EACH - len(_FRAMES), len(here)))
        own = list(_hand_written(alteration))
        for each, index in (*chosen, *own, *_reworked(alteration, EACH - len(chosen) - len(own))):
            yield _case(alteration, each, index)

    return cases


def _hand_written(alteration: Alteration) -> Iterator[tuple[Report, int]]:
    for number, (label, frame) in enumerate(_FRAMES):
        text = abstract(
            [("METHODS", "Patients were allocated at random."), (label, frame.format(alteration.seed_text))]
        )
        places = [
            n for n, one in enumerate(text.sentences) if alteration.seed_text[:20] in text.text[one.start : one.end]
        ]
        yield report(number, "A trial of one drug", text), places[0]


def _reworked(alteration: Alteration, count: int) -> Iterator[tuple[Report, int]]:
    """The hand-written sentence under other neighbours, for what is rare in real texts."""
    openings = ("In all", "At 6 weeks", "At 3 months", "At 1 year", "At follow-up", "In the trial", "Among adults")
    for number in range(max(0, count)):
        when = f"{openings[number % len(openings)]} ({number + 20} analysed), recruitment was complete."
        text = abstract([("RESULTS", f"{when} {alteration.seed_text}")])
        places = [
            n for n, one in enumerate(text.sentences) if alteration.seed_text[:20] in text.text[one.start : one.end]
        ]
        yield report(100 + number, "A trial of one drug", text), places[0]


def _case(alteration: Alteration, each: Report, index: int) -> Case:
    store = library([each])
    clean = page(store, [finding(store, each, index)])
    statement = clean.statements()[0]
    altered = alteration.change(statement.quote.text)
    spoilt = with_statement(clean, quoting(statement, altered))
    return Case(f"{alteration.name}: {each.record.id} sentence {index}", store, spoilt, clean)


def stale_hash(material: Material, random: Random) -> Iterator[Case]:
    """The words are right and the hash is that of the normalised ones."""
    here = quotable(material.structured, *_ROLES) or list(_hand_written(ALTERATIONS[0])) * 8
    for each, index in random.sample(here, min(EACH, len(here))):
        store = library([each])
        clean = page(store, [finding(store, each, index)])
        statement = clean.statements()[0]
        other = quoting(statement, statement.quote.text + " ").quote.span
        spoilt = replace(statement, quote=replace(statement.quote, span=other))
        yield Case(f"{each.record.id} sentence {index}", store, with_statement(clean, spoilt), clean)
