"""What a guideline tells its readers to do, or what to make of something, in no wording of a recommendation.

A guideline also guides in its considerations, lists and lines without a grade: "Repeat the scan every 3 months",
"Surgery for types I and II is not covered", "Frequency: twice weekly", "There is no evidence that bed rest helps". It
is quoted as guidance, never as a recommendation, and told by what it has to be: one of these wordings.

How they are meant to be read, so that two readers agree: a sentence guides where `GUIDING` has a row whose `pattern` is
found in one of its lines and whose `unless` is found nowhere in it, and `BESIDE` is not found. A line begins where the
sentence does and after each line break. Capitals are minded. Sentences that are no advice of those who speak
(`advice_rules`) do not guide either.

A row of a table ("Drug: plinamide | Starting dose: 5 mg") is read whole and guides by the heads of its columns: one of
them fits `GUIDING_HEAD` from end to end and none fits `TOLD_HEAD`; capitals are not minded. Each cell but the first
carries its head.
"""

from dataclasses import dataclass

__all__ = ["BESIDE", "GUIDING", "GUIDING_HEAD", "TOLD_HEAD", "GuidingRule"]


@dataclass(frozen=True, slots=True)
class GuidingRule:
    """A wording that guides. Its pattern is tried line by line."""

    pattern: str
    told: str
    unless: str = r"(?!)"


_VERBS = (
    r"(?:Adjust|Administer|Advise|Allow|Apply|Arrange|Ascertain|Ask|Assess|Avoid|Begin|Check|Choose|Collect|Combine"
    r"|Conduct|Confirm|Consider|Consult|Continue|Coordinate|Counsel|Decrease|Defer|Delay|Determine|Discontinue"
    r"|Discourage|Discuss|Document|Educate|Elicit|Emphasi[sz]e|Encourage|Ensure|Evaluate|Examine|Exclude|Explain"
    r"|Explore|Facilitate|Follow up|Gather|Give|Hold|Identify|Immobili[sz]e|Immuni[sz]e|Incorporate|Increase|Inform"
    r"|Initiate|Inject|Inquire|Instruct|Keep|Limit|Maintain|Measure|Minimi[sz]e|Monitor|Obtain|Offer|Order|Perform"
    r"|Prescribe|Promote|Provide|Re-?assess|Re-?evaluate|Reassure|Recommend|Reduce|Refer|Remind|Remove|Repeat|Replace"
    r"|Reserve|Restrict|Resume|Review|Rule out|Schedule|Screen|Seek|Select|Specify|Start|Stop|Suspend|Switch|Taper"
    r"|Teach|Tell|Test|Titrate|Treat|Try|Use|Vaccinate|Verify|Withdraw|Withhold|Do not|Never|Always)"
)
_OPENS = (
    r"^\W{0,4}(?:\(?(?:\d{1,2}|[a-z])[.)] )?(?:(?!(?:If|When|For|In|Note)\b)[A-Z(][^.;:–—]{2,60}(?: ?:| [–—-]) )?"
    r"(?:(?:Then|Also|Routinely|Next),? |(?:If|When|For|In) [^,;.:]{3,90}, )?"
)
_NO_VERB = (
    r"(?!(?:of|in|is|are|was|were|has|have|and|or|may|can|by|results?|time|findings?|methods?|scores?|the use of this)"
    r"\b)"
)
_HOW = (
    r"(?:(?:not|only|never|always|usually|also|still|generally|routinely|typically|initially|normally|rarely|seldom"
    r"|strongly|highly|absolutely|relatively|clearly|considered|medically|best) ){0,3}"
)
_BE = r"(?:is|are|be|remains?|considered)"
_JUDGED = (
    r"(?:recommended|indicated|contra-?indicated|covered|required|necessary|needed|mandatory|authori[sz]ed|warranted"
    r"|justified|advisable|appropriate|inappropriate|acceptable|permitted|allowed|preferred|encouraged|discouraged"
    r"|reserved|prohibited|advised|unnecessary|essential|imperative|crucial|limited to)"
)
_TIME = r"(?:days?|weeks?|months?|years?|hours?|minutes?|visits?|sessions?|treatments?|injections?|times?|doses?)"
_COUNT = r"(?:\d[\d.,]*|one|two|three|four|five|six|eight|ten|twelve)(?: ?(?:-|–|to|or) ?\d[\d.,]*)?"
_PEOPLE = (
    r"(?:patients?|persons?|people|individuals?|women|men|adults|children|adolescents|infants|neonates|workers?"
    r"|athletes|those)"
)
_DONE = (
    r"(?:treated|managed|repeated|carried out|performed|continued|started|initiated|tried|added"
    r"|(?:reduced|increased) to|discontinued|stopped|resumed|deferred|withheld|tapered|obtained|ordered"
    r"|recommended|offered|used|given|combined"
    r"|substituted|authori[sz]ed|extended|covered|administered|screened|tested|monitored|referred|considered|avoided"
    r"|omitted|permitted|allowed|prescribed|provided|stored)"
)
_CARE = (
    r"(?:splint\w*|brac(?:e|es|ing)|therapy|physiotherapy|treatment|care|exercises?|screening|testing|tests?|smears?"
    r"|x-?rays?|radiographs?|MRI|CT|ultrasound|imaging|ECG|surgery|injections?|referral|consultation"
    r"|immobili[sz]ation|vaccin\w+|visits?|follow-up|counsel\w+|medications?|monitoring|rest|massage|education"
    r"|reassessment|evaluation)"
)
_PAST = (
    r"\A(?:(?!\b(?:if|If|unless|when|When|who|whom|whose|which|where|until|after|once|whether)\b)(?s:.)){0,900}?"
    r"\b(?:was|were|had been)\b"
)
"""A past that is told, not one of the case that is spoken of: "unless there was a fall"."""
_REPORTS = (
    rf"{_PAST}|\b(?:reported|found that|estimated|observed|showed|demonstrated|resulted|persisted|results? in"
    r"|compared (?:with|to)|versus|vs)\b|\b(?:stud(?:y|ies)|trials?|research|cohorts?|meta-analys[ei]s|literature)\b"
    r"|\bmore (?:evidence|data) (?:is|are)\b|\b(?:evidence|data)\b[^.;]{0,60}\b(?:limited|lacking|insufficient"
    r"|suggest)|\bunknown\b|\bunclear\b|\b9[059] ?% ?C"
)

GUIDING: tuple[GuidingRule, ...] = (
    GuidingRule(rf"{_OPENS}(?:{_VERBS}|(?<=, )(?i:{_VERBS})) {_NO_VERB}\S", "says what to do", _REPORTS),
    GuidingRule(
        rf"\b{_BE} {_HOW}{_JUDGED}\b|\((?:[Nn]ot |[Gg]enerally |[Rr]outinely |[Ii]s ){{0,3}}{_JUDGED}\b"
        rf"|^\W{{0,4}}(?:Not {_HOW}{_JUDGED}|Reserved for)\b|\bnot {_HOW}{_JUDGED}\b"
        rf"|\b{_JUDGED} (?:only )?(?:if|when|unless)\b"
        r"|\b(?:procedure|test|study|drug|treatment|imaging|agent|method)s? of choice\b"
        r"|\bfirst-line (?:treatment|therapy|agent|drug|option|choice)s?\b"
        rf"|\b[Ii]t is {_HOW}(?:important|best|reasonable|helpful|prudent|good practice|critical|vital)"
        r" (?:to (?!note\b|remember\b|recogni[sz]e\b|understand\b)|that\b)"
        r"|\bneeds? to be \w+ed\b|\bno (?:[\w-]+ ){1,4}is (?:needed|necessary|required|indicated)\b",
        "says what is or is not called for",
        rf"{_REPORTS}|\bwould be\b|\b(?:which|that) (?:is|are) (?:needed|necessary|required)\b|\bas (?:needed|required)"
        r" (?:to|by)\b|\bapproved\b|\bnot limited to\b",
    ),
    GuidingRule(
        rf"(?i)\b(?:no|not) (?:more|less|longer|sooner|earlier|fewer)(?: often| frequently)? than\b[^.;]{{0,40}}?"
        rf"\b{_COUNT}\b|\b(?:usually |be |are |is )limited to (?:a maximum of )?{_COUNT}\b"
        rf"|\b(?:for )?(?:up to|at least|at most|a maximum of|a minimum of) {_COUNT} {_TIME}\b"
        rf"|\b(?:maximum|minimum|optimum|optimal) [\w ]{{3,40}}?(?:is|are|:) {_COUNT}"
        r"|\b(?:screening|testing|monitoring|follow-up|visit)\w* (?:frequency|intervals?|schedule)\b[^.;]{0,120}?"
        r"\b(?:annual\w*|every \w+|once|\d+ (?:weeks|months|years))\b",
        "sets a limit or how often",
        rf"{_REPORTS}|(?i:\b(?:evidence|improv\w+|duration of|relie[fv]\w*|lasting|characteri[sz]ed"
        r"|effective|superior|inferior|odds|likely|unlikely|realize|programs?|period)\b)",
    ),
    GuidingRule(
        r"^\W{0,4}(?:Time to (?:produce |product )?effect|Frequency|(?:(?:Optimum|Optimal|Maximum|Minimum|Total|Usual"
        r"|Recommended|Daily|Starting|Initial|Maintenance) )?(?:[Dd]uration|[Dd]os(?:e|age|ing)|[Ff]requency"
        r"|[Ii]nterval|[Tt]iming))\b[^.:\n]{0,60}(?::| [–—-]) ?\S"
        r"|(?i:\b(?:usual|starting|initial|maintenance|maximum|recommended|target|daily|loading)(?: \w+){0,2}"
        r" (?:doses?|dosages?|dosing|allowance|intake)\b)[^.;]{0,120}?\d"
        r"|\b\d[\d.,–-]* ?(?:mg|mcg|μg|µg|g|mL|units|IU)(?:/\w+)*(?: [\w-]+){0,3}? (?:daily|once|twice|every \w+"
        r"|(?:per|a) day|at bedtime)\b",
        "says how much or how long",
        rf"{_REPORTS}|(?i:\b(?:risks?|reduces?|effective|efficacy|increases?|doubles?|contains?|evidence|mortality)\b)",
    ),
    GuidingRule(
        rf"\b(?:may|can|could) {_HOW}(?:then |safely )?be {_DONE}\b|\bgood candidates? for\b",
        "says what may be done",
        rf"{_REPORTS}|\bcan be used to calculate\b|\bcategori|\bimprovement can\b",
    ),
    GuidingRule(
        r"\b(?:reasonable|acceptable|suitable|pragmatic|preferred) (?:approach|option|choice|alternative|strategy)\b",
        "says what is reasonable",
        r"\b(?:was|were)\b|\b[Oo]ther alternatives\b",
    ),
    GuidingRule(
        rf"\b(?i:{_PEOPLE})\b(?![^.;]*\b(?:who|which|that) (?:\w+ ){{0,2}}(?:needs?|requires?)\b)[^.;]{{0,140}}?"
        rf"\b(?:may |will |do |does |should )?{_HOW}(?:requires?|needs?) (?!to take\b|further (?:study|research))\w",
        "says what somebody needs",
        rf"{_REPORTS}|\b(?:patient|worker|client|individual)(?:'s|’s|s')? needs\b|\bthe needs?\b"
        r"|\bthey (?:need|require)\b",
    ),
    GuidingRule(
        r"^\W{0,4}(?:\w+ ){0,3}?(?:[Ii]ndications?|[Cc]ontra-?indications?|[Cc]riteria)(?: (?:for|to) [^.;:]{2,60}?)?"
        r"(?: ?: ?\S| (?:are|include|may include)\b)|^There (?:is|are) no (?:\w+ )?indications? for\b"
        r"|\b(?i:evaluation|assessment|services|work-?up|screening|examination|treatment|management|counsell?ing"
        r"|monitoring|history|precautions?)(?: (?:of|for|in|with) [^.;,]{2,60}?)? (?:includes?|consists? of"
        r"|comprises?)(?: the"
        r" following[\w ]*)?:? \w",
        "says for whom or of what it is",
        rf"{_REPORTS}|(?i:\b(?:harms?|adverse|complications?|end ?points?|data|adjuncts?|benefits?|barriers?)\b)",
    ),
    GuidingRule(
        rf"^(?!\W*(?:The|It|This|These|One|Doing|Activities|Frequent)\b)(?!.*\b(?:is|are|was|were|has|have|had|may|can"
        r"|will|does|do|could|would|might|includes?|included|ranged|consisted)\b)(?=.*\b"
        rf"(?i:{_CARE})\b).{{10,240}}?\b(?:as needed|as tolerated|as indicated|every \w+ (?:day|week|month|year)s?"
        rf"|daily|twice|weekly|monthly|annually|(?:for|within|at) {_COUNT} {_TIME}|if|when)\b",
        "names a measure with its time or its case",
        rf"{_REPORTS}|\b[a-z]+(?:ined|ided|ered|ived|uced|ated|izes|ises|ates) (?:the|an?|to)\b"
        r"|\b(?:leads? to|involves|on the basis)\b",
    ),
    GuidingRule(
        r"^\W{0,4}(?:However, |Although |Currently,? |At this time,? )?[Tt]here (?:is|are) (?:currently )?(?:no|good"
        r"|some|strong|adequate|insufficient|limited|moderate|convincing|inconsistent|conflicting|little|inadequate)"
        r"(?: or \w+)?(?: \w+){0,2}? (?:evidence|data) (?:to|that|for|against|on|of|regarding|about|in)\b"
        r"|\b[Ee]vidence (?:does not support|supports|is (?:insufficient|inadequate|lacking|inconclusive) (?:to|for|on"
        r"|regarding))\b"
        r"|\b[Nn]o recommendations? (?:is|are|can be|could be|has been) made\b"
        r"|\binsufficient (?:available )?evidence,? no recommendation"
        r"|\b(?:is|are) (?:not )?(?:an )?(?:in)?effective (?:treatments?|therap(?:y|ies)) (?:for|of|in)\b",
        "says what the evidence is held to tell",
        r"\b(?:was|were) (?:found|identified|reported)\b|\bcertainty\b|\b(?:harms|USPSTF|costs?|prevalence"
        r"|incidence|risk factors?)\b"
        r"|\bsuggests?\b|\bat (?:increased|high|higher) risk\b",
    ),
)
"""In order; the first that fits says how a sentence guides."""

BESIDE = (
    r"\?\s*$|\b(?:this|the) (?:preventive )?services?\b|\boriginal guideline\b|\b[Oo]ther alternatives may\b"
    r"|^\W*(?:Potential consequences|Quality of (?:the )?evidence|Rationale|Values and preferences|Definitions?"
    r"|Note from|Further research|Recommendations? (?:can|may|might|from)|Summary of|Benefits|Patient values"
    r"|Limitations)\b"
    r"|\b(?:net benefit|balance of (?:benefits|harms)|outweigh)\b|\bscope of (?:this|the)\b|\bet al\b"
    r"|\brecommendation statements?\b|\bconsensus statements?\b|\bgrad(?:es|ing)\b|\b(?:this|the) guideline\b"
    r"|\brecommendations in this\b|\bcodes?\b|\b(?:listed|described|discussed|summari[sz]ed|provided"
    r"|presented) (?:in|below|above|elsewhere)\b"
    r"|\b(?:see|See|Read) (?:also )?(?:the )?[\"“(A-Z]"
)
"""Words on the guideline itself, on grades and on why, which a reader does not follow."""

_WHICH = (
    r"(?:(?:usual|starting|initial|maintenance|max(?:imum|\.)?|min(?:imum|\.)?|adults?|child(?:ren)?|p(?:a)?ediatric"
    r"|daily|oral|recommended|suggested|target|loading|total|optimum|optimal|first|second|next|preferred|screening"
    r"|testing|monitoring|follow-up|dosing|treatment|retest(?:ing)?|repeat) )*"
)
GUIDING_HEAD = (
    rf"{_WHICH}(?:dos(?:e|es|age|ages|ing)|frequency|duration|intervals?|schedules?|timing|regimens?)"
    rf"(?: (?:for|in|of|per|to) .{{1,40}}| ?[(\[].{{1,40}}[)\]])?|time to (?:produce )?effect"
    r"|how (?:often|soon|long|much)"
    r"|urgency|when to .{1,30}|what to do|actions?(?: (?:to take|required|needed))?|(?:recommended )?management"
    r"|refer(?:ral)?(?: to| urgency)?|follow-up|first[- ](?:line|choice).{0,20}|second[- ](?:line|choice).{0,20}"
    r"|alternatives?(?: .{1,20})?|(?:contra-?)?indications?|precautions?|monitor(?:ing)?|advice|guidance|plan"
    r"|(?:recommended |suggested )?(?:treatment|therapy|test|imaging|intervention|vaccine|procedure)s?"
    r"|next steps?|coverage|covered|limits?|(?:treatment |blood pressure |bp )?(?:targets?|goals?)"
)
"""The head of a column that says what to do, how much, how often, for how long, where to or when."""

TOLD_HEAD = (
    r"(?:stud(?:y|ies)|trials?|authors?|year|reference|citation|n|no\. of .*|number of .*|sample.*|participants"
    r"|results?|outcomes?(?: .*)?|findings? of .*|effects?(?: .*)?|mean.*|events?.*|p(?:[- ]value)?|.*\bCI\b.*"
    r"|(?:odds|risk|hazard|rate) ratio.*|(?:RR|OR|HR)|prevalence.*|incidence.*|sensitivity.*|specificity.*|design"
    r"|comparator.*|follow-up \(.*|certainty.*|quality of .*|costs?.*|definitions?|score|points?|meaning|description)"
)
"""The head of a column of a table that tells of studies, or explains words."""
