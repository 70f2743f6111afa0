"""What stands in guidance beside its advice and reads like it: one table, read by evidence and checker each in its way.

A guideline also says what should be studied, how its use is to be measured, what it used to advise, what one of its
members would have preferred and how an imagined patient would be treated. None of that is what it advises.
"""

from dataclasses import dataclass

__all__ = ["NO_ADVICE", "AdviceRule"]


@dataclass(frozen=True, slots=True)
class AdviceRule:
    """A wording that is no advice of those who speak. Patterns are searched for, capitals not minded."""

    pattern: str
    told: str
    """What it is, for whoever reads why a row was refused."""


_STUDY = r"(?:research|stud(?:y|ies)|trials?|investigations?|evaluations?|investigators|researchers)"
_BODY = r"(?:panel|group|committee|task force|guideline|board|council)"
_MEMBER = (
    rf"(?:{_BODY} members?|members? of (?:the|our|this) (?:\w+ ){{0,3}}{_BODY}|panell?ists?|(?:guideline )?authors?"
    r"|experts?)"
)

NO_ADVICE: tuple[AdviceRule, ...] = (
    AdviceRule(
        rf"\b{_STUDY} (?:is|are|will be) (?:\w+ )?(?:needed|required|warranted|necessary|called for|desirable)\b"
        rf"|\b{_STUDY} (?:should|must|ought to|need(?:s)? to)\b"
        rf"|\b(?:needs?|calls?) (?:for )?(?:more|further|additional|better|larger|longer)\b[^.;]{{0,60}}\b{_STUDY}\b"
        rf"|\b(?:should|must|needs? to|remains? to|ought to) be (?:\w+ )?(?:studied|investigated|explored|compared"
        rf"|tested|examined|evaluated|assessed) (?:further|in (?:a |an |\w+ )*{_STUDY}|by {_STUDY})\b"
        rf"|\bpriorit(?:y|ies) for (?:future )?{_STUDY}\b|\bresearch (?:agenda|gaps?|priorit(?:y|ies)|questions?)\b",
        "says what should be studied",
    ),
    AdviceRule(
        r"^(?:[\w()., -]{0,20}: )?(?:the )?(?:percentage|proportion|number|share|rate|fraction) of (?:\w+ ){0,4}?"
        r"(?:adults|patients|people|persons|women|men|children|infants|clinicians|visits|episodes|cases|records|those)\b"
        r"(?! (?:should|must|per)\b)|\b(?:numerator|denominator)\b|\baudit (?:standard|criteri(?:on|a)|measures?)\b"
        r"|\b(?:performance|quality) (?:measures?|indicators?|metrics?) ?[:\d]",
        "is a measure of how the advice is followed",
    ),
    AdviceRule(
        r"\?\s*$|^(?:(?:key|clinical|review|PICO|research) )?questions?\b ?(?:\d+|:)|^whether\b",
        "is a question that was put",
    ),
    AdviceRule(
        rf"\b(?:one|two|three|four|a few|several|some|a minority|minority|individual|certain)(?: of)?(?: the| our)?"
        rf"(?: \w+){{0,2}}? {_MEMBER}\b[^.;]{{0,60}}\b(?:felt|favou?red|prefer\w*|would|wished|wanted|held|believed"
        rf"|thought|argued|voted|disagreed?|dissent\w*|recommend\w*|advis\w*|suggest\w*)\b"
        r"|\bdissent(?:ed|ing|s)?\b|\bminority (?:opinion|view|report|position|statement)s?\b",
        "is the view of some who wrote it",
    ),
    AdviceRule(
        r"^(?:for example|for instance|as an example),? (?:an? |consider |take |imagine |suppose )"
        r"(?:\w+ ){0,4}?(?:patient|man|woman|child|boy|girl|person|adult|infant|\d{1,3}[- ]year)"
        r"|^(?:\W|see )*(?:case|example|vignette|scenario) (?:\d+|[A-D])\b|^(?:case|example|vignette|scenario)\b ?[:.]"
        r"|^(?-i:Mr|Mrs|Ms|Miss)\.? (?-i:[A-Z][a-z])",
        "is an example",
    ),
    AdviceRule(
        r"\b(?:previously|formerly|originally|in the past|until (?:19|20)\d\d)\b[^.;]{0,120}?"
        r"\b(?:recommended|advised|suggested|concluded|endorsed|stated)\b(?![^.;]*\b(?:should|must)\b)"
        r"|\b(?:previous|earlier|prior|former|preceding|superseded|(?:19|20)\d\d) (?:\w+ ){0,3}?(?:guidelines?|guidance"
        r"|recommendations?|versions?|editions?|statements?|advice)\b[^.;]{0,80}?"
        r"\b(?:recommended|advised|suggested|was|were|had|said|stated|called)\b",
        "is what was advised before",
    ),
)
"""In order; the first that fits says what a sentence is."""
