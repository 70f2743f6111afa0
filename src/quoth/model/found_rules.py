"""What a sentence has to be in order to be shown as found: a figure or a past told of a group, not of anything else.

A result tells what was measured in a group, and says so in the past, with a figure, or in words of reporting. Sentences
among results that do neither are captions, one person's words, how something works, how studies were looked for, and
what was made of them.

How the rows are meant to be read, so that two readers agree:

- A sentence with a statistic (`STATISTIC`) is not read further.
- `AT_ITS_HEAD` are tried at the first character of a sentence after opening brackets and a heading such as "RESULTS: ",
  `ANYWHERE` anywhere in it. The first that fits, and whose `unless` is not found in the sentence, says what it is. So
  are `RESULTS_AT_THEIR_HEAD` and `RESULTS_ANYWHERE`, in results alone: a conclusion may judge and suppose.
- A result, unlike a conclusion, in which `TOLD` is not found states what is so in general, and nothing that was found.
- All are read without regard to capitals. None of them can backtrack at length.
"""

from dataclasses import dataclass

__all__ = [
    "ANYWHERE",
    "AT_ITS_HEAD",
    "IN_GENERAL",
    "RESULTS_ANYWHERE",
    "RESULTS_AT_THEIR_HEAD",
    "STATISTIC",
    "TOLD",
    "FoundRule",
]


@dataclass(frozen=True, slots=True)
class FoundRule:
    """What a sentence is instead of a finding, and how that shows."""

    pattern: str
    told: str
    unless: str = r"(?!)"


STATISTIC = (
    r"\bp ?(?:<|>|=|≤|≥|&lt;|value)|\bsignifican(?:t|tly|ce)\b|\b9[059] ?% ?-?(?:c\.?i|confidence)|\b(?:odds|hazard"
    r"|risk|rate) ratios?\b|\brelative risks?\b|\b(?:OR|RR|HR|MD|SMD|WMD) ?[=:,]? ?-?\d|±|\brespectively\b|\bi2\b|\bi²"
)

_SIZE = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:[- ]\w+)?|no|few|several"
    r"|many|most)"
)
_EFFECT = (
    r"\b(?:lower|higher|fewer|less|more|better|worse|greater|smaller|shorter|longer|faster|earlier|sooner)"
    r" (?:[\w-]+ ){0,6}?"
    r"(?:than|in the|with)\b|\b(?:improved|reduced|increased|decreased|fell|rose|differed)\b(?! (?:\w+ )?(?:were"
    r"|was|had|are))"
)
_DISPLAY = (
    r"(?:figures?|figs?\.?|tables?|box(?:es)?|panels?|legends?|append(?:ix|ices)|slides?|plates?|exhibits?|schemes?"
    r"|graphs?|charts?|bar charts?|diagrams?|flow ?charts?|flow diagrams?|images?|maps?|plots?|(?:forest|funnel|scatter"
    r"|box)[- ]?plots?|kaplan[-–]meier (?:curves?|plots?|estimates?)|photographs?|histograms?|nomograms?)"
)
_CAPTION = FoundRule(
    rf"(?:(?:see|the|a|an|our|online|supplement(?:ary|al)|supporting|additional|extended|web|central)"
    rf" ){{0,3}}{_DISPLAY}"
    r"(?:\b(?! ?(?:meal|tennis|salt|position)s?\b))(?: ?[a-z]?\d+[a-z]?| [a-z]\b|[.:,]| of\b| for\b| on\b| overleaf\b"
    r"| below\b| above\b| (?:shows?|gives?|lists?|presents?|displays?|summari[sz]es?|depicts?|illustrates?)\b)",
    "is the caption of a figure or table, or points to one",
)

_SAYS = (
    r"(?:said|says|told|tells|wrote|writes|recall(?:ed|s)|remark(?:ed|s)|describ(?:ed|es)|explain(?:ed|s)"
    r"|announc(?:ed|es)"
    r"|answer(?:ed|s)|comment(?:ed|s)|believ(?:ed|es)|felt|feels|thought|thinks|summed|put (?:it|that)|was"
    r" (?:certain|sure"
    r"|convinced|delighted|surprised)|had (?:it|never)|claim(?:ed|s)|admit(?:ted|s)|swore|insist(?:ed|s)|stated"
    r"|mentioned|confided|noted|reads?)"
)
_ONE = (
    r"(?:(?:one|an?|the (?:mother|father|wife|husband|daughter|son|parent|carer) of) (?!(?:total|majority|third|quarter"
    r"|half|group|number|proportion|minority|study|review|trial|meta|analysis|survey|cohort|further|subgroup|sub-?group"
    r"|panel|team|report|article|randomi[sz]ed|systematic|significant|recent|small|large|previous|second|few|lot)\b)"
    r"(?:[\w'’,-]+ ){0,5}?)"
)
_ONE_VOICE = FoundRule(
    rf"{_ONE}{_SAYS}\b|(?:as|to|for|in the words of|according to|asked [^,;]{{1,40}}, )(?: ?(?:one|an?))"
    rf" (?:[\w'’-]+ ){{1,6}}?"
    rf"(?:{_SAYS}|[\"“,]|was|it)|(?:in the words of|according to) (?:one|an?|her|his) |asked (?:about|how|whether)"
    rf" [^;.]{{1,60}}, {_ONE}|the mother of|to one of|one of (?:the|our|them|those)\b[^;.]{{0,40}}?\b{_SAYS}\b",
    "is what one person says",
    r"\b(?:study|trial|analys[ei]s|review)\b",
)
_QUOTED = FoundRule(
    rf"[\"“][^\"”]{{0,300}}\b(?:I|my|me|I['’](?:ve|m)|us|our)\b[^\"”]{{0,300}}[\"”]|[!?,.][\"”],? (?:{_SAYS}|as)\b"
    rf"|[\"”],? (?:(?:as )?(?:one|an?|her|his) [\w' -]{{1,40}}? {_SAYS}|{_SAYS} (?:one|an?)\b|according to (?:one"
    rf"|an?)\b"
    r"|was (?:a|one) (?:typical|frequent|common))|\b(?:told|informed) (?:us|the (?:interviewer|investigators?|team"
    r"|nurse))\b",
    "is what one person says",
)

_LITERATURE = (
    r"(?:studies|trials|rcts|reviews|meta-?analyses|articles|papers|abstracts|publications|reports|cohorts|full texts"
    r"|citations?|records|references|duplicates|titles|authors of \w+ trials|study authors|reviewers|registers|searches"
    r"|search(?:ing)?|hand[- ]?searching|databases?|language limits|trial registers|case reports)"
)
_BEFORE_IT = (
    r"(?:(?!(?:was|were|is|are|in|holds?|held|counts?|with|to|by|from|than|had|has|have|that|who|which|patients"
    r"|we|our|this|these|methods|findings|results)\b)[\w,'’-]+ ){0,5}?"
)
_REPORT = (
    r"(?:show(?:s|ed|n)?|found|finds?|report(?:s|ed)?|demonstrat(?:es?|ed)|suggest(?:s|ed)?|indicat(?:es?|ed)"
    r"|reveal(?:s|ed)?"
    r"|provid(?:es?|ed)|favou?r(?:s|ed)?|observ(?:es?|ed)|support(?:s|ed)?|confirm(?:s|ed)?|detect(?:s|ed)?"
    r"|not(?:es?|ed)|conclud(?:es?|ed)|did not|gave|put|saw|c(?:o|a)mes? to|points?|pools?|contribut(?:es?|ed)"
    r"|had (?:lower|higher|fewer|more|less|similar|no)|achiev(?:es?|ed)"
    r"|resulted|led|reduc(?:es?|ed)|improv(?:es?|ed)|increas(?:es?|ed)|decreas(?:es?|ed)|yielded (?:a|an|similar|no"
    r"|mixed))"
)
_YIELD = FoundRule(
    rf"(?:(?:we|our (?:literature )?search(?:es)?|the search(?:es)?) (?:[\w-]+ ){{0,2}}?(?:found|identified"
    rf"|retrieved|included"
    rf"|retained|located|selected|screened|turned up|gave|yielded) (?:only )?{_BEFORE_IT}{_LITERATURE}\b"
    rf"|(?:of|from|among) (?:the |these )?{_SIZE}[\d,]* {_BEFORE_IT}{_LITERATURE}\b"
    rf"|(?!this\b|our\b|the present\b|in\b){_BEFORE_IT}{_LITERATURE}\b(?! (?:(?:of|on|in|with|comparing|from|using"
    rf"|evaluating"
    rf"|involving|that compared|examining|assessing|reporting on) [^,;:]{{1,90}}?)?(?:also |all |consistently "
    rf"|clearly |each |have |has )?{_REPORT}\b))",
    "tells which studies there were, and of no effect",
    rf"{_EFFECT}|\b(?:did|fared|worked|went) (?:\w+ )?(?:better|worse)\b|\b(?:pooled|meta-?analysis|overall effect)\b"
    r"|\b(?:prevent(?:s|ed)|favou?r(?:s|ed)?|agree that|beat|cure[ds]|heal(?:s|ed)|lower(?:s|ed))\b",
)

_JUDGED_THING = (
    r"(?:evidence|certainty|confidence in|(?:methodological|study|trial) quality|quality of (?:the )?(?:\w+"
    r" )?(?:evidence|trials"
    r"|studies|reviews)|risk of bias|publication bias|heterogeneity|inconsistency|imprecision|indirectness|blinding"
    r"|funding|funnel plots?|trustworthiness|conflicts of interest)"
)
_JUDGED = FoundRule(
    rf"(?!there (?:is|was)\b|we found\b|(?:high|moderate|low|very low|limited|strong|weak|good|some|no"
    rf"|insufficient)\b[\w -]{{0,30}}evidence (?:suggests|showed|shows|indicates|that|of|for)\b)(?:[\w'’-]+"
    rf" ){{0,4}}?{_JUDGED_THING}\b[^,;]{{0,90}}?"
    r"\b(?:is|was|were|are|has|had|could|be|met|came|rated|judged|downgraded|graded)\b",
    "tells how evidence was judged",
    rf"{_EFFECT}|\b(?:show(?:s|ed)?|suggest(?:s|ed)?|indicat(?:es|ed)|associated)\b|\bevidence (?:[\w-]+"
    rf" )?of\b[^;]{{0,120}}"
    r"\b(?:found|present|observed|seen|reported|detected)\b",
)
_WEIGHED = FoundRule(
    r"\b(?:was|were|is|are|been) (?:\w+ )?(?:judged(?! (?:rightly|wrongly|correctly|right|wrong)\b)|(?:deemed"
    r"|classed)(?! (?:as )?(?:un)?(?:related|likely|coincidental|serious|safe|attributable|severe|mild)\b)"
    r"|ranked(?! (?:as )?(?:the )?(?:best|first|second|third|highest|lowest|worst|top|most|least|above"
    r"|below)\b)|voted|downgraded|upgraded|rated (?:down|up|as|moderate"
    r"|(?:high|low)(?! risk\b)|critical|important)|given (?:\w+ ){0,3}?weight|considered (?:\w+ )?(?:important|critical"
    r"|trustworthy|plausible)"
    r"|checked by|called (?:\w+ )?(?:moderate|low|high))\b|\bof (?:critical|crucial) importance\b|\bgave (?:\w+"
    r" ){0,3}?weight to\b"
    r"|\b(?:critical|important) outcomes?\b|\bconflicts? of interest\b|\bpublication bias\b|\bmore often published\b",
    "tells how it was weighed",
)

_SUPPOSED = FoundRule(
    r"(?<!who )\bwould (?:have |be |be expected |also )?[a-z]+\b|\b(?:could|might) (?:spare|save|prevent|avert|avoid|be"
    r" (?:saved|avoided"
    r"|averted|prevented|spared))\b|\bwill have \w+|\b(?:project|forecast|extrapolat)(?:s|ed|ing)\b|\b(?:is|are|was"
    r"|were) predicted to\b|\bmodell?ed (?:\w+ )?(?:was|were|survival|effects?|costs?)\b|\b(?:simulations?|models?"
    r"|decision tree"
    r"|equation|extrapolation|projection)\b[^.;]{0,40}?\b(?:gives?|puts?|favou?rs?|gained|lived|yields?|forecasts?"
    r"|projects?"
    r"|predicts? (?:a|an|that|\d))\b|\bsimulated (?:patients|cohort|population)|\b(?:in|under|by) (?:the|a|our|\w+)"
    r" (?:simulation|scenario|assumptions?)\b|\bassuming\b|\bcomputed for a\b",
    "tells what would be so",
    r"\bwould (?:have (?:liked|preferred|wanted)|use|recommend|prefer|like|choose|not)\b"
    r"|\bwould\b[^.;]{0,60}?\bagain\b",
)

AT_ITS_HEAD: tuple[FoundRule, ...] = (_CAPTION, _ONE_VOICE, _YIELD)
ANYWHERE: tuple[FoundRule, ...] = (_QUOTED,)
RESULTS_AT_THEIR_HEAD: tuple[FoundRule, ...] = (_JUDGED,)
RESULTS_ANYWHERE: tuple[FoundRule, ...] = (_WEIGHED, _SUPPOSED)

TOLD = (
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|most|all) (?:in|out of|of) (?:\w+)\b"
    r"|\b(?:was|were|had|did|fell|rose|grew|got|gave|found|saw|took|went|came|became|lost|led|made|held|kept|met"
    r"|left|ran"
    r"|began|felt|bore|broke|spent|slept|stood|won|underwent|arose|beat|cut|shrank|struck|caught|drove|threw|sank"
    r"|bought|chose|wore|sought|brought|sent|woke|half|third|quarter|cost (?:less|more)|told|foretold|knew|meant"
    r"|thought|taught|fed"
    r"|bound|lay|lain|let|put|hid|rang|sprang|understood|misunderstood|undertook|mistook|shone|shrank|stuck"
    r"|forbade|knelt"
    r"|slid|spun|strove|wound up|wrung|bled|bred|sped|fled|wept|swept|crept|leapt|dealt|dreamt|learnt|burnt"
    r"|spelt|spoke|wrote|rode|drank|sang|swam"
    r"|ate|forgot|forgave|hung|stung|swung|clung|stuck|dug|lent|bent|built|paid|laid|said|sold|shot|sat|spat|lit"
    r"|shook|withstood|overcame|withdrew|drew|flew|blew"
    r"|fought|tore|swore|froze|stole|(?:has|have) (?:been|become|\w+ed|\w+en)|cheaper"
    r"|dearer|costlier|(?:liv|last|sleep|stay|walk|surviv)\w* (?:longer|shorter|better|worse|sooner"
    r"|more|less))\b|\bthe (?:more|fewer|less|\w{3,}er)\b[^,;]{0,60}, the (?:more|fewer|less|better|worse|\w{3,}er)\b"
    r"|(?<!\b(?:the|its|our|own|new) )(?<!\b(?:an|of) )(?<!\ba )\b[a-z]{2,}ed\b"
    r"|\b(?:agree|points? (?:the|to|in|at)\b|come to|show|find|report|demonstrat|suggest|indicat|reveal|appear"
    r"|seem|remain|support|confirm|associat|correlat|differ"
    r"|probabl|likel|may\b|might|can\b|could|evidence|compar|effective|superior|inferior|equivalent|similar|safe\b"
    r"|tolerat|benefi|efficac|no (?:\w+ )?(?:effect|difference|change|benefit)|more than|less than|result|conclu|trial"
    r"|stud(?:y|ies)"
    r"|versus|vs\b|than\b|patients|participants|group|adverse|reduces?\b|improves?\b|increases?\b|decreases?\b"
    r"|lowers?\b)\w*"
)
IN_GENERAL = "states what is so in general, and nothing that was found"
