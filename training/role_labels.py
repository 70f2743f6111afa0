"""What the heading above a sentence lets it be, and where headings are known to mislead.

Headings are printed for readers, not as labels. Four cleanings, none of which looks at what a model reads:

1. A line that registers the trial is methods, in whatever section it was printed.
2. A scrap of fewer than four words ("(296 words)", a journal's name) may be anything.
3. A heading that stands inside the text ("Conclusions Serum VEGF-D may …") counts as one.
4. Many journals print the aim under "Background" and many print the background under "Objective". In an abstract that
   has only one of the two headings, a sentence that speaks like the other may be either.

A sentence that may be several things is trained on as such and is not counted when the model is measured;
`python training/roles.py` prints the figures with the headings as printed as well.
"""

import re
from dataclasses import dataclass, replace

from quoth.evidence.role_model.role_headings import role_of_heading
from quoth.model import SectionRole

__all__ = ["ALL", "ROLES", "SECTIONS", "Abstract", "cleaned", "roles_of_heading", "roles_of_section"]

ROLES = (
    SectionRole.BACKGROUND,
    SectionRole.OBJECTIVE,
    SectionRole.METHODS,
    SectionRole.RESULTS,
    SectionRole.CONCLUSION,
)
ALL = frozenset(range(len(ROLES)))
SECTIONS = {"BACKGROUND": 0, "OBJECTIVE": 1, "METHODS": 2, "RESULTS": 3, "CONCLUSIONS": 4}
_BACKGROUND, _AIM, _METHODS, _RESULTS, _CONCLUSION = (frozenset({i}) for i in range(len(ROLES)))
_EITHER = _BACKGROUND | _AIM
_NAMED = (
    (re.compile(r"\b(?:background|introduction|context|rationale|importance)\b"), 0),
    (re.compile(r"\b(?:objectives?|aims?|purposes?|hypothes[ie]s|goals?)\b"), 1),
    (re.compile(r"\bmethod\w*|\bdesign\b"), 2),
    (re.compile(r"\b(?:results?|findings)\b"), 3),
    (re.compile(r"\b(?:conclusions?|interpretation|significance)\b"), 4),
)
_LONGEST_LINE = 260
_FEWEST_WORDS = 4
_REGISTERED = re.compile(
    r"\b(?:ISRCTN ?\d{5,}|NCT ?0?\d{6,}|ACTRN ?\d{8,}|NTR ?\d{3,}|ChiCTR[-A-Z]*\d{5,}|CTRI/\d|IRCT ?\d{8,}|UMIN ?\d{6,}"
    r"|DRKS ?\d{6,}|EudraCT)"
)
_SAYS_REGISTERED = re.compile(r"regist|clinical ?trials|number|identifier", re.IGNORECASE)
_REGISTERS = re.compile(
    r"\W*(?:(?:clinical |the |this )?(?:trial|trail|study)s?(?: was| is| has been)? (?:pro|retro)?(?:spectively )?"
    r"regist|registration (?:number|no)|registered (?:on|at|with|in|:)|clinicaltrials?\.?gov"
    r"|clinical ?trials?\b.{0,30}(?:number|identifier|regist)|current controlled trials|netherlands trial|dutch trial"
    r"|.{0,40}\btrials? regist(?:ry|er)\b)",
    re.IGNORECASE,
)
_SHORT_CHARS = 40
_CONCLUDES = re.compile(r"(?:Conclusions?|CONCLUSIONS?|Interpretation)(?: [A-Z]|: )")
_PURSUED = (
    r"(?:assess|evaluat|compar|investigat|examin|determin|test|explor|describ|analy[sz]|stud(?:y|ied)|report|present"
    r"|conducted|performed|designed|undert)"
)
_AIMS = re.compile(
    rf"\b(?:aim(?:s|ed)?|objectives?|purposes?|goals?|sought|hypothes\w+|intend(?:s|ed)?|set out to)\b"
    rf"|\b(?:we|study|trial|paper|article|protocol|review|investigation|analysis|work|report)\b.{{0,60}}\b{_PURSUED}\w*\b"
    r"|\bto (?:assess|evaluate|compare|investigate|examine|determine|test|explore|describe|analy[sz]e|study|identify"
    r"|establish|find out|estimate|develop|measure|characteri[sz]e|clarify|elucidate|verify|report|present|understand"
    r"|quantify)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Abstract:
    """Sentences in order, each with the roles that its label allows (indices of `ROLES`)."""

    id: str
    sentences: tuple[str, ...]
    allowed: tuple[frozenset[int], ...]
    pmid: str = ""

    @property
    def reports_results(self) -> bool:
        """False for protocols, which have nothing to report yet."""
        return _RESULTS in self.allowed or _METHODS | _RESULTS in self.allowed


def roles_of_section(heading: str, role: str) -> frozenset[int]:
    """What a section's label allows its sentences to be; empty when it is none of the five.

    The last words of a protocol ("Discussion") are its conclusion.
    """
    words = heading.casefold()
    if words.strip(".: ") == "discussion":
        return _CONCLUSION
    if role not in SECTIONS:
        return frozenset()
    named = {index for pattern, index in _NAMED if pattern.search(words)}
    return frozenset(named if len(named) > 1 else {SECTIONS[role]})


def roles_of_heading(heading: str) -> frozenset[int]:
    """The same, for a heading that no one has labelled."""
    role = role_of_heading(heading)
    return roles_of_section(heading, next((name for name, i in SECTIONS.items() if role is ROLES[i]), ""))


def cleaned(abstract: Abstract) -> Abstract:
    """The abstract with the four cleanings made."""
    allowed = _headed_inside(abstract.sentences, list(abstract.allowed))
    for index, sentence in enumerate(abstract.sentences):
        if _registers(sentence):
            allowed[index] = _METHODS
        elif sum(word.isalpha() for word in sentence.split()) < _FEWEST_WORDS:
            allowed[index] = ALL
    return replace(abstract, allowed=tuple(_aims_and_backgrounds(abstract.sentences, allowed)))


def _headed_inside(sentences: tuple[str, ...], allowed: list[frozenset[int]]) -> list[frozenset[int]]:
    for index, sentence in enumerate(sentences):
        if _CONCLUDES.match(sentence) and allowed[index] != _CONCLUSION:
            follows = (_METHODS, _RESULTS, _METHODS | _RESULTS)
            return allowed[:index] + [_CONCLUSION if one in follows else one for one in allowed[index:]]
    return allowed


def _registers(sentence: str) -> bool:
    if len(sentence) > _LONGEST_LINE:
        return False
    numbered = _REGISTERED.search(sentence) is not None
    says_so = _SAYS_REGISTERED.search(sentence) is not None or len(sentence) < _SHORT_CHARS
    return (numbered and says_so) or _REGISTERS.match(sentence) is not None


def _aims_and_backgrounds(sentences: tuple[str, ...], allowed: list[frozenset[int]]) -> list[frozenset[int]]:
    has_background, has_aim = _BACKGROUND in allowed, _AIM in allowed
    if has_background == has_aim:
        return allowed
    if has_background:
        return [
            _EITHER if one == _BACKGROUND and _AIMS.search(sentence) else one
            for sentence, one in zip(sentences, allowed, strict=True)
        ]
    return [
        _EITHER if one == _AIM and not _AIMS.search(sentence) else one
        for sentence, one in zip(sentences, allowed, strict=True)
    ]
