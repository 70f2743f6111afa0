"""Recommendations in the running text of guidelines: which sentences recommend, and what they ask for.

Only a guideline or a consensus statement recommends; a trial that ends with "should be used" is not read here. What
evidence suggests and what others recommend is no advice of the body that speaks. The wordings are `action_table`'s.
"""

import re
from functools import cache

from quoth.evidence.guideline.action_table import ACTION_RULES
from quoth.model import Action, Design
from quoth.model.advice_rules import NO_ADVICE
from quoth.model.against_rules import TOLD_BESIDE
from quoth.text.later import compile_later

__all__ = ["RECOMMENDING_DESIGNS", "action_of", "recommends", "speaks_of_recommending"]

RECOMMENDING_DESIGNS = frozenset({Design.GUIDELINE, Design.CONSENSUS})
_READ_CHARS = 2_000
_LONG_CHARS = 400
_LABEL = (
    r"(?:(?:[Kk]ey |[Cc]linical |[Gg]ood |[Bb]est |[Cc]onsensus )?(?:[Rr]ecommendation|[Pp]ractice [Pp]oint"
    r"|[Pp]ractice [Ss]tatement|GPP)s?(?: ?[A-Z]?\d[\d.]*[a-z]?)?\.?(?: ?[:–—-]|(?<=\.)) )"
)
"""What numbers a piece of advice: "Practice Point 1.2:"."""
_BEGINS = rf"^(?:{_LABEL}|[\d.]{{1,8}}[.)]? |[a-z][.)] |• ?|[-–] )?"
_ORDERS = (
    r"(?:Offer|Do not|Consider|Use|Give|Advise|Provide|Prescribe|Refer|Ensure|Encourage|Avoid|Discuss|Start|Stop|Treat"
    r"|Inform"
    r"|(?:Add|Adjust|Administer|Apply|Arrange|Ask|Assess|Begin|Check|Choose|Confirm|Continue|Correct|Counsel"
    r"|Discontinue|Educate|Evaluate|Examine|Exclude|Explain|Identify|Immuni[sz]e|Increase|Initiate|Investigate"
    r"|Involve|Keep|Limit|Maintain|Make sure|Measure|Minimi[sz]e|Monitor|Obtain|Optimi[sz]e|Perform|Reassess|Reassure"
    r"|Reduce|Remind|Remove|Replace|Restrict|Select|Switch|Taper|Teach|Tell|Titrate|Transfuse|Vaccinate"
    r"|Withdraw|Withhold)(?! (?:of|is|are|was|were|has|have|had|may|can|could|should|must|will|would|and|or|in|on|at|by"
    r"|to|from)\b|[:.;])"
    r"|(?:Record|Repeat|Review|Screen|Support|Target|Test|Delay|Place|Take|Follow|Look)"
    r" (?:the|an?|all|any|every|each|your|for|patients|people|adults|women|men|children|both)\b)"
)
"""Verbs in the imperative; those that are nouns as well need a word after them that a verb has."""
_ADVISES = compile_later(r"\b(?:recommends?|suggests?) (?!against)|\bshould (?!not)", re.IGNORECASE)
_TOLD_BESIDE = compile_later(TOLD_BESIDE, re.IGNORECASE)
_SPEAKS = compile_later(
    r"\b(?:recommend(?:s|ed|ing)?|suggests?|advises?|concludes that the (?:current )?evidence is insufficient"
    r"|evidence is insufficient)\b"
    r"|\b(?:should|must|shall)\b|\b(?:is|are|not) (?:strongly |conditionally |generally )?(?:recommended|indicated"
    r"|advised|reasonable)\b"
    r"|\b(?:can|may|might|could) be (?:offered|considered|used|reasonable|given|prescribed)\b|\bconsider\b"
    r"|\b[A-DI] (?:recommendation|statement)\b|(?:, |\bdo not )(?:offer|use|give|prescribe|refer|start|avoid)\b"
    rf"|{_BEGINS}{_ORDERS}\b|{_BEGINS}(?:If|When|Before|After|During|For|In|Once|Unless|Where|At) [^.;]{{3,150}}?,"
    r" (?:then |also |always )?(?:explain|tell|ask|check|measure|assess|discuss|consider|advise|continue|stop|switch"
    r"|choose|perform|obtain|repeat|add|reduce|increase|monitor|review|arrange|seek|ensure|limit|apply|administer)"
    r" (?!and\b|or\b)"
    r"|\b(?:is|are) the (?:[\w-]+ ){0,4}of (?:first )?choice\b|\b[Tt]here is insufficient evidence to (?:make|give"
    r"|issue|formulate) (?:an? |any )?recommendations?\b|\b(?:make|made|makes) no recommendations?\b",
)
_OF_OTHERS = compile_later(
    # What evidence "suggests" is a finding, and what others recommend is theirs.
    r"\b(?:evidence|data|stud(?:y|ies)|trials?|models?|estimates?|analys[ie]s|results?|findings?|reviews?|literature"
    r"|research|experience)\b(?:(?!\b(?:we|panel|group|committee|force)\b)[^.;,]){0,160}?\bsuggest(?:s|ed|ing)?\b"
    r"|\b(?:other|several|many|some|most|various|diagnostic|existing|previous|international|professional)"
    r" (?:(?!the |this |our )[\w-]+ ){0,3}(?:organi[sz]ations|guidelines|groups|societies|bodies|experts|agencies"
    r"|associations|authors|clinicians|programs)\b[^.;,]{0,80}?\b(?:recommend|advis|suggest)\w*"
    r"|\b(?:is|are|was|were|been) (?:often|commonly|frequently|sometimes|widely|previously|usually)"
    r" (?:recommended|advised|suggested)\b"
    r"|\b(?:in|since) (?:its|the|their) (?:19|20)\d\d recommendations?\b[^.;]{0,200}",
    re.IGNORECASE,
)
_ABOUT_RECOMMENDING = compile_later(
    r"\b(?:this|the) (?:guideline|document|recommendation|statement|report|article|summary) (?:applies|is (?:based"
    r"|intended|an update)|was|were"
    r"|provides|updates|replaces|makes|addresses|describes|presents)\b|\bgrades? (?:its|the|of) recommendations?\b"
    r"|\brecommendations (?:were|are) (?:graded|based|developed|formulated|made|defined|derived|rated|classified"
    r"|categori[sz]ed|presented)\b"
    r"|\b(?:was|were|has been|had been) (?:searched|reviewed|developed|commissioned|convened|graded)\b"
    r"|\bsee (?:the )?(?:table|section|appendix|original)\b"
    r"|\bresearch (?:should|is needed|recommendation)|\bfurther (?:research|studies|trials)\b|\bfuture (?:research"
    r"|studies|trials)\b"
    r"|\b(?:the|this) service\b|\brefer to (?:the|section|table|\")[^.]{0,60}\b(?:guideline|document|section|above"
    r"|below)\b"
    r"|\bdo(?:es)? not support recommending\b|\bassess effects on health outcomes\b|\bis not a recommendation\b"
    r"|\bstudies should\b|\btrials should\b|\bsystematic review\b[^.]{0,80}\b(?:conducted|performed)\b",
    re.IGNORECASE,
)


def recommends(sentence: str) -> bool:
    """Whether a sentence of a guideline is advice, and not a question or words about the guideline itself."""
    text = sentence[:_READ_CHARS]
    if not _SPEAKS.search(text) or _ABOUT_RECOMMENDING.search(text):
        return False
    return bool(_SPEAKS.search(_OF_OTHERS.sub(" ", text))) and not any(rule.search(text) for rule in _no_advice())


def speaks_of_recommending(sentence: str) -> bool:
    """Whether a sentence is about the guideline, its making or its grades."""
    return _ABOUT_RECOMMENDING.search(sentence[:_READ_CHARS]) is not None


def action_of(sentence: str) -> tuple[Action, str]:
    """What the wording asks for and which words decided it; `UNCERTAIN` where no row of the table matches."""
    text = sentence[:_READ_CHARS]
    told = _TOLD_BESIDE.sub(" ", text)
    if told != text and _SPEAKS.search(told):
        text = told  # "metoprolol, which should not be used in asthma" denies nothing of what is advised
    for pattern, action, _ in _rules():
        if match := pattern.search(text):
            if action is Action.DO_NOT and len(text) > _LONG_CHARS and _ADVISES.search(text):
                return Action.UNCERTAIN, "several recommendations stand in one sentence"
            return action, f"from '{match.group().strip(' .:')}'"
    return Action.UNCERTAIN, "the wording gives no direction"


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Action, str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), action, source) for pattern, action, source in ACTION_RULES)


@cache
def _no_advice() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern, re.IGNORECASE) for rule in NO_ADVICE)
