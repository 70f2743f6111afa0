"""Where a text states a grade, read by the rows of `grading_table`: the words themselves, as extents.

A grade is looked for in brackets, behind a label ("Strength of recommendation: B"), at the head of a line ("Strong
recommendation: …"), in a sentence of its own ("Weak recommendation; low certainty.") and in the verb ("we strongly
recommend"). A list of all grades that a scheme has ("A, B, C, D or I") is no grade, and a bare letter counts only where
a sentence ends. One strength beside several certainties ("low (children); moderate (adults)") keeps all their words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quoth.evidence.guideline.grading_table import GRADE_ROWS, GradePart, GradeRow
from quoth.model import Action, Extent
from quoth.text.later import compile_later

__all__ = ["Grade", "Grader"]

_BRACKET_CHARS = 220
_BRACKETS = compile_later(rf"[(\[]\s*([^()\[\]]{{1,{_BRACKET_CHARS}}}?)\s*[)\]]")
_LABELLED = compile_later(
    r"(?:^|(?<=[.;:!?)\]\n])\s*|(?<=\s[–—]\s))"
    r"((?:(?:this is )?an? )?(?:overall )?(?:grade|strength|class|level|quality|certainty|category|confidence"
    r"|rating|LOE|COR|SOR"
    r"|recommendation (?:grade|strength|class|category|rating|level)|evidence (?:level|quality|grade|type|certainty)"
    r"|GRADE)\b[^.()\[\]\n|]{0,110})",
    re.IGNORECASE,
)
_OWN_SENTENCE = compile_later(r"(?<=[.!?)\]])\s+([A-Z][^.()\[\]\n|]{3,140}?)(?=\.(?:\s|\Z)|\s*(?:\Z|\n))")
_LEADING = compile_later(r"\s*((?:[^.:()\[\]|]|\.(?=\d)){1,90}?)\s*(?::|\s[–—-]\s|(?P<stop>\.)\s)\s*(?=\S)")
_IN_VERB = compile_later(
    r"\b(?:strongly|conditionally|weakly) (?:recommend(?:s|ed)?|suggest(?:s|ed)?|advises?|advised|against)\b",
    re.IGNORECASE,
)
_PARTS = compile_later(r"\s*(?:[;,|•·]|\s/\s|\.\s|\s(?:and|or)\s|\s[–—]\s|\s(?=(?:based on|with|supported by)\s))\s*")
_FILLER = compile_later(
    r"(?:not )?(?:reviewed|new|new[- ]?(?:added|replaced)|changed|amended|deleted|updated|carried over|carryover"
    r"|modified.{0,80}|adapted.{0,60}|inherited|19\d\d|20\d\d|\d{1,3} ?%.{0,40}|(?:level of )?(?:agreement"
    r"|consensus|vote)"
    r".{0,40}|fair|good|poor|direct|indirect|recommendation(?:: | )?\d[\d.]*|statement|evidence|unanimous.{0,20})",
    re.IGNORECASE,
)
_LEAD_IN = compile_later(r"^(?:(?:[Tt]his is )?an? |[Rr]ecommendation: |[Ee]vidence: |[Rr]ating: |[Gg]raded? as )")
_BARE = compile_later(r"[A-DIU][+-]?|EO|I{1,3}[ABC]?|IV|[1-4][A-D]?|[12](?:\+\+|\+|[-–−])")
_AT_END = compile_later(r"\s*(?:[.;]|:\s*(?:\Z|\n)|\Z|\n|[(\[]|\|)")
_GOES_ON = compile_later(r",|,? (?:and|but|or|while|whereas)\b")
"""The sentence goes on with something else: a strength with its certainty before it closes what stands before."""
_PAIRED = compile_later(r"[12] ?[A-D]")
_BY_ITEM = compile_later(
    r"(?P<strength>[^.:()\[\]|]{4,60}?)(?: ?:|,) (?P<rest>(?:[\w'’ /+-]{2,50}, (?:very[- ]low|low|moderate|high)"
    r"(?:[- ](?:quality|certainty)(?: (?:of )?evidence)?)?(?:; |\Z)){1,8})"
)
"""A certainty for each thing by its name: "Strong recommendation: heparin, high quality; warfarin, low"."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade as it stands in a text. `start` to `end` cover its brackets or label as well."""

    start: int
    end: int
    strength: Extent | None
    certainty: Extent | None
    system: str
    action: Action | None
    in_verb: bool = False

    def moved(self, by: int) -> "Grade":
        """The same grade, counted from a place further on."""
        return Grade(
            self.start + by, self.end + by, _moved(self.strength, by), _moved(self.certainty, by), self.system,
            self.action, self.in_verb,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grader:
    """Reads grades as one issuer writes them."""

    issuer: str
    """The issuer's name and the document's title, for rows that count for some bodies only."""
    bare_letters: bool = True
    """Whether a bracketed letter at the end of a sentence is a grade in this document."""

    @property
    def reads_letters(self) -> bool:
        """Whether the issuer is one that is known to grade by bare letters."""
        return any(issuers is not None and issuers.search(self.issuer) for _, issuers, _ in _rows())

    def grades(self, text: str) -> list[Grade]:
        """Every grade of a stretch of text, in order, none of them overlapping."""
        found = [
            *self._of_brackets(text),
            *self._of_labels(text),
            *self._of_the_head(text),
            *self._of_sentences(text),
            *self._of_verbs(text),
        ]
        kept: list[Grade] = []
        for grade in sorted(found, key=lambda g: (g.start, -g.end)):
            if not kept or grade.start >= kept[-1].end:
                kept.append(grade)
        return kept

    def read(self, text: str, start: int, end: int, *, strict: bool = False) -> Grade | None:
        """The grade that the words from `start` to `end` are, or `None` when they are not only a grade.

        With `strict` nothing else may stand there; else a remark beside a named strength is let pass.
        """
        lead = _LEAD_IN.match(text[start:end])
        at = start + (lead.end() if lead else 0)
        parts = list(_parts(text, at, end))
        strengths: list[tuple[Extent, GradeRow]] = []
        certainties: list[tuple[Extent, GradeRow]] = []
        unknown = 0
        for part in parts:
            words = text[part.start : part.end]
            row = self._row(words)
            if row is None:
                unknown += 0 if _FILLER.fullmatch(words) else 1
            else:
                (strengths if row.part is GradePart.STRENGTH else certainties).append((part, row))
        if not strengths and (by_item := self._by_item(text, start, end)):
            return by_item
        if len(strengths) > 1 or not (strengths or certainties):
            return None
        if len(certainties) > 1:
            together = Extent(certainties[0][0].start, certainties[-1][0].end)
            if (
                not strengths
                or strengths[0][0].start > together.start
                or " " not in text[together.start : together.end]
            ):
                return None
            certainties = [(together, certainties[0][1])]
        bare = all(_BARE.fullmatch(text[part.start : part.end]) for part, _ in (*strengths, *certainties))
        if unknown and (strict or bare or unknown > 2 or not strengths):
            return None
        _, row = (*strengths, *certainties)[0]
        return Grade(
            start,
            end,
            strengths[0][0] if strengths else None,
            certainties[0][0] if certainties else None,
            row.system,
            strengths[0][1].action if strengths else None,
        )

    def _by_item(self, text: str, start: int, end: int) -> Grade | None:
        found = _BY_ITEM.fullmatch(text, start, end)
        row = self._row(found["strength"]) if found else None
        if found is None or row is None or row.part is not GradePart.STRENGTH:
            return None
        if not re.search(r";|quality|certainty|evidence", found["rest"]):
            return None
        return Grade(start, end, Extent(*found.span("strength")), Extent(*found.span("rest")), row.system, row.action)

    def _row(self, words: str) -> GradeRow | None:
        if len(words) > 90:
            return None
        for pattern, issuers, row in _rows():
            if pattern.fullmatch(words) and (issuers is None or issuers.search(self.issuer)):
                mark = len(words) <= 4 and " " not in words and words.casefold() != "weak"
                return None if mark and words != words.upper() else row
        return None

    def _of_brackets(self, text: str) -> Iterator[Grade]:
        for found in _BRACKETS.finditer(text):
            grade = self.read(text, found.start(1), found.end(1))
            if grade is None:
                continue
            if _BARE.fullmatch(found[1]) and not (self.bare_letters and _ends_here(text, found)):
                continue
            if found[1].casefold() == "weak" and not _ends_here(text, found):
                continue
            yield Grade(found.start(), found.end(), grade.strength, grade.certainty, grade.system, grade.action)

    def _of_labels(self, text: str) -> Iterator[Grade]:
        for found in _LABELLED.finditer(text):
            end = found.end(1)
            while end > found.start(1) and text[end - 1] in " ,;":
                end -= 1
            grade = self.read(text, found.start(1), end)
            if grade is not None:
                yield grade

    def _of_the_head(self, text: str) -> Iterator[Grade]:
        head = _LEADING.match(text)
        grade = self.read(text, head.start(1), head.end(1)) if head else None
        if head and head["stop"] and grade and grade.system != "consensus":
            return  # "Strong recommendation. …" closes the advice before it
        if head and grade and not _BARE.fullmatch(head[1]):
            yield Grade(grade.start, head.end(), grade.strength, grade.certainty, grade.system, grade.action)

    def _of_sentences(self, text: str) -> Iterator[Grade]:
        for found in _OWN_SENTENCE.finditer(text):
            grade = self.read(text, found.start(1), found.end(1), strict=True)
            if grade is not None and grade.strength is not None and not _BARE.fullmatch(found[1]):
                yield grade

    def _of_verbs(self, text: str) -> Iterator[Grade]:
        for found in _IN_VERB.finditer(text):
            action = Action.DO if found[0][0] in "sS" else Action.CONSIDER
            yield Grade(*found.span(), Extent(*found.span()), None, "GRADE", action, in_verb=True)


def _ends_here(text: str, bracket: re.Match[str]) -> bool:
    """Whether a letter in brackets closes what stands before it: square ones do anywhere, round ones at an end."""
    before = text[: bracket.start()].rstrip()
    if text[bracket.start()] == "[" or not before or before[-1] in ".;:":
        return bool(before)
    if _PAIRED.fullmatch(bracket[1]) and _GOES_ON.match(text, bracket.end()):
        return True
    return _AT_END.match(text, bracket.end()) is not None


def _parts(text: str, start: int, end: int) -> Iterator[Extent]:
    """The parts of a grade's words, without the white space around them."""
    at = start
    for cut in (*_PARTS.finditer(text, start, end), None):
        stop = cut.start() if cut else end
        words = text[at:stop]
        left = at + len(words) - len(words.lstrip())
        right = at + len(words.rstrip())
        if left < right:
            yield Extent(left, right)
        at = cut.end() if cut else end


def _moved(extent: Extent | None, by: int) -> Extent | None:
    return Extent(extent.start + by, extent.end + by) if extent else None


@cache
def _rows() -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None, GradeRow], ...]:
    return tuple(
        (
            re.compile(row.pattern, re.IGNORECASE),
            re.compile(row.issuers, re.IGNORECASE) if row.issuers else None,
            row,
        )
        for row in GRADE_ROWS
    )
