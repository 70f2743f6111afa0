"""What stands in guidance beside its advice and reads like it: one table, read by evidence and checker each in its way.

A guideline also says what should be studied, how its use is to be measured, what it used to advise, what one of its
members would have preferred, what others advise and how an imagined patient would be treated. None of that is what it
advises.

How it is meant to be read, so that two readers agree: the patterns of `NO_ADVICE` are searched for in a sentence,
capitals not minded, and the first that fits says what it is. A sentence whose first clause names who advises
(`ADVISER`, its group "who" or "body") is advice of others where the name shares neither a capitalised word of four
letters and more nor its capitals with the issuer of the source, and either `OF_OTHERS` is found in it or `OURSELVES` is
not. Where nobody knows the issuer, a name with a capital is left in peace.
"""

from dataclasses import dataclass

__all__ = ["ADVISER", "NO_ADVICE", "OF_OTHERS", "OURSELVES", "AdviceRule"]


@dataclass(frozen=True, slots=True)
class AdviceRule:
    """A wording that is no advice of those who speak. Patterns are searched for, capitals not minded."""

    pattern: str
    told: str
    """What it is, for whoever reads why a row was refused."""


_STUDY = (
    r"(?:research|stud(?:y|ies)|trials?|(?:(?<=further )|(?<=future )|(?<=more )|(?<=scientific )|(?<=clinical ))"
    r"(?:investigation|evaluation)s?|investigators|researchers|registr(?:y|ies)|cohorts?|future work|more work)"
)
_STUDIES = r"(?:research|studies|trials|randomi[sz]ed trial|investigators|researchers|registr(?:y|ies)|cohorts)"
_TREATMENT = (
    r"(?:use|effects?|effectiveness|efficacy|dos(?:es?|ing|age)|role|value|benefits?|safety|waves|exercise|yoga"
    r"|coaching|agents|combinations?|duration|timing|schedules?|regimens?)"
)
_BODY = r"(?:panel|group|committee|task force|guideline|board|council)"
_MEMBER = (
    rf"(?:{_BODY} members?|members? of (?:the|our|this) (?:\w+ ){{0,3}}{_BODY}|panell?ists?|(?:guideline )?authors?"
    r"|experts?|(?<!family )members?|reviewers?|observers?|representatives?)"
)
_A_FEW = (
    r"(?:one|two|three|four|five|six|a few|several|some|an?|the (?:patient|lay|public|consumer)|a minority|minority"
    r"|individual|certain)"
)
_ADVISED = r"(?:recommend(?:ed|s)?|advised|advises|advice|suggested|concluded|endorsed|stated|told|said|guidance)"

_PLACE_IN_PRINT = (
    r"(?:NGC summar(?:y|ies)|(?:original|full|companion|current|complete) (?:guideline|document|summary)"
    r"|guideline documents?|fields?|appendix|appendices|tables? [A-Z\d]|figures? [A-Z\d]|box(?:es)? [A-Z\d]"
    r"|exhibits? [A-Z\d]|sections?|chapters?|web ?sites?|(?:medical )?treatment guidelines?"
    r"|(?:clinical )?practice guidelines?|[\"”] (?:above|below))"
)
_CARERS = (
    r"\b(?:specialists?|clinics?|\w+ologists?|physicians?|doctors?|surgeons?|therapists?|hospitals?|nurses?"
    r"|dietitians?|providers?|patients?|women|men|children|people|persons)\b"
)

NO_ADVICE: tuple[AdviceRule, ...] = (
    AdviceRule(
        rf"\b{_STUDY} (?:is|are|will be) (?:\w+ )?(?:needed|required|warranted|necessary|called for|desirable)\b"
        rf"|\b{_STUDIES} (?:is|are) (?:\w+ )?recommended\b|\b{_STUDY} (?:should|must|ought to|need(?:s)? to)\b"
        r"|\b(?:studies|trials|cohorts|registries) of (?:[\w-]+ ){1,4}(?:should|must) (?:be|compare|test)\b"
        rf"|\b(?:needs?|calls?) (?:for )?(?:more|further|additional|better|larger|longer)\b[^.;]{{0,60}}\b{_STUDY}\b"
        rf"|\b(?:should|must|needs? to|remains? to|ought to) be (?:\w+ )?(?:studied|investigated|explored|compared"
        rf"|tested|examined|evaluated|assessed|determined) (?:further|in (?:a |an |\w+ )*{_STUDY}|by {_STUDY})\b"
        r"|\b(?:should|must|needs? to) be (?:studied|explored|compared with|tested against|investigated(?! (?:for"
        r"|with|by|urgently|promptly|within|as|at|when|if|before|after)\b))\b"
        rf"|\b{_TREATMENT}\b(?: of (?:[\w-]+ ){{1,4}}| (?:[\w-]+ ){{0,4}})(?:should|needs? to) be (?:tested|evaluated"
        r"|examined|determined) (?:in|against)\b"
        rf"|\bpriorit(?:y|ies) for (?:future )?{_STUDY}\b|\bresearch (?:agenda|gaps?|priorit(?:y|ies)|questions?)\b"
        rf"|\brecommend(?:s|ed)? (?:that )?(?:future |further |more |an? )?(?:[\w-]+ ){{0,2}}?{_STUDIES}\b(?!"
        rf" (?:participation|of"
        r"|enroll?ment|medication|drug))|\brecommended (?:that )?(?:\w+ )?cohorts?\b|\bpriorit(?:y"
        r"|ies)\b[^.;]{0,40}\btrials?\b"
        r"|^priority areas?\b|\b(?:should|must) be (?:the |a )?(?:question|subject|aim) of\b|\band (?:count|measure"
        r"|report) (?:\w+ )?(?:attacks|falls|antibodies|its yield|outcomes|events)\b",
        "says what should be studied",
    ),
    AdviceRule(
        r"^(?:[\w()., -]{0,20}: )?(?:the )?(?:percentage|proportion|number|share|rate|fraction) of (?:\w+ ){0,4}?"
        r"(?:adults|patients|people|persons|women|men|children|infants|clinicians|visits|episodes|cases|records|those"
        r"|smokers)\b(?! (?:should|must|per)\b)|^(?:measure|standard|target|benchmark|indicator)\b[^.;:]{0,30}:"
        r"|\b(?:numerator|denominator|exception reporting|data item|quality statement \d|dashboard)\b"
        r"|^(?:the )?share of\b|^(?:the |an? )?(?:indicator|register|benchmark)\b|\baudit (?:standard|criteri(?:on"
        r"|a)|measures?)\b"
        r"|\b(?:performance|quality) (?:measures?|indicators?|metrics?|targets?) ?[:\d]|^(?:performance|compliance)"
        r" is\b|\b(?:from|in) the count\b|\bpoints? (?:is|are|if)\b[^.;]{0,30}(?:award|patient|antibiotic|given)?"
        r"|\b(?:paid|earns?) the bonus\b|^(?:an? )?(?:hospital|practice|clinic|unit)s? (?:passes|that treat|scores?)\b"
        r"|\bis (?:scored|measured) (?:on|by) (?:how many|the number|the share)\b",
        "is a measure of how the advice is followed",
    ),
    AdviceRule(
        r"\?\s*[\"”]?\s*$|^(?:(?:key|clinical|review|PICO|research) )?questions?\b ?(?:\d+|:|for)|^whether\b"
        r"|^(?:PICO|topic) \d|^(?:the )?(?:panel|group|committee) asked\b|: this was asked\b",
        "is a question that was put",
    ),
    AdviceRule(
        rf"\b{_A_FEW}(?: of)?(?: the| our| \w+)?(?: \w+){{0,2}}? {_MEMBER}\b[^.;]{{0,60}}\b(?:felt|favou?red|prefer\w*"
        r"|would|wished|wanted|held|believed|thought|argued|voted|disagreed?|dissent\w*|recommend\w*|advis\w*"
        r"|suggest\w*)\b"
        r"|\bdissent(?:ed|ing|s)?\b|\bminority (?:opinion|view|report|position|statement)s?\b|^an? minority\b"
        r"|\b(?:the )?motion\b[^.;]{0,60}\b(?:defeated|lost|rejected|fell)\b|\b(?:first|earlier|straw) vote\b"
        r"|\b(?:was|were) overruled\b|\brejected (?:wording|draft|text)\b|\b(?:earlier|first|previous|the) draft\b"
        r"|\b(?:in|during|from) (?:its |the |public )?(?:consultation|comments?|public|a"
        r" letter)\b[^.;]{0,60}\b(?:recommend"
        r"|propos|suggest|should)\w*|^comments from\b|\b(?:stakeholder|company|chair|sub-?committee|professor"
        r" [A-Z]\w*|(?:dr|prof)"
        r"\.? \w+)\b[^.;]{0,40}\b(?:recommend|propos|suggest|would)\w*|\b(?:did not accept|no consensus was|not agreed"
        r"|\w+ disagreed|against the others)\b|^some (?:on|of) (?:the|our) panel\b",
        "is the view of some who wrote it",
    ),
    AdviceRule(
        r"^(?:useful resources)?\W*in other (?:\w+ )?recommendation(?:s| statements?)\b"
        r"|\b(?:has|have) (?:also )?(?:made|issued|published|released) (?:\w+ ){0,2}?"
        r"(?:other|several|separate|additional|related) (?:\w+ )?recommendations? (?:statements? )?"
        r"(?:relevant|related|on|about|for|regarding|concerning)\b"
        r"|^other (?:\w+ ){0,2}recommendations? (?:statements? )?(?:relevant|related|are|can be found|include)\b"
        r"|^\W*(?:for [^.;,]{0,80}, )?(?:please )?(?:see|refer to|consult)(?: also)? (?!an? )"
        rf"(?:(?!{_CARERS})[^.;]){{0,160}}?\b{_PLACE_IN_PRINT}\b(?! (?:team|service|staff|programs?|clinic)\b)"
        r"|^in addition to (?:the |this )?(?:current |present )?(?:summary|guideline|document|statement)\b"
        r"|^the following (?:\w+ ){0,2}(?:summaries|guidelines|documents|companion documents|resources|materials|tools)"
        r" (?:are|is) available\b",
        "points to other recommendations",
    ),
    AdviceRule(
        r"^(?:for example|for instance|as an example),? (?:an? |consider |take |imagine |suppose )"
        r"(?:\w+ ){0,4}?(?:patient|man|woman|child|boy|girl|person|adult|infant|\d{1,3}[- ]year)"
        r"|^(?:\W|see )*(?:case|example|vignette|scenario|exercise|quiz) (?:\d+|[A-D])\b|^(?:case|example|vignette"
        r"|scenario|role play|template|quiz|test yourself|sample \w+|example \w+)\b ?[:.]"
        r"|^(?:suppose|imagine|for training|(?:for|as an) illustration)\b|\b(?:fictitious|mock|role play)\b"
        r"|\bin (?:the|this|our) (?:vignette|scenario|example|story|quiz)\b|\bin our example\b|\bin scenario \d"
        r"|^the vignette\b"
        r"|^the quiz\b|\b(?:model|wrong) answer (?:is|reads)\b|(?:^|, |\bconsider )(?-i:Mr|Mrs|Ms|Miss)\.?"
        r" (?-i:[A-Z])",
        "is an example",
    ),
    AdviceRule(
        rf"\b(?:previously|formerly|originally|historically|once(?! (?:a|an|per|every|each|the|it|they|there|this"
        rf"|only|or|in|on|daily|weekly|monthly|yearly|nightly)\b)|in the past|in past years|in the last century"
        rf"|until (?:now"
        rf"|recently|(?:19|20)\d\d)|up to (?:19|20)\d\d|from (?:19|20)\d\d to|before this (?:update|version"
        rf"|edition)|at that time"
        rf"|(?:ten|twenty|\w+ty|\d+|some|many) years ago)\b[^.;]{{0,120}}?\b(?:{_ADVISED}|should have been|were to"
        rf" be)\b"
        r"(?![^.;]*\b(?:should (?!have)|must|is (?:now|still))\b)"
        rf"|\b(?:was|were|been) (?:\w+ )?{_ADVISED} (?:at that time|in the first|in (?:19|20)\d\d)\b|\b(?:in force"
        rf"|advice) until\b"
        r"|\b(?:previous|earlier|prior|former|preceding|superseded|withdrawn|older|old|last|first|(?:19|20)\d\d)"
        r" (?:\w+ ){0,3}?(?:guidelines?|guidance|recommendations?|versions?|editions?|statements?|advice|protocols?"
        r"|chapter)\b[^.;]{0,80}?"
        r"\b(?:recommend(?:s|ed)?|advised|suggested|was|were|had|said|stated|called|recommends?)\b"
        r"|\b(?:edition|version) of (?:19|20)\d\d\b|\b(?:advice|used) (?:used )?to be\b|\bused to (?:recommend"
        r"|advise|be told)\b"
        r"|\bthat this (?:one )?replaces\b|^this replaces\b|\bno longer hold\b|\bas we once\b|\b(?:in|since) the"
        r" first edition\b|\bwhat was recommended in\b|\bguidance at that time\b|\bour first guideline\b",
        "is what was advised before",
    ),
    AdviceRule(
        r"^according to (?:the |its |their )?(?:makers?|manufacturers?|compan(?:y|ies)|textbooks?|others?|some"
        r"|another|an?|one)\b|\bpackage (?:leaflet|insert)s? (?:says?|states?|recommends?|advises?)\b"
        r"|^(?:the )?(?:advice|recommendation)s? (?:on|in|of|from) (?:popular |many |some |other )?(?:websites?"
        r"|blogs?|forums?|textbooks?|magazines?|newspapers?|others)\b",
        "is the advice of others",
    ),
    AdviceRule(
        r"^\W*(?:the )?insurers? (?:covers?|pays?|will|allows?|refunds?)\b|\bprior authori[sz]ation (?:is|are|must"
        r"|has|should)\b|\b(?:reimburs\w+|refund\w*|co-?payments?|receipts|tariffs?|the fund|the scheme|tier (?:one"
        r"|two|three|\d)(?! (?:weight|programmes?|programs?|services?|clinics?|interventions?)\b)|(?:basic"
        r"|benefits?) package|personal budget|at the (?:patient|member|client"
        r"|family)[’']?s? expense|under code|fees?|listed price|for payment|paid (?:for|from|by|out)"
        r"|(?<!not )pays? for|claims? (?:for|should|must|are)|claimed under|members are entitled|entitled to"
        r"|must bill|billed|invoice\w*|enter the cost|cost of the \w+ under)\b",
        "is a rule of payment",
    ),
    AdviceRule(
        r"^\W*(?:the|this|its|our|these) (?:\w+ )?(?:guidelines?|guidance|chapter|text|document|recommendations?"
        r"|edition|section|aim|scope|remit|statement|pathway)\b[^.;]{0,40}?\b(?:covers?|cover|deals?|apply to"
        r"|addresse?s?|adds|serves? as|be read|is meant|are meant|is intended|are intended|is that|is to|aims?)\b"
        r"|\b(?:within|outside|beyond) (?:the|this|our) (?:remit|scope(?! of)|text|guideline|document)\b|^readers\b"
        r"|\b(?:another|other|separate|companion) (?:document|guideline|chapter|text)\b|\b(?:is|are) (?:dealt with"
        r"|covered|considered|treated|discussed|addressed) (?:here|elsewhere|in (?:section|chapter|part|the (?:next"
        r"|previous|appendix)))\b|\bis the subject of\b|\bwe set out to\b|\b(?:panel|group|committee) (?:was"
        r"|were) asked\b|^\W*it is (?:meant|intended) for\b|^whether to\b|\blies? outside\b",
        "tells what the text covers",
    ),
    AdviceRule(
        r"^(?!(?:if|when|where|unless|for|while|as)\b)(?:(?:(?!\b(?:in|for|with"
        r"|among)\b)[^.;,]){0,40}\b)?(?:patients?(?: (?:representatives?|organi[sz]ations?|groups?))?"
        r"|patients[’'] (?:organi[sz]ations?|groups?|representatives?)|carers?|parents|famil(?:y|ies)|relatives"
        r"|lay (?:members?|people)|respondents?|participants|(?<!family )members? (?:with|who)|people who live with"
        r"|(?:those|people|adults|women|men|doctors|nurses|surgeons|physicians|clinicians|therapists"
        r"|physiotherapists) (?:surveyed|interviewed|asked|in (?:the|our) (?:group|survey|workshop|interviews"
        r"|focus groups?|hearing))|the (?:surveyed|interviewed)|representatives|users|consumers|an? (?:father|mother"
        r"|patient|carer|surgeon|doctor|nurse|member|speaker|reader)|(?:young|older) (?:adults|people)|advocates"
        r"|campaigners|letters? from \w+)\b(?:(?!\b(?:should|must|to|be|may|can)\b)[^.;]){0,50}?\b(?:told|said|says?"
        r"|(?<!who )(?<!that )(?:wish(?:ed|es)?|want(?:ed|s)?)|felt|feel|asked (?!about|if|whether|to)|asks? (?:for"
        r"|that|to be)|urged"
        r"|demand(?:ed|s)?|preferred (?:that|no|not|to)|thought|think|believed?|would (?:like|rather|take|prefer"
        r"|have|offer|welcome|want)|hoped?|argued|claimed|complained|called? for|calls? for|advised others|rated"
        r"|voted|insist(?:ed)?)\b(?! (?:to (?:stop|quit|continue|become|conceive|be screened)|help|treatment"
        r"|information|about))|\bin (?:their|his|her) (?:own )?words\b|\b(?:we|panel|group) heard (?:from|that)\b"
        r"|^according to (?:the |our |some )?(?:patients?|carers?|parents|families|participants|respondents"
        r"|public)\b|^in (?:the|our) (?:focus groups?|interviews?|hearings?|workshops?|surveys?)\b"
        r"|^at the (?:hearing|workshop|meeting)\b",
        "is what others said",
    ),
    AdviceRule(
        r"^(?!.*\b(?:should|must|shall|ought|recommend(?:s|ed)?|is advised|are advised|consider|avoid"
        r"|do not)\b)(?:in [\w ]{2,30}, )?(?:(?:most|many|some|several|few|nearly all|almost all|the majority of"
        r"|half of(?: the)?|\w+ (?:of|in|out of) \w+|family|general|other|some of the)(?: \w+){0,2} )?(?:surgeons"
        r"|doctors|physicians|clinicians|nurses|prescribers|chiropractors|physiotherapists|therapists|pharmacists"
        r"|dentists|midwives|clinics|hospitals|departments|practices|units|centres|centers|wards|practitioners"
        r"|specialists)\b(?: (?:in|of|from|with) (?:the |this |our )?\w+){0,2} (?:(?:usually|commonly|often|mostly"
        r"|generally|typically|frequently|still|routinely|now) )?(?:offer|give|use|add|recommend|prescribe|send|see"
        r"|start|stop|tend|order|advise|treat|apply|keep|perform|do|take|prefer|would|inject|operate|refer)\b"
        r"|^(?!.*\b(?:should|must|shall|ought|recommend(?:s|ed)?|is advised|are advised|consider|avoid"
        r"|do not)\b).*\b(?:as a rule|by tradition|traditionally|customar\w+|by habit|common practice|usual practice"
        r"|current(?:ly)? (?:care|practice) (?:is|consists)|remains? usual|it is usual|at present|nowadays)\b"
        r"|\b(?:are|is) (?:usually|commonly|often|mostly|typically|frequently) (?:advised|told|given|sent|offered"
        r"|prescribed|treated|started)\b(?! that)|^as a rule, (?:people|patients)\b|\bis (?:given|done|offered"
        r"|used) (?:to|in|for) [^.;]{0,40}\b(?:in|of) (?:one|two|\\d+|three|four|five|ten)\b|^\w+ (?:clinics"
        r"|hospitals|practices|doctors|surgeons) (?:of|in|out of) \w+\b|^(?:(?:surgeons|doctors|physicians"
        r"|clinicians|nurses|prescribers|chiropractors|physiotherapists|therapists|pharmacists|dentists|midwives"
        r"|clinics|hospitals|departments|practices|units|centres|centers|wards|practitioners|specialists)"
        r"|prescribers) (?:mostly|usually|commonly|often|generally|typically|mainly|tend|frequently)\b",
        "tells what is usually done",
    ),
    AdviceRule(
        r"\bshould (?:theoretically|presumably|in (?:theory|principle))\b|"
        r"\bshould (?:\w+ )?(?:settle|resolve|subside|fade|be gone|disappear|pass|be better|take (?:about "
        r"|up to )?(?:\d+|one|two|three|an?|a few|several)(?: (?:or|to) \w+)? (?:hours?|days?|weeks?|months?|years?)\b"
        r"(?! (?:of|off)\b)|be over|wear off|clear|come back|return to normal|know that this)\b",
        "tells what is to be expected",
    ),
)
"""In order; the first that fits says what a sentence is."""

_OTHER_BODIES = (
    r"(?:bod(?:y|ies)|societ(?:y|ies)|colleges?|associations?|academ(?:y|ies)|organi[sz]ations?|agenc(?:y|ies)"
    r"|ministry|insurers?"
    r"|manufacturers?|makers?|compan(?:y|ies)|textbooks?|blogs?|websites?|experts?|clinicians?|physicians?|doctors?"
    r"|pharmacists?|surgeons?|chiropractors?|trialists|authors|editorials?|guidelines?|guidance|countries|states"
    r"|reviews?|panels?|committees?|groups?|forces?)"
)
_WHO = (
    r"(?=[\"“A-Za-z])(?!(?:if|when|where|while|although|for|in|on|as|because|since|after|before|unless|with|it|they"
    r"|strongly|there|also)\b)(?:(?!(?:should|must|to|not|and|or|be)\b)[^\s,;:()]+ ){1,9}?"
)
_HOW = r"(?:also |now |currently |strongly |conditionally |often |still |therefore )?"
ADVISER = (
    rf"^(?:[\d.]{{1,8}} |• ?)?(?P<who>{_WHO}){_HOW}(?:recommends?|advises?|urges?|proposes?|requires? that|says? that"
    rf"|holds? that|warns?)\b|^(?P<body>(?:[\w.'’-]+ ){{0,6}}?{_OTHER_BODIES}(?: of [\w-]+| in [\w ]{{2,30}})?)"
    rf" {_HOW}suggests?\b"
)
OURSELVES = (
    r"\b(?:we|our|ours|i|this|these|panels?|committees?|task force|work(?:ing)? ?groups?|guideline development"
    r" group|gdg"
    r"|guideline|group|board|council|writing|subcommittee|steering|expert panel|consensus (?:group|panel)|authors"
    r" of this)\b"
)
OF_OTHERS = (
    r"\b(?:another|other|others|neighbouring|neighboring|foreign|european|american|canadian|french|german|british"
    r"|scottish|irish|welsh|dutch|belgian|swiss|austrian|italian|spanish|portuguese|greek|polish|nordic|swedish"
    r"|norwegian|danish|finnish|japanese|chinese|korean|indian|brazilian"
    r"|australian|national|abroad|elsewhere|countries|country|editorial|commissioned|most|many|several|some|various"
    r"|existing|international)\b"
)
"""What makes a group that advises one of others, where the issuer does not go by it."""
