"""The set phrases in which reports tell population, intervention, comparator and outcome: tables of patterns only.

Each entry is (how telling it is, pattern); the group `span` is what is told. Read without regard to case.
"""

import re

from quoth.model import PicoKind
from quoth.text.later import compile_later

__all__ = ["CLOSES", "COMPARATOR", "GENERIC", "INTERVENTION", "LEADS_IN", "OUTCOME", "PEOPLE", "POPULATION", "TITLE"]

_SPAN = r"(?P<span>[^.;\n]{3,200})"
_PEOPLE = (
    r"(?:patients?|women|men|children|adults?|participants|people|persons|subjects|individuals|volunteers|infants"
    r"|newborns|neonates|adolescents|girls|boys|smokers|students|residents|veterans|outpatients|inpatients|athletes"
    r"|runners|mothers|couples|survivors|workers|nurses|physicians|families|elderly|males?|females?)"
)
_EFFECT = (
    r"(?:effects?|efficacy|effectiveness|safety|impact|influence|benefits?|role|tolerability|value|use|utility"
    r"|usefulness)"
)
PEOPLE = compile_later(rf"(?:(?:[\w-]{{1,20}} )?\b)?{_PEOPLE}\b", re.IGNORECASE)
_ASSIGN = r"(?:randomi[sz]ed|randomly (?:assigned|allocated|divided)|assigned|allocated|randomi[sz]ation)"


def _table(*rows: tuple[int, str]) -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((weight, re.compile(pattern, re.IGNORECASE)) for weight, pattern in rows)


POPULATION = _table(
    (
        5,
        rf"(?<![\w.,/-])(?P<span>(?:[\w-]{{1,20}} ){{0,4}}{_PEOPLE} (?:with|who|aged|undergoing"
        r"|suffering|admitted|having|scheduled|at|recovering|hospitali[sz]ed|requiring|diagnosed|presenting|awaiting|from|receiving|on"
        r"|after)\b"
        r"[^.;\n]{3,160})",
    ),
    (4, rf"\b(?:in|among|for|of) (?P<span>(?:[\w-]{{1,20}} ){{0,4}}{_PEOPLE}\b[^.;,\n]{{0,80}})"),
    (2, rf"(?<![\w.,/-])(?P<span>(?:[\w-]{{1,20}} ){{0,3}}{_PEOPLE}\b)"),
)
INTERVENTION = _table(
    (6, rf"\b{_EFFECT}(?:,? (?:and|or|&) {_EFFECT}){{0,2}} of {_SPAN}"),
    (5, rf"\b{_ASSIGN} (?:\w+ ){{0,3}}?(?:to|into) (?:either |receive |one of \w+ groups?:? |a |an |the )*{_SPAN}"),
    (
        4,
        rf"\b(?:to )?(?:compar(?:e|ed|ing|ison of)|evaluat(?:e|ed|ing|ion of)|assess(?:ed|ing|ment of)?"
        rf"|investigat(?:e|ed|ing|ion of)|test(?:ed|ing)?|examin(?:e|ed|ing)|stud(?:y|ied) of|trial of) {_SPAN}",
    ),
    (
        4,
        r"\b(?:received|receive|receiving|given|treated with|treatment with|administered|administration of"
        rf"|therapy with|supplemented with|supplementation with) {_SPAN}",
    ),
    (4, r"(?P<span>[^.;:,\n]{3,120}?) (?:versus|vs\.?|compared (?:with|to)|in comparison (?:with|to)) "),
    (4, rf"\b(?:versus|vs\.?) {_SPAN}"),
    (3, rf"\bwhether {_SPAN}"),
    (2, rf"\b(?:intervention|treatment|experimental|study) group (?:received|was given|underwent|had) {_SPAN}"),
    (
        2,
        r"(?P<span>(?:[\w-]{2,25} ){1,3}(?:therapy|training|program(?:me)?|intervention|supplementation|surgery"
        r"|exercises?|vaccine|vaccination|education|counsel+ing|injections?|block|anesthesia|anaesthesia))\b",
    ),
)
TITLE = _table(
    (
        3,
        r"^(?P<span>[^.;:\n]{3,90}?) (?:for|in|improves?|reduces?|prevents?|during|after|as|on|to|does|enhances?"
        r"|increases?|decreases?|lowers?|before|and) ",
    ),
    (2, r"^(?P<span>[^.;:\n]{3,60}?) ?[:.]"),
)
COMPARATOR = _table(
    (5, rf"\b(?:versus|vs\.?|compared (?:with|to)|in comparison (?:with|to)|against|relative to) {_SPAN}"),
    (4, rf"\b{_ASSIGN} [^.;\n]{{3,160}}? or (?:to )?{_SPAN}"),
    (
        4,
        r"\b(?P<span>(?:(?:matching|oral|inactive|saline|identical|double-blind) )?placebo(?: \w+)?"
        r"|sham(?: [\w-]+){0,2}|usual care|standard care|routine care|no treatment|wait(?:ing)?[- ]?list(?: control)?"
        r"|control group|attention control)\b",
    ),
)
OUTCOME = _table(
    (
        6,
        r"\b(?:primary|main|principal) (?:(?:study|efficacy|clinical|outcome|end) ?)?(?:outcomes?|end ?points?"
        r"|measures?|variables?)(?: (?:measures?|variables?))? (?:was|were|is|included|:) (?:the )?" + _SPAN,
    ),
    (4, rf"\b{_EFFECT} of [^.;\n]{{3,120}}? on {_SPAN}"),
    (3, rf"\b(?:outcomes?|end ?points?|outcome measures?) (?:was|were|included|measured were|assessed were) {_SPAN}"),
)

# What a span ends before.
CLOSES: dict[PicoKind, re.Pattern[str]] = {
    PicoKind.POPULATION: re.compile(
        r" (?:were|was|are|is|had|have|received|participated|completed|entered|took|underwent|randomi[sz]ed|randomly"
        r"|to (?:receive|either|one)|treated|using|versus|compared|in a|in this|by|showed|reported|enrolled"
        r"|recruited)\b"
        r"|[:;]|, (?:and|we|a|the|in|to|were|aged)\b",
        re.IGNORECASE,
    ),
    PicoKind.INTERVENTION: re.compile(
        r" (?:on|in|for|among|during|after|before|at|by|were|was|is|are|to (?:improve|reduce|prevent|treat|increase"
        r"|determine|compare|assess)|versus|vs\.?|compared|in comparison|when|as|would|could|can|would|improves?"
        r"|reduces?|prevents?|has|have|had|who|while|twice|once|daily|against|upon|than|between|with respect)\b"
        r"|[:;\[(]|, (?:we|a|in|which|and their|the)\b|\d+ ?(?:mg|g|ml|mcg|μg|µg|IU)\b",
        re.IGNORECASE,
    ),
    PicoKind.COMPARATOR: re.compile(
        r" (?:on|in|for|among|during|after|before|at|by|were|was|is|are|to|when|as|would|who|while|daily|with respect"
        r"|groups?)\b|[:;\[(,]",
        re.IGNORECASE,
    ),
    PicoKind.OUTCOME: re.compile(
        r" (?:in|among|at|after|during|between|were|was|measured|assessed|defined|compared|using|by|within|from|over"
        r"|who|with)\b|[:;\[(]|, (?:and|we|which|as|the)\b",
        re.IGNORECASE,
    ),
}
LEADS_IN = compile_later(
    r"(?:\s|(?:the|a|an|either|both|whether|that|of|this|these|two|three|four|different"
    r"|adding|addition of|using|use of|additional|combined|oral|daily"
    r"|with|to|receive|receiving|treatment with|therapy with|administration of|effects? of|efficacy of|effectiveness of"
    r"|safety of|and|or|in|one of|\d+(?:\.\d+)? ?(?:mg|g|ml|mcg|μg|µg|IU|%)(?:/\w+)?(?: of)?)(?=\s))+\s*",
    re.IGNORECASE,
)
# Words that name no intervention and no outcome by themselves.
_GENERIC_WORDS = """
the a an this these two three four both either each one of all new different various study group groups arm
arms treatment treatments intervention interventions therapy therapies control controls patient patients
subject subjects participant participants drug drugs dose doses method methods program programs regimen
regimens outcome outcomes efficacy effect effects it they we its their randomized randomised trial trials
result results objective purpose aim background conclusion conclusions introduction double-blind controlled
clinical following first second no not other to in for baseline contrast addition comparison validity
reliability safety pain role use using growth age time order data p n consistent respectively here however
week weeks month months day days year years value model response respect terms rate rates level levels which
who that as well mean significant significantly difference single repeated change changes findings analysis
evaluation assessment present current report reported used compared
"""
GENERIC = frozenset(_GENERIC_WORDS.split())
