"""What stands before a sentence and says what it speaks of: an arm's label, a part of the people, a time, a unit.

"Doses are in micrograms. The best results were had with 250 a day." Nothing in the second sentence shows that it needs
the first. What announces others has no finding of its own: it tells an analysis, a time, a species, what the arms had,
or what the lines after it are.

How the rows are meant to be read, so that two readers agree: the sentence before, in the same section, travels along
where

- a row of `RULES_WHAT_FOLLOWS` holds for it as `word_rules` says, and `aside_rules.SPEAKS_FOR_ITSELF`, read without
  regard to capitals, is not found in it, nor a line's end;
- it ends with a colon; or
- it is a label: of at most `LABEL_WORDS` words, with a letter in it and without what `NO_LABEL` finds in it, and of at
  most `ANSWER_WORDS` words, or found by `NO_SENTENCE`, or without what `SAYS_SOMETHING` finds in what is left of it
  before `NAMES_FURTHER`, and `SAYS_AFTER_ALL` after that; none is a whole sentence of two words and more that orders
  (`surrounding_rules.ASKS`, `asking_rules.OPENS_WITH_A_VERB`); or
- it breaks off: `BREAKS_OFF` is found at its end, and the row begins in another line; it is neither an item
  (`surrounding_rules.NEXT_ITEM`) nor several lines, and `NO_LABEL` is not found in it where it has no more than
  `LABEL_WORDS` words.

A finding travels with the one before it, too, where that has at most `SCENE_WORDS` words, `SETS_THE_SCENE` is found in
it and neither `TELLS_AN_EFFECT` nor `aside_rules.SPEAKS_FOR_ITSELF` is: it names people, arms, times, measures or how
the study was run, and no finding of its own. A finding of at most `BARE_WORDS` words travels with such a sentence
whatever it names: so short a one does not say whom it compares. Within a line, one of at most `SCENE_WORDS` words in
which `COUNTS_OR_COMPARES` is not found travels too, unless `making_rules` fit it: it found nothing itself, so it tells
how something was found. A sentence that has no words but those of
`OF_THE_STUDY`, `surrounding_rules.GENERAL_WORDS` and `COMMON_WORDS` names nothing, nor does one of at most
`LABEL_WORDS` words in which `NO_LABEL` is found. None of them can backtrack.
"""

from quoth.model.word_rules import WordRule, cues

__all__ = [
    "ANSWER_WORDS",
    "BARE_WORDS",
    "BREAKS_OFF",
    "COUNTS_OR_COMPARES",
    "LABEL_WORDS",
    "NAMES_FURTHER",
    "NO_LABEL",
    "NO_SENTENCE",
    "OF_THE_STUDY",
    "RULES_WHAT_FOLLOWS",
    "SAYS_AFTER_ALL",
    "SAYS_SOMETHING",
    "SCENE_WORDS",
    "SETS_THE_SCENE",
    "TELLS_AN_EFFECT",
]

LABEL_WORDS = 8
ANSWER_WORDS = 3
"""So few say nothing by themselves, verb or no verb: "So it is.", "Rejected.", "Not met"."""
BREAKS_OFF = r"(?<![.!?;:)\]\"”’*†‡§])\s*\Z"
"""A line that ends without a mark goes on in the next: "No child under two should"."""
NO_SENTENCE = (
    r"\A\W*(?:(?!\w*ceed\b)\w{3,}ed|where|wherever|when|whenever|if|unless|while|until|because|since|although|provided)"
    r"\b[^,;]*\Z"
)
"""What has no subject, or is a clause of another sentence: "Vetoed by two of us.", "Where no vaccine is to be had."."""
NAMES_FURTHER = r"\b(?:who|that|which|whose|where|before|after|when|while|without|given|with|not|in|on|at)\b"
"""Where what a label names is told further, in which a verb may stand: "Mothers who bottle-fed"."""
SAYS_AFTER_ALL = r"\b(?:is|are|was|were|can|may|should|must|will|has|have)\b"
"""What is told further has a verb of the whole sentence: "Pain that lasts is common"."""
SAYS_SOMETHING = (
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|would|shall|should|must|met"
    r"|fell|rose|grew|got|gave|found|saw|took|went|came|became|lost|led|made|held|kept|left|ran|began|felt|stood|won"
    r"|stayed|need|needs|helps?|works?|occurs?|remains?|shows?|offer|give|use|take|avoid|consider|see|treat|start|stop"
    r"|(?!un)\w{3,}ed)\b"
)
"""A verb: what has one is no label, it says something."""
NO_LABEL = (
    r"\b(?:levels?|grades?|class|evidence|recommendations?|strong|weak|conditional|strength|quality|certainty|consensus"
    r"|good practice|et al|doi|table|figure|fig|appendix)\b|^\W*[A-Z]?\d[\d.]*\W*$|\?\W*$|[\"“”]|^\W*[•‣▪·–—-]|\n"
)
"""A grade or a pointer, which belongs to what stands before it, a bare number, a question, items or several lines."""
SCENE_WORDS = 25
BARE_WORDS = 20
OF_THE_STUDY = cues(
    "study studies trial trials work project experiment survey it we be been being has have now all data over finished"
    " complete completed done ended ending closed end ends final finally last here above reported given shown"
)
"""Words of a sentence that says no more than that there was a study: "The study is over."."""
SETS_THE_SCENE = (
    r"\b(?:patients?|participants?|people|women|men|children|mothers|adults|subjects|those|anyone|nobody|everyone"
    r"|volunteers?"
    r"|controls?|placebo|sham|dummy|arms?|groups?|cohorts?|parts?|periods?|phases?|stages?|scales?|scores?|units?"
    r"|axis|axes"
    r"|percentages?|numbers?|figures?|brackets?|models?|simulat\w+|assum\w+|protocol|dos(?:e|es|ing|age)|drugs?"
    r"|tablets?|pumps?"
    r"|devices?|surgeons?|readers?|assessors?|raters?|sponsor|company|follow-?up|telephone|outcomes?|endpoints?"
    r"|cut-?offs?"
    r"|thresholds?|comparators?|cent(?:re|er)s?|sites?|trials|pilot|laborator\w+|recruit\w+|blind\w*|mask\w*|missing"
    r"|allocat\w*|randomi[sz]\w*|analys\w+|data|estimates?|adjust\w*|washout|run-?in|baseline|start|registry|memory"
    r"|diar(?:y|ies)|questionnaires?|tests?|measure\w*)\b"
)
"""People, arms, times, measures, and how a study was run."""
TELLS_AN_EFFECT = (
    r"\b(?:lower|higher|fewer|less|more|greater|better|longer|shorter|improv\w*|reduc\w*|increas\w*|decreas\w*"
    r"|similar\w*"
    r"|differ\w*|comparable|than|effects?|associat\w*|fell|rose|dropped|gained|lost|died|deaths?|mortality|relaps\w*"
    r"|recurr\w*"
    r"|heal\w*|cured?|surviv\w*|respon(?:ded|se|ders)|remission|events?|adverse|pain|complication\w*|infect\w*|found"
    r"|showed|shown"
    r"|revealed|demonstrated|detected|observed|reported|seen|occurred|achieved|resulted|reached|had|rare\w*"
    r"|common\w*|frequent\w*|unchanged|stable|tolerat\w*|affect\w*|influenc\w*)\b|%|\d/\d|\d\.\d"
)
"""What a sentence with a finding of its own says."""

COUNTS_OR_COMPARES = (
    r"\b(?:higher|lower|more|less|fewer|greater|larger|smaller|longer|shorter|improv\w+|reduc\w+|increas\w+"
    r"|decreas\w+|signific\w+|differ\w*|associat\w+|better|worse|effect\w*|similar\w*|respectively|compared|rare\w*"
    r"|common|frequent|tolerat\w+|unchanged|stable|comparable|fell|rose|dropped|gained|healed|recovered)\b|\d"
)
"""A number, a comparison or an outcome: a sentence without any, before a finding in its line, found nothing itself."""
_NOTHING = r"(?!)"
_PART = (
    r"(?:only|alone|completers?|completed|finished|per[- ]protocol|as[- ]treated|interim|preliminary"
    r"|first (?:period|phase|part|half)|sub-?(?:group|set|sample)s?|those (?:who|with|in)|(?:women|men|children"
    r"|adults|patients|people|participants) (?:who|with|in|under|over|aged)|responders|adherent)"
)
_AN_EFFECT = (
    r"\b(?:lower|higher|fewer|less|more|greater|better|worse|longer|shorter|improv\w*|reduc\w*|increas\w*|decreas\w*"
    r"|differ\w*|similar\w*|comparable|than|effect|associat\w*)\b|%"
)
RULES_WHAT_FOLLOWS: tuple[WordRule, ...] = (
    WordRule(
        cues(
            "analysis analyses results result figures data outcomes outcome comparisons numbers findings effects"
            " percentages report present give show describe following below follows"
        ),
        r"^\W*(?:[A-Z]{4,}: )?(?:all |the |these |our |both |further |following )*(?:\w+ )?(?:analys[ei]s|results?"
        r"|figures?|data|outcomes?|comparisons?|numbers?|findings|effects?|percentages?"
        r"|following)\b[^;]{0,40}?\b(?:limited|restricted|confined"
        rf"|(?:are|is|was|were) (?:given |shown |reported |told |presented |of |for |from |on |those |based on |in "
        rf"|made )+)[^;]{{0,40}}?\b{_PART}\b|\bwe (?:here )?(?:report|present|give|show"
        rf"|describe) (?:here )?[^;]{{0,50}}?\b{_PART}\b|\b(?:what follows|the following"
        rf"|below)\b[^;]{{0,60}}?\b{_PART}\b",
        r"%",
        "says whom the sentences after it speak of",
        "The results below are for women who completed the course.",
    ),
    WordRule(
        cues(
            "looked took considered turned restricted confined limited left excluded omitted dropped moved chose"
            " analysed analyzed repeated post next following further doses values units figures numbers costs prices"
            " scores rates results percentages amounts sums"
        ),
        r"\bwe (?:then |next |also |here |now )?(?:looked (?:only )?at|took|considered only|turned to|restricted"
        r"|confined|limited|left out|excluded|omitted|dropped|moved|chose|re-?analy[sz]ed|repeated)\b|"
        r"^\W*(?:[A-Z]{4,20}: )?post[- ]?hoc\b"
        r"|^\W*(?:[A-Z]{4,20}: )?(?:the |all |these |our )*(?:next|following|further) (?:\w+ ){0,2}?(?:are|is|were"
        r"|was|leaves?|excludes?"
        r"|omits?|refers?|relates?|covers?|comes?|speaks?|counts?)\b|^\W*(?:[A-Z]{4,20}: )?(?:the |all |these "
        r"|our )*(?:doses|values|units"
        r"|figures|numbers|costs|prices|scores|rates|results|percentages|amounts|sums) (?:here |below )?(?:are|were|is"
        r"|leave|exclude|refer|relate|cover|come)\b",
        rf"{_AN_EFFECT}",
        "says what the sentences after it count, and in which unit",
        "Doses are in micrograms.",
    ),
    WordRule(
        cues(
            "run wash washout lead open first second third initial extension blind phase period baseline pilot"
            " uncontrolled season winter summer"
        ),
        r"^\W*(?:[A-Z]{4,20}: )?(?:during|in|at|after|for|throughout) (?:the |its |an? )?(?:run-?in|wash-?out"
        r"|lead-?in|open|first|second"
        r"|third|initial|extension|double-blind|last|pilot)\b|\b(?:open(?:[- ]label)?|extension|run-?in|wash-?out"
        r"|uncontrolled|pilot) (?:phase|period|extension|part|stage|study)\b|^\W*(?:[A-Z]{4,20}: )?(?:the "
        r"|an? )?(?:open[- ]label |open )?extension (?:had|was|ran|lasted)\b",
        rf"{_AN_EFFECT}",
        "says of which time the sentences after it speak",
        "The open extension had no control.",
    ),
    WordRule(
        cues(
            "rat rats mouse mice rabbit rabbits dog dogs cat cats pig pigs monkey monkeys sheep cell cells dish vitro"
            " vivo cadaver cadavers tissue animal animals volunteers model"
        ),
        r"\b(?:rats?|mouse|mice|rabbits?|dogs?|cats?|pigs?|monkeys?|sheep|cells?|dish|in vitro|ex vivo|cadavers?"
        r"|animals?|animal models?|volunteers|healthy (?:men|women|adults|people))\b",
        rf"{_AN_EFFECT}|\bcell (?:cancer|carcinoma|disease|count|lung|arteritis)",
        "says on what the sentences after it were found",
        "A model of arthritis in dogs was used.",
    ),
    WordRule(
        cues("all both half controls control comparison other placebo sham everyone everybody each arm group one"),
        r"^\W*(?:[A-Z]{4,20}: )?(?:all|both|half|controls?|the (?:control|comparison|other|placebo|sham|active)s?"
        r"|everyone|everybody|each"
        r"|one (?:group|arm))\b[^;]{0,60}?\b(?:had|got|took|received|kept|stayed|wore|used|(?:was|were) (?:given|told"
        r"|asked|offered|treated|taught|allowed|left|sent|put|in|on))\b",
        rf"{_AN_EFFECT}|\b(?:completed|adverse|pain|died|events?)\b",
        "says what the arms had of which the sentences after it speak",
        "Controls were told to stay in bed.",
    ),
    WordRule(
        cues(
            "following next follows below section part paragraph chapter page list table lines rules here hereafter"
            " until again thus wording wordings proposal proposals draft sentence sentences"
        ),
        r"^\W*(?:[A-Z]{4,20}: )?(?:(?:the|these|this|our) (?:following|next|rest)|what follows|below|(?:this"
        r"|the next) (?:section|part"
        r"|paragraph|chapter|page|list|table|advice|wording|sentence)|these (?:rules|lines|recommendations|doses"
        r"|sentences|words)|from here on|hereafter|until further notice)\b|\b(?:as follows|like this|this way|in these"
        r" words)\W*$|\b(?:wording|proposal|draft|sentence)s?\b[^;]{0,60}\b(?:rejected|withdrawn|voted|lost|refused"
        r"|earlier|former|old|dropped|discarded)\b",
        r"\b(?:should|recommend\w*|suggest\w*|see|written|prepared|edited|compiled|revised|updated|reviewed|printed"
        r"|published)\b",  # who made a chapter, and when, says nothing of what it says
        "says what the sentences after it are",
        "The next paragraph is for units without a surgeon.",
    ),
    WordRule(
        cues("meant defined counted taken differed"),
        r"\b(?:meant|(?:was|were) (?:defined|counted|taken) as)\b|\bdiffered in (?:colou?r|taste|shape|size"
        r"|smell|look)",
        _NOTHING,
        "says what was counted in the sentences after it, or by what the arms were known",
        "Relapse meant a stay in hospital.",
    ),
    WordRule(
        cues("only just merely"),
        r"\b(?:only|just|merely) (?:\w+ )?(?:\d+|half|a (?:third|quarter|fifth|few|handful)|one|two|three|four|five"
        r"|six|seven|eight|nine|ten)\b[^;]{0,60}?\b(?:remained|returned|came back|completed|finished|answered"
        r"|stayed|were left|were (?:analy[sz]ed|assessed|followed|seen|reached)|could be (?:analy[sz]ed|assessed"
        r"|reached|followed)|gave)\b",
        _NOTHING,
        "says how few the sentences after it speak of",
        "Only 40 of the 200 came back for the last visit.",
    ),
)
