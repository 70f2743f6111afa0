"""How much of a text may be quoted, read from the words of its licence: one table, read by two sides.

The words come from the source (JATS, PubMed's CopyrightInformation), from a pack, or from whoever added a document.
Rows are tried in order, without regard to capitals; the first that is found decides. What no row knows is quoted in
sentences, each with its citation, as any quotation is.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

__all__ = ["LICENCE_RULES", "Allowance", "LicenceRule", "Quoting", "allowance"]


class Quoting(StrEnum):
    """How much may be quoted."""

    FREE = "all of it"
    """Public domain or a licence that allows copies with credit."""
    UNCHANGED = "all of it, for some uses"
    """Copies are allowed with credit, but not for every use (NC) or not changed (ND)."""
    SENTENCES = "sentences"
    """A licence that allows no copies, or one that nobody here knows: sentences are quoted, with their citation."""
    WORDS = "at most so many words"
    NOTHING = "nothing"
    NOT_STATED = "not stated: sentences"


@dataclass(frozen=True, slots=True)
class LicenceRule:
    """One row: words of a licence, and what they allow. `words` is looked for anywhere, without regard to capitals."""

    words: str
    quoting: Quoting
    example: str


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a licence allows."""

    quoting: Quoting
    words: int | None = None
    """Most words of the text on one page, for `WORDS`; 0 for `NOTHING`."""

    @property
    def most_words(self) -> int | None:
        """Most words that one page may quote; `None` where there is no limit."""
        return 0 if self.quoting is Quoting.NOTHING else self.words


_FREE = (
    r"\bcc[- ]?0\b|\bcc[- ]?by\b|creativecommons\.org/(?:licenses/by(?:-sa)?/|publicdomain)"
    r"|creative commons attribution|\bpublic domain\b|open government licen[cs]e"
)
_SOME = r"\bcc[- ]?by[- ](?:nc|nd)|licen[cs]es/by-n[cd]|non-?commercial|no-?deriv"
_TOLD = r"\bquote(?:d)?:? "

LICENCE_RULES: tuple[LicenceRule, ...] = (
    LicenceRule(
        rf"{_TOLD}nothing\b|\bmay not be quoted\b|\bno quotations?\b", Quoting.NOTHING, "Draft; may not be quoted"
    ),
    LicenceRule(rf"{_TOLD}(?:at most )?(\d{{1,6}}) words\b", Quoting.WORDS, "All rights reserved; quote 200 words"),
    LicenceRule(rf"{_TOLD}sentences\b", Quoting.SENTENCES, "quote sentences"),
    LicenceRule(rf"{_TOLD}all\b", Quoting.FREE, "by permission; quote all"),
    LicenceRule(_SOME, Quoting.UNCHANGED, "CC BY-NC-ND 4.0"),
    LicenceRule(_FREE, Quoting.FREE, "http://creativecommons.org/licenses/by/4.0/"),
    LicenceRule(r"all rights reserved|copyright|©|\bno-?cc\b", Quoting.SENTENCES, "© 2020 A publisher."),
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Quoting], ...]:
    return tuple((re.compile(rule.words, re.IGNORECASE), rule.quoting) for rule in LICENCE_RULES)


@lru_cache(maxsize=4096)
def allowance(licence: str | None) -> Allowance:
    """What the words of a licence allow."""
    if not licence or not licence.strip():
        return Allowance(Quoting.NOT_STATED)
    for pattern, quoting in _patterns():
        if found := pattern.search(licence):
            return Allowance(quoting, int(found[1]) if quoting is Quoting.WORDS else None)
    return Allowance(Quoting.SENTENCES)
