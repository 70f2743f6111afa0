"""What a written sentence may differ in from the sentence that it cites: a closed table, read by the checker alone.

A language model may write sentences of its own. One is shown only when it equals its cited sentence, or two cited
sentences joined, after edits of this table; everything else is replaced by the quote. Open comparisons of meaning were
tried and lost 16 to 60 points on changes that they had not seen (docs/decisions/0059); a list of what
may change does not lose any, because it does not judge.

How the rows are read:

- `START` patterns are tried at the first character, in the order of the table, each at most once.
- `INSIDE` patterns are tried anywhere. What they match is left out whole.
- After a `START` edit the next letter may change its case, when the word is none of capitals.
- Numbers, signs, units, brackets and every other word stay as they are: what no row allows is refused.
- A statement that must travel with a neighbouring sentence is never rewritten.
"""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["EDIT_RULES", "JOINS", "SAME_WORDS", "EditPlace", "EditRule", "SameWords"]


class EditPlace(StrEnum):
    """Where a row applies."""

    START = "start"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class EditRule:
    """What may be left out, why that changes nothing, and a sentence that shows it."""

    name: str
    place: EditPlace
    pattern: str
    reason: str
    example: str


EDIT_RULES: tuple[EditRule, ...] = (
    EditRule(
        "drop the label",
        EditPlace.START,
        r"(?:RESULTS?|Results?|MAIN RESULTS|Main results|FINDINGS|Findings|CONCLUSIONS?|Conclusions?|INTERPRETATION"
        r"|Interpretation|AUTHORS['’] CONCLUSIONS|Authors['’] conclusions): ",
        "It names the section of the abstract, and the page says from which text the sentence comes.",
        "RESULTS: Pain fell by 12 points (95% CI 8 to 16).",
    ),
    EditRule(
        "drop the lead-in",
        EditPlace.START,
        r"(?:In conclusion|In summary|To conclude|To summari[sz]e|Finally|Notably|Importantly|Interestingly|Of note), ",
        "It says where in the text the sentence stands or that the authors care for it, and not when it holds. Words "
        "that oppose, restrict or infer (however, overall, in women, therefore) are no lead-ins.",
        "In conclusion, taping did not change pain at 12 weeks.",
    ),
    EditRule(
        "drop the attribution",
        EditPlace.START,
        r"(?:(?:We|The authors|The investigators) (?:found|observed|report(?:ed)?|showe?d?) that "
        r"|(?:Our|The|These|The present) (?:results|findings|data) (?:show|showed|demonstrated?) that "
        r"|(?:This|The present|Our) (?:randomi[sz]ed )?(?:study|trial|review|systematic review|meta-analysis|analysis) "
        r"(?:found|finds|shows|showed|demonstrate[sd]) that )",
        "The page names who says it, with year and design. Verbs that hedge (suggest, indicate, may) or infer "
        "(conclude) are part of what is said and stay.",
        "We found that exercise reduced pain more than rest did.",
    ),
    EditRule(
        "drop a pointer",
        EditPlace.INSIDE,
        r" ?\((?:see (?:also )?)?(?:Tables?|Figs?\.?|Figures?|Appendix|Supplement(?:ary)?|Box|Section|eTable|eFigure)"
        r"(?: (?:Tables?|Figures?|Appendix|material|file))?"
        r"(?: ?[A-Z]?\d{1,3}[A-Za-z]?(?:[,–-] ?[A-Z]?\d{1,3}[A-Za-z]?)*)?\)",
        "It points to another place of the source, which the citation opens. Numbers in square brackets stay: they are "
        "references in one text and an interval in the next.",
        "Pain fell by 12 points (Table 2) in both groups.",
    ),
    EditRule(
        "drop a short form",
        EditPlace.INSIDE,
        r"(?<!\)) \((?!(?:NS|CI|CrI|ITT|PP|SD|SE|SEM|IQR|OR|RR|HR|MD|SMD|NNT|NNH)\))"
        r"(?=[^()]{0,9}[A-Z][^()]{0,9}[A-Z])[A-Z][A-Za-z0-9-]{1,9}s?\)",
        "It stands right behind the words that it is short for, letter by letter. Names of statistics and "
        "analyses (NS, CI, SD, SE, SEM, IQR, ITT, PP, OR, RR, HR, MD, SMD, NNT) say something about a number and stay.",
        "Patellofemoral pain (PFP) was less frequent.",
    ),
)


@dataclass(frozen=True, slots=True)
class SameWords:
    """Ways of writing one and the same thing. Spelling, British or American, is folded besides."""

    forms: tuple[str, ...]
    reason: str


SAME_WORDS: tuple[SameWords, ...] = (
    SameWords(("vs", "vs.", "versus"), "One word and its short forms."),
    SameWords(("%", " %", " percent", " per cent"), "One sign and its words; the number before it stays."),
)
"""Few on purpose: "individuals" for "patients" or "fell" for "was lower" changes what was studied or measured."""

JOINS: tuple[str, ...] = ("; ", ". ")
"""What may stand between two cited sentences. Words that relate them (but, so, and thus) would be a finding of ours."""
