"""The words that show a direction: tables of patterns only, read by two sides, each with its own code.

`direction` of the evidence reads which way a sentence points, `quoth.check.directions` whether it bears what is said.

Every pattern is bounded, and so linear in the length of a sentence. They are read without regard to case.
"""

import re
from functools import cache

__all__ = [
    "ARMS_COMPARED",
    "ARMS_DIFFER",
    "ARMS_IN_DOUBT",
    "AT_THE_START",
    "BACK_REFERENCE",
    "BAD",
    "BETTER",
    "BETWEEN_ARMS",
    "CONTRAST",
    "CONTROL",
    "COUNTED_GOOD",
    "GOOD",
    "HEDGE",
    "MOVES",
    "NONE",
    "OTHER_COMPARISON",
    "OVER_TIME",
    "SAID_APART",
    "SIGNIFICANT",
    "WORSE",
    "pattern",
]

_ADVERB = (
    r"(?:(?:statistically|clinically|significantly|markedly|substantially|meaningfully|consistently|independently)"
    r" ){0,2}"
)
_CHANGE = (
    r"(?:differences?|effects?|changes?|improvements?|benefits?|associations?|reductions?|increases?|decreases?"
    r"|impacts?"
    r"|advantages?|interactions?|correlations?|influences?|variations?|gains?|superiority|relationships?)"
)
NONE = (
    rf"\b(?:no|not any|without(?: any| an?)?|lack of(?: an?)?|absence of(?: an?)?|little or no|neither)\b"
    rf"(?! (?:[\w-]{{1,20}},? ){{0,4}}(?:adverse|side|ill|toxic|harmful|untoward)[ -])"
    rf"(?: [\w-]{{1,20}},?){{0,5}} {_CHANGE}\b"
    r"|\b(?:no|without) evidence (?:of|for|that)\b|\bno (?:more|less|better|worse|longer|higher|lower|greater|fewer)\b"
    r"|\b(?:did|do|does|was|were|is|are|had|has|have|could|would|but|and)(?: \w{1,12})? ?(?:not|n't|n’t)"
    r"(?: [\w-]{1,16}){0,4} (?:differ(?:ent|ed|s)?\b|affect|alter|influence|chang|improv|reduc|increas|decreas"
    r"|lower\b|raise\b"
    r"|prevent|enhanc|result in|lead to|produce|provide|confer|show|reach|achieve|attain|associat|superior|better"
    r"|effective|beneficial"
    r"|significant)"
    rf"|\bnot (?:be )?{_ADVERB}(?:significant(?:ly)?|differ\w*|superior|affected|altered|changed|improved|reduced"
    rf"|associated)\b"
    r"|\bnon-?\s?significant(?:ly)?\b|\binsignificant(?:ly)?\b|\bfailed to\b|\b[Pp] ?= ?NS\b|\b(?:n\.s\.?"
    r"|NS)(?=[\s).,;]|$)"
    r"|\b(?:was|were|are|is|remained|had|showed|with|to|be) (?:very |broadly |also |both |statistically "
    r"|a )?(?:similar(?:ly)?"
    r"|comparable|equivalent|unchanged|unaffected|equal(?:ly)?|indistinguishable|the same)\b"
    r"|\b(?:similar|comparable|equal) (?:\w+ ){0,3}(?:in|between|across|among|for|to|with)\b"
    r"|\b(?:(?:as|equally) (?:effective|efficacious|safe)|equally well|as well tolerated)\b"
    r"|\bdiffered (?:little|only slightly)\b"
)
_UP_WORDS = (
    r"(?:significant(?:ly)? )?(?:higher|greater|more|larger|longer|increas(?:ed?|es|ing)|improv(?:ed?|es|ing|ements?)"
    r"|better|elevated"
    r"|superior|rose|raised|enhanc(?:ed|es|ement)|gain(?:ed|s)?|faster|exceeded|elevations?|stronger|prolonged)"
)
_DOWN_WORDS = (
    r"(?:significant(?:ly)? )?(?:lower|less|fewer|smaller|shorter|reduc(?:ed?|es|ing|tions?)|decreas(?:ed?|es|ing)"
    r"|declin(?:ed?|es)"
    r"|fell|drop(?:ped|s)?|diminish(?:ed|es)|attenuat(?:ed|es|ion)|prevented|worse(?:ned)?|inferior|poorer|slower"
    r"|lessened"
    r"|suppressed|alleviat(?:ed|es)|reliev(?:ed|es)|lowered|shortened|weaker|blunted|inhibited)"
)
MOVES = rf"\b(?:(?P<up>{_UP_WORDS})|(?P<down>{_DOWN_WORDS}))\b"

# Outcomes for which more is worse and for which more is better, in the words of abstracts. Scales that run either way
# ("score", "scale", "index") are left out.
BAD = (
    r"\b(?:pain|mortality|deaths?|died|risks?|complications?|adverse|events?|relapses?|recurrences?|recurrent"
    r"|infections?|symptoms?"
    r"|fatigue|anxiety|depressi(?:on|ve)|disability|stiffness|bleeding|ha?emorrhage|hospitali[sz]ations?"
    r"|readmissions?|nausea"
    r"|vomiting|failures?|strokes?|exacerbations?|falls?|fractures?|blood pressure|LDL|triglycerides?|BMI|weight"
    r"|waist|smoking"
    r"|cravings?|seizures?|migraines?|headaches?|attacks?|incidence|length of stay|severity|side effects?"
    r"|discontinuations?"
    r"|blood loss|ha?ematomas?|swelling|o?edema|inflammation|CRP|C-reactive|HbA1c|glucose|wheez\w+|cough|itch\w*"
    r"|insomnia"
    r"|distress|stress|burden|toxicity|progression)\b"
)
GOOD = (
    r"\b(?:survival|function(?:ing|al)?|quality of life|remission|recovery|response rates?|responders?|cure|healing"
    r"|healed|cured"
    r"|success|strength|satisfaction|abstinence|quit rates?|cessation|adherence|performance|mobility|range of motion"
    r"|HDL"
    r"|knowledge|self-efficacy|pregnancy rates?|live births?|sleep quality|wellbeing|well-being|memory|cognition"
    r"|balance"
    r"|clearance|eradication|relief|efficacy|effective(?:ness)?|walking|gait speed|outcomes?)\b"
)
BETTER = (
    r"\b(?:improv\w+|better|superior|more (?:effective|efficacious)|benefits?|beneficial|effective(?:ly)? (?:in|for|at)"
    r"|reliev\w+|alleviat\w+)\b"
)
WORSE = r"\b(?:worse(?:ned|ning)?|inferior|less (?:effective|efficacious)|poorer|harmful|deteriorat\w+)\b"
CONTROL = (
    r"\b(?:in|for|with|among|of|by|receiving|on) (?:the |those |patients |subjects |participants ){0,3}(?:in |on "
    r"|receiving |given |taking )?"
    r"(?:the )?(?:placebo|controls?|sham|usual care|standard care|waiting|wait-?list|no treatment|untreated"
    r"|comparator|conventional)\b"
)
HEDGE = (
    r"\b(?:may|might|could|would|whether|if|to (?:determine|assess|compare|evaluate|investigate|examine)"
    r"|hypothesi[sz]ed|aimed)\b"
)

_FOUND = r"(?:(?:\w+ ){0,3}(?:found|showed|reported|favou?red|did not|had) )"
# What several sources found, told one by one ("one favoured the drug, one found no difference"): no one direction.
SAID_APART = (
    rf"\b(?:one|two|three|some|several) {_FOUND}[^.]{{1,160}}?\b(?:one|two|three|others?|another|the other) {_FOUND}"
)

CONTRAST = re.compile(r"\b(?:but|whereas|while|although|though|however|despite|yet|except)\b|;", re.IGNORECASE)

COUNTED_GOOD = re.compile(
    r"\b(?:controlled|control of|control rates?|achiev\w+|target\w*|free of|\w+-free|without|resol\w+|reduction in"
    r"|tolerance|threshold|discontinu\w+|relief|recover\w+|improvement in|negative)\b",
    re.IGNORECASE,
)
"""Where the freedom from something bad is counted, more of it is good: the sign is left open."""

# What a significant figure may speak of beside the two arms: a change over time, both arms, a correlation, a tendency.
OTHER_COMPARISON = (
    r"\bboth (?:the )?(?:\w+ ){0,3}(?:groups|arms|treatments|conditions|drugs|doses|regimens)\b"
    r"|\bfrom (?:the )?baseline\b"
    r"|\bcompared (?:to|with) (?:the )?baseline\b|\bwithin[- ](?:the )?(?:\w+ )?groups?\b|\bover time\b|\btime effect\b"
    r"|\bcorrelat\w+|\ball (?:the )?(?:\w+ ){0,2}groups\b|\bsubgroups?\b|\bnon-?inferior\w*\b|\bat baseline\b"
    r"|\bbefore (?:and after )?(?:the )?treatment\b|\bpredict\w*\b|\bp for trend\b"
    r"|\b(?:nearly|almost|marginal(?:ly)?|borderline|approach(?:ed|ing)) (?:statistical(?:ly)? )?significan\w+"
    r"|\btend(?:ed|s|ency)\b"
)
# Groups that are alike before anything was done: no result.
AT_THE_START = (
    r"\b(?:baseline|demographic) (?:characteristics|data|values|variables|features|demographics)\b"
    r"|\b(?:differ\w*|similar|comparable|balanced|same|matched)\b[^.;]{0,60}"
    r"\b(?:at (?:baseline|entry|enrol?lment)|before (?:the )?(?:treatment|intervention|surgery|randomi[sz]ation))\b"
    r"|^at (?:baseline|entry)\b|^before (?:the )?treatment\b"
)
# Two findings in one sentence, what changed in every arm and whether the arms differ: the second is the result.
_ARMS = (
    r"(?:groups|arms|treatments|conditions|interventions|diets|regimens|drugs|procedures|methods|techniques"
    r"|strategies)"
)
BETWEEN_ARMS = (
    r"\bbetween(?:[- ](?:the|these|those|both|two|three|study|treatment|intervention|control|and|any|of|\w{1,16}ed))"
    rf"{{0,4}}[- ](?:{_ARMS}|group|treatment|arm)\b"
)
OVER_TIME = (
    r"\bboth\b|\b(?:each|all|either|two|three)(?: of)?(?: the)?(?: \w{1,20}){0,2} "
    rf"(?:{_ARMS}|group|arm|condition)\b"
    r"|\bfrom (?:the )?baseline\b|\bcompared (?:to|with) (?:the )?baseline\b|\bwithin[- ]|\bover time\b|\btime effect\b"
)
ARMS_COMPARED = (
    r"\bthan\b|\bfavou?r|\bsuperior|\bexcept\b|\bcompared (?:with|to) (?!(?:the )?(?:baseline|pre))|\bsignifican\w* "
    r"(?:different|differences?) between\b"
)
ARMS_DIFFER = (
    rf"\bdifferences? between(?: (?:the|two|both|study|treatment|these)){{0,3}} {_ARMS} (?:was|were|is|are)"
    r"(?: (?:also|statistically|highly)){0,2} significant\b"
    r"|\bsignificant(?:ly)? (?:differences?|different)(?: [\w-]{1,20}){0,6} between"
    rf"(?: (?:the|two|study|treatment|these)){{0,3}} {_ARMS}\b"
    r"|\bbetween[- ]group differences? (?:was|were)(?: \w{1,16})? significant\b"
    r"|\bsignificant(?:ly)? between[- ]group difference"
    r"|\bsignificantly (?:higher|lower|greater|more|less|fewer|larger|smaller|shorter|longer|better|worse)\b"
    r"(?: [\w-]{1,20}){0,8} than (?:that |those )?(?:in|with|of|for|the|placebo|control|sham)\b(?! (?:the )?baseline\b)"
)
# What makes even these doubtful: any denial, a start, a tendency, a part, an exception, a correlation.
ARMS_IN_DOUBT = (
    r"\bat (?:the )?baseline\b|\bcorrelat|\bpredict|\bsubgroups?\b|\btend(?:ed|s|ency)\b|\bborderline\b"
    r"|\b(?:nearly|almost)\b|\bmarginal|\bnon-?inferior|\bexcept\b"
    r"|\b(?:no|not|non|neither|nor|without|never|lack\w*|absence|fail\w*|cannot)\b|n['’]t\b"
)
SIGNIFICANT = r"\bsignifican(?:t|tly)\b"
# "… but these were not significant": what was named before is taken back, and the sentence says one thing.
BACK_REFERENCE = (
    r"\b(?:this|these|the|but|although|though|however,?|and) (?:(?:observed|above|mean|small|slight) )?"
    r"(?:(?:differences?|changes?|effects?|increases?|decreases?|reductions?|improvements?|trends?|results?) "
    r"(?:[\w-]{1,16} ){0,6})?"
    r"(?:was|were|is|are|did|do)? ?(?:found (?:to be )?|reach )?(?:not|insignificant|non-?significant|n't)\b"
    r"(?: [\w-]{1,16}){0,3} ?(?:significan\w*)?"
)


@cache
def pattern(table: str) -> re.Pattern[str]:
    """A table as a compiled pattern."""
    return re.compile(table, re.IGNORECASE)
