"""Lines of a guideline that somebody in it speaks, dreams or sells, and rules for those who wrote it: none is advice.

A guideline also prints sample talks, a saying over a chapter, what may be possible one day, the page of a sponsor and
the rules that its panel worked by. All of them ask for something; none is what the guideline advises.

How it is meant to be read, so that two readers agree: as `advice_rules.NO_ADVICE`. None of the patterns can backtrack
at length.
"""

from quoth.model.advice_rules import AdviceRule

__all__ = ["ADVICE_ELSEWHERE", "OTHER_VOICES"]

_KIN = (
    r"(?:brother|sister|husband|wife|son|daughter|uncle|aunt|grand(?:mother|father|ma|pa|son|daughter)|granny"
    r"|neighbou?r|friend|s?he|caller|visitor|actor|actress|coach|teacher|teenager|interviewer|interpreter|stranger"
    r"|driver|guest|host|narrator|moderator|speaker|voice|chorus)"
)
_SOMEBODY = (
    rf"(?:{_KIN}|man|woman|boy|girl|mother|father|parent|patient|client|carer|relative|doctor|physician|surgeon|nurse"
    r"|therapist|pharmacist|midwife|colleague|student|trainee|member|chair\w*|minister|poet|sailor|old master)"
)
_SAYS = (
    r"(?:says?|said|asks|asked|cries|cried|begs|begged|wrote|writes|sighs|sighed|shouts|shouted|whispers|whispered"
    r"|replies|replied|answers|answered|thinks|thought|insists|insisted|recalls|recalled|remembers|remembered)"
)
_WRITER = (
    r"(?:(?:co-?)?authors?|panell?ists?|chair(?:s|persons?|m[ae]n|women|woman)?|secretar(?:y|ies)|note-?takers?"
    r"|rapporteurs?|moderators?"
    r"|facilitators?|(?:working|writing|sub-?)[ -]?groups?|sub-?committees?|(?:panel|committee|board|group) members?"
    r"|editors?|referees?|(?:peer )?reviewers|methodologists?|members?(?= (?:should|must|shall|may"
    r" not|are)\b)|the office|stand-?ins?|substitutes)"
)

_TRIAL_PEOPLE = (
    r"(?:(?:trial|study|primary|site) )?(?:investigators|trialists|researchers|sponsors?|(?:data|safety)"
    r" (?:and )?(?:safety )?(?:monitoring )?(?:boards?|committees?))"
)
ADVICE_ELSEWHERE = (
    r"\b(?:agrees?|differs?|accords?|conflicts?|in line|consistent|in contrast|contrary|similar|unlike|compared?)\b"
    r"[^.;]{0,60}\b(?:one|ones|guidelines?|statements?|guidance|that|those|advice)\b(?: (?:of|by|from) [^.;,]{2,60})?"
    r",? (?:which|that|who) (?:also |only )?(?:recommends?|advises?|suggests?)\b"
)
"""Whose advice it is that this one agrees with, or does not."""

OTHER_VOICES: tuple[AdviceRule, ...] = (
    AdviceRule(
        r"\b(?:advised|recommended|suggested|proposed) by (?:others|other \w+|some|many)\b"
        r"|\b(?:earlier|previous|older|other) (?:documents|texts|papers|reports|authors) (?:\w+ )?"
        r"(?:recommended|advised|suggested)\b",
        "is the advice of others",
    ),
    AdviceRule(ADVICE_ELSEWHERE, "is the advice of another guideline"),
    AdviceRule(
        rf"^\W*(?:the )?{_TRIAL_PEOPLE} (?:\w+ )?(?:recommend(?:ed)?|advised?|suggest(?:ed)?)\b",
        "is what those who ran a trial advised",
    ),
    AdviceRule(
        rf"^\W*(?:the |my |her |his |an? )?{_KIN}(?: (?:\d|[A-Z]))?: "
        rf"|^\W*(?:the |my |her |his |an? )?{_SOMEBODY}(?: (?:\d|[A-Z]))?: (?:[^:]*\b(?-i:I|me|my|mine|I['’]m)\b"
        rf"|[^:]*, (?:doctor|nurse)\b|[^:]*: )"
        rf"|^\W*(?:the|one|an?|my|his|her) (?:\w+ )?{_SOMEBODY} {_SAYS}\b"
        rf"|^\W*[A-Z]\w+(?: [A-Z]\w*)? {_SAYS}: "
        rf"|[\"”'’],? {_SAYS} (?:the|one|an?|my|his|her)\b"
        rf"|[,.!?][\"”’] (?:the|one|an?|my|his|her|another) (?:[\w-]+ ){{1,3}}{_SAYS}\b"
        r"|^\s*[\"“'‘«][^\n]{3,400}[\"”'’»][.!]?\s*\Z"
        r"|^(?!.*[\"“'‘?])(?:[^.;]*\b(?-i:me|myself)\b|[^.;]*(?<!class )(?<!type )(?<!grade )(?<!level )(?<!stage )"
        r"(?<!phase )\b(?-i:I) (?:would|shall|think|thought|believe|swear|am)\b)",
        "is what somebody says",
    ),
    AdviceRule(
        r"^\W*(?:true or false|right or wrong|tick (?:if|the)|mark (?:if|whether)|(?:option|choice|answer"
        r"|statement|item|claim)"
        r" (?:[a-h]|\d{1,2})[:.]|who is right|agree or disagree)"
        r"|\b(?:should|must|had to|ha(?:s|ve) to)\b[^.;]{0,60}\bto (?:be counted|count|qualify)\b"
        r"|\bfor an? (?:trial|study|paper)"
        r" to (?:count|be counted)\b",
        "is put to be judged, or counted by",
    ),
    AdviceRule(
        r"\b(?:so )?(?:the )?(?:old )?(?:saying|proverb|motto|rhyme|verse|psalm|song|school|legend|poet)"
        r" (?:goes|has it|says|runs|tells)\b|\bit says\b(?=,? and\b|,|\Z)|\bas the (?:saying|poet|song)\b",
        "is a saying",
    ),
    AdviceRule(
        r"\b(?:should|will|may|might|could|can) (?:then )?one day\b"
        r"|^\W*(?:one|some) day,? (?!(?:before|after|of|prior|later|per|each|an?|off|without|with|in|at|to|on|a)\b)\w"
        r"|\b(?:once|when|as soon as|if|until) (?:it|they|one|there|this|these) (?:is|are|has been|have been|becomes?"
        r"|comes?)"
        r" (?:one\b|invented|on the market|in the shops|perfected|built)"
        r"|\b(?:tests?|drugs?|vaccines?|pills?|devices?|methods?|scanners?|machines?|implants?|treatments?)\b"
        r"[^.;]{0,30}"
        r"\b(?:is|are) (?:still )?(?:expected that|awaited|(?:being|under|in) develop\w*|in preparation|in sight"
        r"|on the (?:way|horizon))\b|\b(?:drugs?|vaccines?|tests?|pills?|devices?) (?:is|are) expected\b",
        "tells what may be one day",
    ),
    AdviceRule(
        r"\b(?:sold (?:in|at|by)|order (?:now|today|yours|online|two)|buy (?:now|one|two|today)|money back"
        r"|special offer"
        r"|free (?:trial|sample|for an?)|at a discount|[€$£] ?\d|\d+ only(?=[.!]?\Z)|in all (?:good )?pharmacies)\b",
        "sells something",
    ),
    AdviceRule(
        r"(?-i:\[(?:name|drug|dose|date|days?|times|weight|age|number|patient|hospital|reason)[a-z ]{0,20}\])"
        r"|_{3,}|^\W*(?:please )?tick\b"
        r"|^\W*(?:enter|fill in|type|write down) (?:the |your )?(?:\w+ )?(?:date|weight|height|name|number|code"
        r"|initials|result)\b"
        r"[^.;]*\b(?:sign|form|box|field|here|screen)\b"
        r"|\b(?:press (?:F\d|enter|escape|ok|yes|no)|click (?:here|on|ok)|double-click|pop-?up|drop-?down"
        r"|from the menu"
        r"|ok ?/ ?cancel|log in to)\b",
        "fills in a form, or works a program",
    ),
    AdviceRule(
        r"^(?!.*\b(?:patients?|people|wom[ae]n|child(?:ren)?|adults?|infants?|parents?|anyone|who)\b)"
        r"[^.;]*\b(?:his|her|him|he|she|this (?:lady|gentleman))\b[^.;]*"
        r"\b(?:tonight|tomorrow|today|this (?:morning|afternoon|evening)|before (?:lunch|supper|dinner)"
        r"|at (?:six|seven|eight"
        r"|nine|ten|noon))\b|^[^\"“]*(?-i:\b(?:Mr|Mrs|Ms)\.? [A-Z])|, \d+ ff?\.?\Z",
        "is an order for one patient, or the entry of a list",
    ),
    AdviceRule(
        rf"^\W*(?:the |each |every |all |our |no )?{_WRITER}\b(?! (?:of|in) the"
        r" (?:household|family|public|team|staff|community)\b)[^.;:]{0,60}?\b(?:should|must|shall|may not|ha(?:s|ve)"
        r" to|(?:is|are) (?:asked|advised|expected|required|to))\b"
        r"|\b(?:(?:the|its|their|your|each|a|first|second|final) drafts?|the template|footnotes?|manuscripts?"
        r"|each sitting"
        r"|plenary|quorum|ballots?|abstentions?|author list|minutes of (?:the|each|a))\b",
        "is a rule for those who wrote it",
    ),
)
"""In order; the first that fits says what a sentence is."""
