"""What a question wants to be told, by its wording: a figure, a time, a harm, a comparison with nothing at all.

A recommendation that says what to do is true and answers none of these: "use topiramate" tells nobody how many it
helps. Each pair below is how it is asked, and what a statement must hold to tell it.
"""

import re

from quoth.answer.asked_kind import names_a_kind, wants_a_kind
from quoth.answer.fold import words_of
from quoth.model import Facet, Finding, InterventionMatch, Mention, QualifierKind, Question, QuestionKind, Slot
from quoth.text import match_tokens
from quoth.text.later import compile_later

__all__ = [
    "comes_first",
    "is_of_both",
    "is_of_one_alone",
    "names_both",
    "says_when",
    "tells_what_is_asked",
    "wants_a_figure",
]

_COUNTED = (
    r"(?:people|persons|patients|women|men|children|kids|adults|smokers|users|runners|cases|in|out|parents|families"
    r"|mothers|mums|fathers|dads|babies|toddlers|teenagers|youngsters|folks?|of (?:them|us|those|these))"
)
_FIGURE = compile_later(
    r"\b(?:nnt|nnh|number[s]? needed to (?:treat|harm)|absolute (?:risk|benefit|effect|difference)s?|effect size"
    r"|(?:odds|hazard|risk) ratio|relative risk|risk difference|(?:success|failure|response|remission|cure) rates?"
    rf"|(?:do|does|did|will|would|leaves?|gets?) (?:more|fewer) {_COUNTED}|how many (?:more |fewer |other )?{_COUNTED}"
    r"|(?:what|which) (?:percentage|proportion|share|fraction|per ?cent)"
    rf"|(?:percentage|proportion|share|fraction|per ?cent) of (?:all |the )?{_COUNTED}"
    r"|out of (?:a|one|every) (?:hundred|thousand)|points (?:on|out of) (?:a |the )?\d"
    r"|what (?:is|are|was|were)(?: the| my| his| her| our)? (?:chance|odds|likelihood|probability)s?"
    r"|(?:what|any idea of the) (?:chance|odds|likelihood|probability)|how (?:likely|probable|common|big)"
    r"|how often does(?!(?: [\w-]+){1,9} need)"
    r"|how much (?:better|worse|lower|higher|less|more|weight|longer|shorter|of a difference|difference)"
    r"|by how (?:much|many)|(?-i:RRs?|ARRs?|HRs?|SMDs?|RDs?))\b",
    re.IGNORECASE,
)
_HAS_FIGURE = compile_later(
    r"\d\s?(?:%|per ?cent)|\b\d+(?:\.\d+)? (?:in|of|out of|fewer|more|per) |\b1 in \d|\bper 1,?000\b|\bone in \w+"
    r"|\b(?-i:RR|OR|HR|SMD|MD|WMD|RD|NNT|NNH|CI)\b|number needed|\b\d+(?:\.\d+)? ?(?:kg|points?|mm ?Hg|mmHg|times)\b",
    re.IGNORECASE,
)
_TIME = compile_later(
    r"\bhow (?:long|soon|quickly|fast|many (?:days?|weeks?|months?|years?))\b|\bwhen (?:will|can|do|does|should) "
    r"(?:\w+ ){1,3}(?:work|kick in|notice|run again|return|go back|feel)",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|an?|few|several|single)"
_HAS_TIME = compile_later(
    rf"\b{_NUMBER}(?:\s?(?:-|–|to|or|and)\s?{_NUMBER})?[- ](?:more )?"
    r"(?:hour|day|week|month|year|dose|session|visit)s?\b"
    r"|\bas soon as\b|\bwithout waiting\b|\bat once\b|\bimmediately\b|\blong[- ]term\b|\bshort[- ]term\b"
    r"|\bshortest\b|\b(?:time|period|duration|readiness)\b",
    re.IGNORECASE,
)
_UNTIL_IT_WORKS = compile_later(
    r"\bhow (?:long|soon|quickly|fast|many (?:days|weeks|months))\b[^.?!]{0,80}?"
    r"\b(?:works?|working|kicks? in|takes? effect|starts? (?:to (?:work|help)|helping)|makes? a difference"
    r"|(?<!get )(?<!getting )(?<!seek )(?<!need )(?<!call for )(?<!ask for )helps?"
    r"|(?:feel|notice|see) (?:any |some |a |the )?(?:better|benefits?|differences?|effects?|improvements?))\b",
    re.IGNORECASE,
)
_OFTEN = compile_later(
    r"\bhow (?:often|frequently)\b(?! (?:does|do|did) (?:it|this|that|they|these)\b)"
    r"|\bhow many (?:times|injections|jabs|shots|sessions|visits|doses|courses)\b",
    re.IGNORECASE,
)
_HAS_OFTEN = compile_later(
    r"\b(?:every|each|once|twice|thrice|times?|daily|nightly|weekly|fortnightly|monthly|yearly|annual(?:ly)?"
    r"|biennial(?:ly)?|(?:a|per) (?:day|week|month|year)|\d+ (?:(?:or more|to \d+) )?(?:\w+ )?(?:sessions?|visits?"
    r"|doses?|injections?|courses?|times)|interval\w*|repeat\w*|apart|regular(?:ly)?|frequen\w+|no more than"
    r"|at most|up to \d+)\b",
    re.IGNORECASE,
)
_STOPPING = compile_later(
    r"\b(?:stop(?:ping)?|(?:come|coming|came|go|going|get|getting|wean\w*) off|wean\w*|taper\w*|withdraw\w*"
    r"|discontinu\w+|quit(?:ting)?|give up|giving up)\b"
    r"(?: (?:from|of|off|taking|using|my|your|his|her|their|the|all|these|those)){0,3} ?$",
    re.IGNORECASE,
)
_TELLS_STOPPING = compile_later(
    r"\b(?:stop\w*|(?:come|coming) off|wean\w*|taper\w*|withdr[ae]w\w*|discontinu\w+|ceas\w+|deprescrib\w+"
    r"|step\w* down|reduc\w+|continu\w+|maint\w+)\b",
    re.IGNORECASE,
)
_DAYTIME = r"(?:mornings?|evenings?|afternoons?|nights?|night[- ]?time|bed[- ]?time|breakfast|dinner|am|pm)"
_TIME_OF_DAY = compile_later(
    rf"\b{_DAYTIME}(?: or |/)(?:(?:in|at|the|before|with) ){{0,3}}{_DAYTIME}\b"
    rf"|\b{_DAYTIME}\b[^.?!]{{0,40}}\b(?:vs|versus|(?:rather )?than|against|or)\b[^.?!]{{0,20}}\b{_DAYTIME}\b"
    r"|\btime of (?:the )?day\b|\bbest time (?:of (?:the )?day )?(?:to|for) (?:take|taking|have|having|use|using)\b",
    re.IGNORECASE,
)
_TELLS_TIME_OF_DAY = compile_later(rf"\b(?:{_DAYTIME}|time of (?:the )?day)\b", re.IGNORECASE)
_AGE = compile_later(
    rf"\b(?:older|younger|aged?)(?: than| over| under)? {_NUMBER}(?:\s?(?:-|–|to|or|and)\s?{_NUMBER})?"
    r"[- ](?:month|year)s?"
    rf"|\b{_NUMBER}[- ](?:month|year)s?(?: old| of age|-old)\b",
    re.IGNORECASE,
)
_WEIGHED = compile_later(r"\bbenefits?\b", re.IGNORECASE)  # what a recommendation weighs: it may lead above the figure
_BESIDES = compile_later(
    r"(?:\band|,|;) (?:and )?(?:for )?how (?:long|soon|quickly|fast|many|much|likely)\b", re.IGNORECASE
)
"""A second question behind the first: advice that answers the first may lead."""
_LOOKS_BACK = compile_later(
    r"^\W*(?:was|were|did)\b"
    r"|\b(?:which|what|who)(?: of (?:them|these|those|the two))? (?:left|did|had|got|fared|came|lost)\b"
    r"|\bwhich (?:\w+ )?were\b|\bend(?:s|ed)? up\b",
    re.IGNORECASE,
)
"""Asks what was found in those who were studied."""
_SAYS_WHEN = compile_later(
    r"\b(?:as soon as|soon|before|after|until|within|wait\w*|when|once|first"
    r"|from|at \d|begin|start\w*|early|immediately)\b",
    re.IGNORECASE,
)
_ASKS_FIRST = compile_later(
    r"\bfirst\b(?! (?:week|month|trimester|year|time|ray))|\b(?:start|begin|started|starting) (?:with|on)\b"
    r"|\binitial(?:ly)?\b",
    re.IGNORECASE,
)
_IS_FIRST = compile_later(
    r"\bfirst\b(?!(?: morning)?[- ]steps?\b)|\binitial(?:ly)?\b|\b(?:start|begin)\b[^.;]{0,40}\bwith\b|\bpreferred\b",
    re.IGNORECASE,
)
_IS_LATER = compile_later(r"\b(?:after|unsuitable|fail\w*|not|no|without|second)\b", re.IGNORECASE)
_TOGETHER = compile_later(
    r"\b(?:plus|combin\w+|together|with(?! no\b)|added to|add|on top of|as well as|alongside|both)\b|\+", re.IGNORECASE
)
_BOTH = compile_later(r"\b(?:together|both|combin\w+)\b", re.IGNORECASE)
_BOTH_OF_THEM = compile_later(r"\bboth (?:of (?:them|these|the two) )?(?:together|combined|at once)\b", re.IGNORECASE)
_ALONE = compile_later(r"\b(?:alone|by itself|on its own|monotherapy|only|single)\b", re.IGNORECASE)
_HARM = compile_later(
    r"\b(?:harm\w*|safe\w*|unsafe|risks?|side|adverse|unwanted|avoid|caution\w*|monitor\w*|warn\w*|toler\w*|danger\w*"
    r"|stop\w*|withdraw\w*|contraindicat\w*|do not|not be|not use[d]?|check\w*|bleed\w*|toxic\w*|fewer|worse\w*)\b",
    re.IGNORECASE,
)
_BETTER = words_of("symptoms symptom response responding improvement recovery relief")
_NO_BETTER = _BETTER | words_of("getting get got better")
_ANY_HARM = words_of("side effects adverse events reactions harms harm unwanted bad serious severe complications")


def wants_a_figure(question: Question) -> bool:
    """Whether the question asks how much, how many or how likely, and nothing before that."""
    elsewhere = question.comparators or _BESIDES.search(question.as_read) or _WEIGHED.search(question.as_read)
    return bool(_FIGURE.search(question.as_read)) and not elsewhere


def tells_what_is_asked(question: Question, finding: Finding) -> bool:
    """Whether a statement can answer in the way that the question asks: with a figure, a time, a harm, an outcome."""
    if wants_a_figure(question) and not _HAS_FIGURE.search(finding.quote.text):
        return False
    if _wants_a_time(question) and not _HAS_TIME.search(_without_whom(finding)):
        return False
    if _UNTIL_IT_WORKS.search(question.as_read) and not _HAS_TIME.search(finding.quote.text):
        return False  # "if six weeks of exercise did not help" bounds it, and tells nothing of how soon it helps
    if (
        _OFTEN.search(question.as_read)
        and not wants_a_figure(question)
        and not _HAS_OFTEN.search(_without_whom(finding))
    ):
        return False
    if _wants_its_time(question) or not _tells_how_it_is_taken(question, _with_qualifiers(finding)):
        return False
    if wants_a_kind(question) and not names_a_kind(question, finding):
        return False
    both = is_of_both(question, finding) or names_both(question, finding)
    # Advice that was weighed with every word of the question was weighed with its outcomes.
    outcome = finding.spoken > 0 or _tells_the_outcome(question, finding)
    return both and not _LOOKS_BACK.search(question.as_read) and outcome


def says_when(question: Question, finding: Finding) -> bool:
    """Whether a statement says in its own words when, where that is what the question asks."""
    return Facet.WHEN_TO_START not in question.facets or bool(_SAYS_WHEN.search(finding.quote.text))


def comes_first(question: Question, finding: Finding) -> bool:
    """Whether a statement says what comes first, where that is what the question asks."""
    if not _ASKS_FIRST.search(question.as_read) or _IS_FIRST.search(finding.quote.text):
        return True
    # "First preventive drug" bounds what comes first, "first choice unsuitable" what comes then.
    bounds = [qualifier.quote.text for qualifier in finding.qualifiers]
    return any(_IS_FIRST.search(words) and not _IS_LATER.search(words) for words in bounds)


def is_of_both(question: Question, finding: Finding) -> bool:
    """Whether a statement is on treatments taken together, where the question asks for that."""
    said = finding.quote.text
    return not _asks_for_both(question) or (bool(_TOGETHER.search(said)) and not _ALONE.search(said))


def _tells_how_it_is_taken(question: Question, said: str) -> bool:
    """Whether a statement speaks of stopping or of the time of day, where one of these is asked about a treatment."""
    before = (question.as_read[: mention.start] for mention in question.interventions if mention.start > 0)
    stopping = any(_STOPPING.search(words) for words in before)
    if stopping and not _TELLS_STOPPING.search(said):
        return False
    return not _TIME_OF_DAY.search(question.as_read) or bool(_TELLS_TIME_OF_DAY.search(said))


def _wants_a_time(question: Question) -> bool:
    asked = _TIME.search(question.as_read) and not _BESIDES.search(question.as_read)
    return bool(asked) and Facet.BENEFIT not in question.facets


def _wants_its_time(question: Question) -> bool:
    """Whether it asks when a treatment works without naming one: nothing tells the time of an unnamed treatment."""
    return not question.interventions and bool(_UNTIL_IT_WORKS.search(question.as_read))


def _asks_for_both(question: Question) -> bool:
    """Whether two treatments are asked about, taken together: what is one thing in two packs is one treatment."""
    if _BOTH_OF_THEM.search(question.as_read) and question.interventions:
        return True  # what the other is may stand in the question before
    words = {mention.words.casefold() for mention in question.interventions}
    if len(words) < 2 or question.comparators:
        return False
    places = [mention for mention in question.interventions if mention.start >= 0]
    first, last = min((one.end for one in places), default=0), max((one.start for one in places), default=0)
    return bool(_TOGETHER.search(question.as_read[first:last]) or _BOTH.search(question.as_read))


def is_of_one_alone(question: Question, finding: Finding) -> bool:
    """Whether two treatments are compared, and it is on what the first is held against, or on one beside a third.

    "Add an SGLT2 inhibitor to metformin" says nothing of metformin against a sulphonylurea.
    """
    if not (question.interventions and question.comparators):
        return False
    if finding.intervention_match is InterventionMatch.COMPARATOR:
        return True
    others = {mention.concept.name for mention in question.comparators}
    named = finding.intervention_match is InterventionMatch.NAMED
    beside = named and others.isdisjoint((*finding.interventions, *finding.comparators))
    return beside and not any(_is_listed(mention, finding) for mention in question.interventions)


def _is_listed(mention: Mention, finding: Finding) -> bool:
    """Whether it is one of several that a statement offers: "a CGRP antibody (erenumab or galcanezumab)"."""
    name = re.escape(mention.concept.name)
    return bool(re.search(rf"(?:[,(]|\bor) ?{name}|{name} ?(?:[,)]|or\b)", finding.quote.text, re.IGNORECASE))


def names_both(question: Question, finding: Finding) -> bool:
    """Whether it is on two of the treatments asked about: "rather than a patch" is no advice on gum and patch."""
    on_it = set(finding.interventions)
    named = {mention.words.casefold() for mention in question.interventions if mention.concept.name in on_it}
    return len(named) > 1


def _tells_the_outcome(question: Question, finding: Finding) -> bool:
    """Whether it speaks of the outcome that is asked about; of harm in its own words, where any harm is meant."""
    outcomes = [m for m in question.outcomes if not _is_the_illness_again(question, m)]
    named = [m for m in outcomes if not words_of(m.concept.name) <= _ANY_HARM]
    if named:
        return Slot.OUTCOME in finding.matched
    if question.kind is QuestionKind.HARM and Facet.HARMS in question.facets:
        return Slot.POPULATION in finding.matched or bool(_HARM.search(_with_qualifiers(finding)))
    return not outcomes or Slot.OUTCOME in finding.matched or Facet.HARMS in question.facets


def _is_the_illness_again(question: Question, outcome: Mention) -> bool:
    """Whether an outcome says no more than that the illness gets better: a response, "quitting" of smokers."""
    said = outcome.words or outcome.concept.name
    if words_of(said) <= (_NO_BETTER if question.tried else _BETTER):
        return True
    concepts = (mention.concept for mention in question.conditions)
    names = " ".join(name for one in concepts for name in (one.name, *one.lay, *one.clinical))
    # As written: a "runner's knee" is not whether somebody can run.
    return {token.form for token in match_tokens(said)} <= {token.form for token in match_tokens(names)}


def _without_whom(finding: Finding) -> str:
    """Its words and what bounds them, without the people: "older than 6 months" is no length of treatment."""
    bounds = (q.quote.text for q in finding.qualifiers if q.kind is not QualifierKind.POPULATION)
    return _AGE.sub(" ", "\n".join((finding.quote.text, *bounds)))


def _with_qualifiers(finding: Finding) -> str:
    return "\n".join((finding.quote.text, *(qualifier.quote.text for qualifier in finding.qualifiers)))
