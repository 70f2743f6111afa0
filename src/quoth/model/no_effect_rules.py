"""Sentences of results and conclusions that tell no effect: who took part, how things stood before, what is hoped for.

How the rows are meant to be read, so that two readers agree: a sentence of running text tells no effect when a row of
`TELLS_NO_EFFECT` holds for it, as `word_rules` says. They go before the labels of sections: such sentences stand under
"Results" as often as not. The first six rows are taken back by any word of effect; for those of `mood_rules` a
comparison is not enough, as what stood before treatment can be compared as well. Of 17,000 sentences under results and
conclusions of real abstracts they take out 6%. A row too many hides a sentence; one too few shows a number of
participants as if it were a result. None of them can backtrack at length.
"""

from quoth.model.mood_rules import TELLS_OTHER_THAN_EFFECT
from quoth.model.word_rules import WordRule, cues

__all__ = ["TELLS_EFFECT", "TELLS_NO_EFFECT"]

TELLS_EFFECT = (
    r"\b(?:differ(?:s|ed|ence|ences|ent|ently)?|reduc\w+|increas\w+|decreas\w+|declin\w+|improv\w+|worsen\w*|lower\w*"
    r"|higher|greater|larger(?! (?:\w+ )?(?:stud|trial))|smaller|fewer|less|more(?! (?:research|stud|trial))|better"
    r"|worse|best|superior|inferior|equivalent"
    r"|effects?|effective\w*|efficac\w+|associat\w+|correlat\w+|predict\w+|odds|hazard|risks?|significan\w+|benefit\w*"
    r"|respon(?:d|ded|se|ses|ders?)|relie[fv]\w*|prevent\w*|protect\w*|mortality|died|deaths?|surviv\w+|adverse|side"
    r"|harm\w*|toxic\w*|complication\w*|cur(?:e|ed|es)|heal(?:ed|ing)|remission|relaps\w+|recurr\w+|recover\w+|fail\w*"
    r"|success\w*|events?|tolerat\w+|safe\w*|caus\w+|led to|fell|rose|gained?|lost \d|changed?|from baseline|versus|vs"
    r"|compared (?:with|to)|than|sensitivity|specificity|satisf\w+|demonstrat\w+|reveal\w+"
    r"|facilitat\w+|impair\w+|prefer\w*|quality of life|costs?|noninferior\w*)\b"
    r"|\bp ?[<=>≤]|\b9[05] ?% ?c\.?i|\bconfidence interval"
)
"""Words that report what came of something."""

_WITHOUT_A_WORD_OF_EFFECT: tuple[WordRule, ...] = (
    WordRule(
        cues(
            "randomised randomized enrolled recruited included screened eligible invited approached assigned allocated"
            " analysed analyzed assessed contacted registered identified followed"
        ),
        r"\b(?:patients?|participants?|people|persons|individuals|subjects|women|men|adults|children|infants"
        r"|adolescents"
        r"|athletes|runners|students|volunteers|nurses|physicians|practices|households|knees|eyes|cases|controls)"
        r"[^.;]{0,60}? (?:was|were) (?:\w+ )?(?:randomi[sz]ed|enrolled|recruited|included|screened|eligible|invited"
        r"|approached|assigned|allocated|analy[sz]ed|assessed|contacted|registered|identified|followed(?: up)?)\b"
        r"|\bwe (?:randomi[sz]ed|enrolled|recruited|included|screened|invited|allocated|identified|followed)\b",
        TELLS_EFFECT,
        "tells who took part",
        "A total of 120 adults were randomised to zinc or placebo.",
    ),
    WordRule(
        cues(
            "recruitment follow followup retention attrition drop dropout dropouts completed finished attended withdrew"
            " dropped declined lost"
        ),
        r"\b(?:recruitment|follow-?up|retention|attrition|drop-?outs?)(?: rates?)?"
        r" (?:was|were|took|lasted|ended|began|started|ran)\b(?! (?:as (?:good|effective|safe)|no worse"
        r"|non-?inferior|superior|better|equivalent)\b)|\b(?:completed|finished|attended) (?:the |all |their )?"
        r"(?:\w+ )?(?:study|trial|follow-?up|programme?|sessions?|visits?|questionnaires?|assessments?)\b"
        r"|\b(?:withdrew|dropped out|declined to take part|lost to follow-?up)\b",
        TELLS_EFFECT,
        "tells who stayed",
        "Ninety of them completed the trial.",
    ),
    WordRule(
        cues("baseline entry inclusion enrolment enrollment randomisation randomization start"),
        r"\bat (?:baseline|entry|inclusion|enrolment|enrollment|randomi[sz]ation|the start of (?:the )?(?:study|trial))"
        r"\b|\bbaseline (?:\w+ )?(?:characteristics|data|values?|scores?|demographics|pain|function)\b",
        TELLS_EFFECT,
        "tells how things stood before",
        "At baseline, mean pain was 6.1 in both groups.",
    ),
    WordRule(
        cues("mean median average female male women men girls boys white black hispanic asian"),
        r"\b(?:mean|median|average) (?:age|body mass index|BMI|weight(?! (?:loss|gain|change|reduction|regain)\b)"
        r"|duration of (?:symptoms|pain|disease|illness))\b"
        r"|\b(?:were|was) (?:female|male|women|men|girls|boys|white|black|hispanic|asian)\b",
        TELLS_EFFECT,
        "tells who they were",
        "The mean age was 54 years, and 60% were women.",
    ),
    WordRule(
        cues(
            "defined regarded considered taken scored rated graded measured scores score scales scale minimal minimally"
        ),
        r"\b(?:is|are|was|were) (?:defined|regarded|considered|taken|scored|rated|graded|measured)"
        r" (?:as|on|by|with|from)\b|\b(?:scores?|scales?) (?:ranges?|ranged|ranging) from\b"
        r"|\b(?:higher|lower) scores? (?:indicat|reflect|mean)\w*"
        r"|\bminimal(?:ly)? (?:clinically )?important (?:difference|change) (?:is|was|of|for)\b",
        TELLS_EFFECT,
        "tells how something is measured",
        "Scores range from 0 to 100.",
    ),
    WordRule(
        cues(
            "further future additional larger longer more awaited planned under underway ongoing needed warranted hope"
            " expect plan intend believe hoped remain remains expected promise will"
        ),
        r"\b(?:further|future|additional|larger|longer|more) (?:\w+ )?(?:research|stud(?:y|ies)|trials?|work"
        r"|investigations?)\b(?! (?:found|showed|reported|confirmed|saw|gave|compared|had)\b)|\b(?:is|are)"
        r" (?:awaited|planned|under ?way|ongoing|needed|warranted)\b"
        r"|\bwe (?:hope|expect|plan|intend|believe)\b|\bit is hoped\b|\bremains? to be (?:seen|determined|established"
        r"|shown|proven)\b|\b(?:is|are) expected to\b|\bwill (?:help|show|tell"
        r"|determine|clarify|inform|provide)\b",
        TELLS_EFFECT,
        "tells what is hoped for",
        "It is hoped that zinc will help many people.",
    ),
)

TELLS_NO_EFFECT: tuple[WordRule, ...] = (*_WITHOUT_A_WORD_OF_EFFECT, *TELLS_OTHER_THAN_EFFECT)
"""All of them."""
