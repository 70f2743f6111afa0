"""Sentences that tell no effect whatever they compare: of the time before treatment, of meanings, of conduct, of hopes.

`no_effect_rules` asks for a sentence without a word of effect. That is not enough: "at entry, pain was lower in the
taping group" compares, and tells nothing that taping did. What decides is what the main clause speaks of:

- a time before anything was done, and no later one;
- what a measure means, a word was taken to mean, or a scale runs over;
- how people came into the study and through it, or how it was run;
- what has not happened: wishes, promises, and what would be so if something else were.

The rows are read as those of `no_effect_rules`.
"""

from quoth.model.word_rules import WordRule, cues

__all__ = ["TELLS_OTHER_THAN_EFFECT"]


_STATISTICS = r"\bp ?(?:<|>|=|≤|≥|&lt;|value)|\bsignifican\w+|\b9[059] ?% ?-?(?:c\.?i|confidence)|\bodds\b|\bhazard"
_LATER = (
    r"\b(?:from|over|since|against|than|to|with) (?:the |their |its )?(?:\w+ ){0,3}?(?:baseline|pre-?\w+|(?:at"
    r"|those|before) (?:entry|baseline))\b|\bthan (?:at|before)\b|\bbaseline[- ](?:to|adjusted|corrected)\b"
    r"|\b(?:after|following|post)\b|\bpost-?\w+|\bfollow-?up\b|\b(?:at|by|within|until) (?:the )?(?:end|last|final"
    r"|discharge)\b|\b(?:at|by|within|in) (?!the )\w+[- ](?:hours?|days?|weeks?|months?|years?)\b|\b(?:weeks?"
    r"|months?|days?|years?) (?!0\b)(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)\b|\b(?:chang|improv|reduc|increas|decreas|declin|gain|predict|associat"
    r"|correlat|eas(?:ed|ing)|lessen|adjust|control|regardless|irrespective|independen|moderat|interact"
    r"|subsequen|develop|recur|surviv"
    r"|prevent|benefi|effect|efficac|respon|outcome|progress|deteriorat|worsen|relat|relaps|remained|became|resum"
    r"|later (?!allocated|assigned|given|got)|strat|influenc|depend|adverse|receiv|maintain|granted|belie[fv])\w*"
    r"|\b(?:fell|rose|dropped|died|deaths?|mortality|final|discharge|throughout|during (?!the (?:[\w-]+ )?run-?in))\b"
)
_OUTCOME = (
    rf"{_STATISTICS}|\b(?:reduc|improv|reliev|relief|mortality|died|death|surviv|effect|efficac|benefi|harm|toxic"
    rf"|relaps"
    r"|recurr|heal(?!th)|cure|remission|adverse|side[- ]effect|complicat|infect|fractur|bleed|stroke|pain|symptom"
    r"|score|quality of life|toler|safe|because of (?!lack)|due to|as a result|AEs?\b|reaction|intoler|associat"
    r"|predict|risk|progress|decreas|increas|pregnan|incidence|prevalence|sensitiv|specific|detect|diagnos|cost"
    r"|satisf|prefer|accept|feasib|positive|negative|respond(?!ents)|response(?! rate))\w*"
)

_BEFORE = WordRule(
    cues(
        "baseline pretreatment pre initial before prior entry enrolment enrollment inclusion randomisation"
        " randomization allocation outset admission presentation screening start joined began begin entered opened"
        " until week day run already"
    ),
    r"\b(?<!found )(?<!diagnosed )(?<!detected )(?:at|on|upon|by|before|prior to|preceding|until"
    r"|in the \w+ before) (?:the )?(?:time of |day of "
    r"|start of )?(?:the |their |his |her )?(?:study |trial |first |initial )?(?:baseline|entry|enroll?ment"
    r"|inclusion|admission|randomi[sz]ation|allocation|recruitment|outset|start|beginning|presentation"
    r"|screening(?: visit)?|first (?:visit|injection|dose|session|appointment)|week 0|day 0|treatment|therapy"
    r"|intervention|injection|dose|study|trial|visit)\b|\b(?:baseline|pre-?treatment|pre-?test|pre-?intervention"
    r"|entry) (?:[\w-]+ ){0,4}?(?:was|were|differed|favou?red|scores?|values?|levels?)\b"
    r"|(?<!of )\binitial (?:[\w-]+ ){0,2}?(?:scores?|values?|levels?|pain|severity|symptoms|distance|function"
    r"|weight|measurements?)\b|\bwhen (?:they|the (?:trial|study)|patients|participants|people) (?:joined|began"
    r"|entered|started|opened|were (?:enrolled|recruited))\b|\bto (?:begin|start) with\b|\b(?:began"
    r"|started) with (?:fewer|more|less|lower|higher|worse|better|\w+ly|similar|equal|the same)\b|\buntil then\b"
    r"|\brun-?in\b|\b(?:weeks?|days?|months?|years?) before (?:they|allocation|(?:the )?(?:trial|treatment)|he|she"
    r"|entry|inclusion|study)\b|\balready (?:[\w-]+ ){0,2}?(?:took|had|used|slept|smoked|exercised|were)\b",
    rf"{_LATER}",
    "tells how things stood before treatment, and of no later time",
    "At entry, pain was lower in the zinc group than in the placebo group.",
)
_ALIKE_AT_FIRST = WordRule(
    cues("alike balanced matched comparable similar baseline demographic demographics characteristics"),
    r"\b(?:groups?|arms?|cohorts?|they|samples?|participants|patients)\b[^;]{0,40}? (?:was"
    r"|were) (?:[\w-]+ )?(?:alike|balanced|matched|comparable|similar)\b[^;]{0,40}?\b(?:age|sex|gender"
    r"|demographics?|characteristics)\b|\bdemographic (?:and [\w-]+ )?(?:data|characteristics|variables|features)\b",
    r"\b(?:after|outcome|effect|improv|reduc|associat|predict|adjust|respon|surviv|mortality|risk)\w*",
    "tells that the groups were alike in who they were",
    "The groups were well balanced for age and sex.",
)

_THING = (
    r"(?:scores?|values?|points?|totals?|numbers?|ratios?|differences?|intervals?|scales?|index|indices|changes?"
    r"|fall|drop|rise|loss|gain|reduction|increase|decrease|improvement|margin|sizes?|risk|levels?|grades?|i2|i²"
    r"|treat|ratings?)"
)
_NAMED_STATE = (
    r"(?:success|responders?|response|recovery|remission|cure|relapses?|failure|adherence|abstinence|control"
    r"|compliance|improvement|severity|severe \w+|mild \w+|non-?inferiority|superiority|equivalence|completers?"
    r"|healing|recurrence|exacerbations?|flares?|disability|anaemia|anemia|hypertension|obesity|hypoglyc\w+)"
)
_MEANS = WordRule(
    cues(
        "mean means meant indicate indicates indicated stand stands stood denote denotes denoted represent"
        " represents represented signify signifies point points show shows favour favours favor favors correspond"
        " corresponds favoured favored"
    ),
    rf"^\W*(?:[A-Z][\w ]{{2,20}}: )?(?:by convention,? |on this \w+,? |here,? )?(?:an?|any|every|each|higher|lower"
    rf"|larger|smaller|more|fewer|positive|negative|the|scores|values|points|confidence|ratios|numbers"
    rf"|differences)\b[^;:]{{0,50}}?\b(?:{_THING}|{_NAMED_STATE}|\d+)\b[^;:]{{0,50}}?"
    r"\b(?:would )?(?:means|meant|mean (?:that|better|worse|more|less|poorer|an?)|indicates?|indicated|stands? for"
    r"|stood for|denotes?|denoted|represents?|represented|signif(?:y|ies)|points? to|shows? (?:that|better|worse"
    r"|more|less|a|greater)|favou?rs?|corresponds? to|(?:is|are) in favou?r of)\b",
    rf"{_STATISTICS}|\b(?:these|those|our|we|results?|findings?|data|evidence|analys[ei]s|studies|trials?|patients"
    r"|groups?|arms?|participants|points? (?:higher|lower|better|worse)|mean (?:\w+ ){1,3}?(?:was|were|of))\b",
    "tells what a measure means",
    "A fall of 30 points on this scale means that pain has halved.",
)
_COUNTED_AS = WordRule(
    cues(
        "held defined declared counted called termed regarded considered deemed taken meant classed classified"
        " judged required required makes make seen concluded captured reckoned equal least small large stood was"
        " were"
    ),
    rf"^\W*(?:[A-Z][\w ]{{2,20}}: )?(?:(?:clinical|treatment|good|full|complete|partial|severe|poor"
    rf"|lasting) )?{_NAMED_STATE} (?:meant|was (?:any|declared|counted|defined|taken|called|said|assumed"
    rf"|to be (?:concluded|claimed))"
    r"|were (?:people|those|patients|defined|counted|declared)|stood for|required|had to)\b"
    r"|^\W*an? (?:[\w-]+ ){0,4}?(?:of|below|above|under|over|within|change)\b[^;]{0,50}?\d[^;]{0,50}?\b(?:is|was"
    r"|were|are)? ?(?:usually |generally |often )?(?:held|deemed|regarded|considered|taken|called|termed|said"
    r"|reckoned|thought|counted|classed|classified|the least|seen|makes?|judged|small|large|moderate|trivial"
    r"|worth)\b|^\W*improvement of \d[^;]{0,60}? makes?\b|\bmargin (?:[\w-]+ ){0,9}?(?:was|is|of|were) (?:set|\d)"
    r"|\bto be (?:called|counted|classed|rated)(?: as)? \w+,|\b(?:we|authors) (?:called|defined|counted|classed"
    r"|classified|regarded|took)\b[^;]{0,80}?\b(?:as|when|if|once|lasting|\w+ed)\b|\b(?:minimal(?:ly)?"
    r"|minimum) (?:clinically )?(?:important|relevant) (?:difference|change)s? (?:is|was|were|has|had)\b|\b(?:is"
    r"|was|were|are) (?:defined|counted|declared|taken|captured|recorded|scored) (?:as|when|if|once|to mean|on a)\b",
    rf"{_STATISTICS}|\b(?:within|met|exceed\w*|below|inside|outside) (?:the|its|our|this) (?:[\w-]+ ){{0,2}}?margin\b"
    r"|\b\d+ of (?:the )?\d+\b|\b(?:in|by) \d+(?:\.\d+)? ?%|\bversus\b|\bvs\b|\bcompared (?:with|to)\b"
    r"|\b(?:in|with) (?:both|the \w+|all) groups?\b|\bin (?:all|most|none|half|both)\b|\b\d+(?:\.\d+)? ?% (?:were"
    r"|was|had|of (?:the |all )?(?:patients|participants|people|women|men|children|subjects|cases))\b",
    "tells what a word was taken to mean",
    "Recovery was declared when pain had been at 0 for two days.",
)
_SCALE = WordRule(
    cues("scale scales score scores index diary questionnaire questionnaires instrument instruments"),
    r"\b(?:scores?|scales?|index|diar(?:y|ies)|questionnaires?|instruments?)\b[^;]{0,40}?\b(?:runs?|ran|ranges?"
    r"|goes|spans?|had lines|consists? of|comprises?|contains?|has \d+ items|(?:is|was) (?:full|no|the worst))\b",
    rf"{_STATISTICS}|\b(?:groups?|arms?|patients|participants|median|mean|respectively|versus|vs|improv\w+|reduc\w+"
    rf"|across|by)\b",
    "tells what a scale runs over",
    "The score runs from 0 to 100.",
)

_PEOPLE = (
    r"(?:patients?|participants?|people|persons|individuals|subjects|women|men|adults|children|infants|mothers"
    r"|parents|families|adolescents|volunteers|runners|students|pupils|eyes|knees|cases|those|centres?|centers?"
    r"|clinics?|sites?|hospitals?|practices?|schools?|nurses|therapists|clinicians|letters|citations|titles|papers"
    r"|articles|records|abstracts|reports|studies|trials|interviews|questionnaires?|forms|households|physicians"
    r"|doctors|smokers)"
)
_TOOK_PART = WordRule(
    cues(
        "screened enrolled recruited randomised randomized allocated approached consent consented agreed declined"
        " refused excluded eligible invited enrolment enrollment recruitment entered participated part target"
        " criteria kept answered sample made ethnic mostly"
    ),
    rf"\b{_PEOPLE}\b[^;]{{0,60}}?(?<!who )(?<!that )\b(?:was|were|been) (?:[\w-]+ ){{0,2}}?(?:screened|enrolled"
    rf"|recruited|randomi[sz]ed|allocated|approached|excluded|invited|entered|included|kept|eligible)\b"
    rf"|\b{_PEOPLE}\b[^;]{{0,60}}?(?<!who )\b(?:consented|g[ai]ve consent|agreed to|participated|took part|answered"
    rf"|entered"
    r"|met (?:our|the (?:inclusion|eligibility|entry|selection)|all) (?:\w+ )?criteria)\b"
    rf"|\b{_PEOPLE}\b[^;]{{0,60}}?\b(?:declined|refused|screened,)"
    r"|\bwe (?:[\w-]+ )?(?:screened|enrolled|recruited|randomi[sz]ed|approached|invited|included|kept)\b"
    r"|\b(?:enroll?ment|recruitment|inclusion) (?:[\w-]+ ){0,2}?(?:ran|ended|stopped|began|started|was|took|lasted"
    r"|closed)\b|\bconsent was\b|\bthe (?:study )?sample (?:was|consisted|comprised|included)\b|\bmade up (?:of|\d)"
    r"|\bparticipants were (?:mostly|mainly|predominantly)\b|\bof those who took part\b",
    rf"{_OUTCOME}|\b(?:higher|lower|better|worse|fewer|less) (?:[\w-]+ ){{0,5}}?(?:than|in the)\b",
    "tells who came into the study",
    "Of 612 people screened, 240 were allocated, 119 to zinc and 121 to placebo.",
)
_STAYED = WordRule(
    cues(
        "questionnaires questionnaire returned back complete data follow followed completed attended sessions"
        " classes withdrawn withdrew dropped lost crossed analysed analyzed missing recorded transcribed left came"
        " loss attrition retention adherence compliance visits assessments diaries forms"
    ),
    r"\b(?:questionnaires?|forms?|diar(?:y|ies)|interviews?|recordings)\b[^;]{0,60}?\b(?:back|returned|complete"
    r"|missing|recorded|transcribed|received|given back)\b|\b(?:complete|outcome|follow-?up|primary outcome"
    r"|missing) data (?:[\w-]+ ){0,2}?(?:was|were|could|came|existed)\b|\b(?:median|mean|average|total|maximum"
    r"|minimum|longest) (?:duration of |length of |time of )?follow-?up\b|\bfollowed(?: up)? for (?:an? )?(?:mean"
    r"|median|average)\b|\b(?:loss|lost|losses) to follow-?up\b|\b(?:crossed over|dropped out|withdrew|withdrawn"
    r"|left the (?:trial|study)|lost contact)\b|\b(?:came to|attended|completed|missed)\b[^;]{0,40}?\b(?:sessions"
    r"|classes|visits|appointments|assessments|modules|programme|program|trial|study)\b|\b(?:adherence"
    r"|compliance) (?:[\w-]+ ){0,3}?(?:was|were) (?:checked|measured|assessed|monitored|recorded|counted)\b"
    r"|\b(?:attrition|retention|drop-?out) (?:rates? )?(?:was|were|came|reached)\b",
    rf"{_OUTCOME}",
    "tells who stayed in the study",
    "Questionnaires came back from 91% of the treated and from 78% of the others.",
)
_RUN = WordRule(
    cues(
        "blinding masking blind guess guessed guesses allocation search searches trained manual fidelity last"
        " titles read assessors protocol centre center pill interim"
    ),
    r"\b(?:blinding|masking)\b|\b(?:guess(?:ed|es)?|named) (?:their|the|right\w*) (?:\w+ )?(?:group|arm|treatment"
    r"|allocation)|\ballocation (?:[\w-]+ ){0,2}?(?:was|were) (?:\w+ )?(?:balanced|concealed|stratified|broken)\b"
    r"|\bsearch(?:es)? (?:[\w-]+ ){0,3}?(?:found|identified|yielded|retrieved|returned|gave|produced)\b|\b(?:read"
    r"|screened|assessed|retrieved|examined) in full\b|\b(?:had been|were|was) trained\b|\bthe (?:last"
    r"|first) (?:patient|participant|woman|child) (?:was|entered|came)\b|\b(?:one|two|three|four|a|\d+) (?:centres?"
    r"|centers?|practices?|sites?|clinics?) (?:left|withdrew|dropped|closed)\b",
    rf"{_OUTCOME}",
    "tells how the study was run",
    "The search found 1,904 titles, and 57 papers were read in full.",
)

_HAPPENED = (
    rf"{_STATISTICS}|\b(?:showed|shown|shows|suggests?|suggested|indicates?|indicated|provides?|confirms?|found"
    rf"|demonstrated|resulted"
    r"|was associated|were associated|for every|per (?:\d|hundred|thousand)|number needed|compared (?:with|to)"
    r"|(?:out )?of every)\b|\b(?:reduc|improv|increas|decreas|lower|prevent|reliev)ed\b(?! by \w+ing)"
)
_EXPECTED = WordRule(
    cues(
        "will shall expect expected expects anticipate anticipated hope hopes hoped hoping confident convinced"
        " trust promises promise prospect forward likely bound set going poised matter near potential possible day"
        " future foresee believe"
    ),
    r"(?<!cognitive )(?<!free )(?<!the )(?<!good )\b(?:will|shall) (?!to\b)\w|\b(?:we|authors|investigators"
    r"|i) (?:(?:are|remain) (?:confident|convinced|hopeful|optimistic|sure)|hope|expect|trust|anticipate|foresee"
    r"|look forward|have no doubt)\b|\b(?:can|could|may|might|would|is|are) (?:be |well be |to be )?(?:expected"
    r"|anticipated|hoped|foreseen|expect)\b|\b(?:is|are|seems?) (?:only )?(?:bound|poised|set|going|about"
    r"|likely) to\b|\bpromises? to\b|\b(?:every|good|real) prospect\b|\blook(?:ing)? forward\b|\ba matter of time\b"
    r"|\b(?:day|time) is near\b|\b(?:may|might|could|will) one day\b|\bha(?:s|ve) the potential to\b"
    r"|\bone would expect\b",
    rf"{_HAPPENED}|^\W*(?:[A-Z]{{4,}}: )?(?:most|many|some|half|about|one in|nearly|more than|few)\b"
    rf"|\b(?:clinicians?|doctors?"
    r"|physicians|practitioners|readers|policy\W?makers) will\b|\bwill (?:need|require|have to)\b",
    "tells what is expected and has not been seen",
    "With wider use, zinc will bring down the number of colds by a third.",
)
_IF_IT_WERE = WordRule(
    cues("would should had were if could"),
    r"(?<!who )\bwould (?!(?:appear|seem|suggest|indicate|choose|prefer|recommend|like|rather|be (?:willing"
    r"|mistaken|wrong|misleading|premature|of interest|needed|required)|have (?:chosen|preferred)|not )\b)\w"
    r"|\bshould (?:\w+ )?(?:bring|lead|result|reduce|improve|help|relieve|prevent|increase|decrease|provide|produce"
    r"|end|cure|ease|make|grow|spare|save|lower)\b|^\W*(?:had the|were (?:all|every|the|this)|if (?:every|all"
    r"|adopted|used|given|offered|these|this|it))\b|^\W*\w+ed (?:out |widely |nationally "
    r"|routinely )[^;]{0,40}?,[^;]{0,60}? could\b",
    rf"{_HAPPENED}|%|\bcost|\bwould (?:\w+ )?(?:recommend|choose|prefer|repeat|share|\w+ (?:[\w-]+ ){{0,4}}?again)"
    r"|\b(?:stat(?:ed|ing)|said|reported|felt|thought|willing|promising|effective|feasible)\b",
    "tells what would be so if something else were",
    "If every adult took zinc, colds would become rare.",
)

TELLS_OTHER_THAN_EFFECT: tuple[WordRule, ...] = (
    _BEFORE,
    _ALIKE_AT_FIRST,
    _MEANS,
    _COUNTED_AS,
    _SCALE,
    _TOOK_PART,
    _STAYED,
    _RUN,
    _EXPECTED,
    _IF_IT_WERE,
)
"""All of them."""
