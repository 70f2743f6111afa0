"""The wordings that ask for one side of a matter: one table, each row with the reason why it means what it says.

Rules see the question in folded words without apostrophes ("dont", "x ray", American spelling, as `quoth.text` folds
it). The table was written from how clinical questions are classified (Ely et al., BMJ 2000;321:429: generic types such
as "what is the dose of", "what are the adverse effects of", "is test x indicated") and widened to everyday words. It
knows no condition and no drug, so it works alike in every field.
"""

from quoth.model import Facet, QuestionKind
from quoth.search.facet_rule import FacetRule, rule

__all__ = ["RULES"]

_ANYONE = r"(?:i|we|you|he|she|they|it|one|people|patients|someone|my \w+|a \w+|the \w+|adults|children|women|men)"
_VERB_TAKE = r"(?:take|use|stay on|be on|continue|wear|keep taking|keep on|give|apply|have|treat|be treated|do)"
_SCAN = (
    r"(?:x ?rays?|mri|ct|scan|scans|ultrasound|imaging|blood tests?|biopsy|tests?|ecg|ekg|endoscopy|colonoscopy|swab)"
)
_COURSE = r"(?:antibiotics?|antidepressants?|tablets?|pills?|medications?|medicines?|meds|steroids?|painkillers?|drops)"
_HOSPITAL = r"(?:hospital|er|emergency (?:room|department)|casualty|a and e|a e)"
_PICTURE = r"(?:x ?rays?|mri|ct|scans?|imaging|films?|radiographs?)"


RULES: tuple[FacetRule, ...] = (
    # Watching a value over time is not looking for a disease: read before the tests of diagnosis.
    rule(
        Facet.MONITORING,
        QuestionKind.OTHER,
        r"monitor\w*",
        r"follow up (?:tests?|visits?|scans?|appointments?)",
        r"(?:test|check|measure|track) (?:my|his|her|their|your|own) [\w ]{0,20}(?:sugar|glucose|pressure"
        r"|levels?|blood)",
        r"how often (?:should|do|must|does) [\w ]{1,40}(?:checked|tested|monitored|measured|reviewed)",
        r"(?:what|which|anything)(?: \w+){0,4} (?:checked|tested|measured|ruled out|looked (?:at|for|into))",
    ),
    # Coming back to the same hands is follow-up, not referral.
    rule(
        Facet.MONITORING,
        QuestionKind.TIMING,
        r"(?:be )?(?:seen|checked|reviewed|examined|looked at) again"
        r"|(?:see|back to|return to|ring|call) (?:the |a |an |my |our )?(?:doctor|gp|nurse|clinic|surgery|dr) again"
        r"|(?:go|going|take \w+|come) back to (?:the |a |my |our )?(?:doctor|gp|nurse|clinic|surgery|dr)",
        r"re ?examined|re ?assessed",
        r"when (?:do|should|will|to) (?:\w+ )?(?:check|review|assess|judge) (?:on )?"
        r"(?:my |his |her |the |their )?(?:progress|results?)",
    ),
    # When to hand over or to come back. Before the tests, since "seen" and "see" are not findings.
    rule(
        Facet.REFERRAL,
        QuestionKind.TIMING,
        r"refer|refers|referred|referral|referrals",
        r"when (?:should|to|do|must|does|is) [\w ]{0,60}?(?:be seen|seek|see (?:(?:a|an|the|my) \w+|doctor|gp)"
        r"|go to (?:a|the|hospital))",
        r"(?:which|what) (?:(?:kind|sort|type) of )?(?:doctor|specialist|consultant|physician|clinic)s? (?:should"
        r"|do|can|would|treats?)|who (?:should|do|can) (?:i|we|he|she|they|my \w+) (?:see|go to|consult)",
        r"(?:should|do) (?:i|we) (?:see|call|go to) (?:a|an|the|my) (?:doctor|gp|specialist|physio\w*|surgeon"
        r"|hospital|er)",
        rf"(?:need\w*|go|goes|going|get|take|taken|send|sent) (?:to (?:go (?:in)?to |be (?:taken|sent) (?:in)?to )?)?"
        rf"(?:the |a )?{_HOSPITAL}|(?:needs? (?:to be )?|when to |whether to )(?:be )?admi(?:t|tted|ssion)",
    ),
    rule(
        Facet.RED_FLAGS,
        QuestionKind.DIAGNOSIS,
        r"red flags?",
        r"warning signs?",
        r"when (?:to|should i) (?:worry|be worried|be concerned)",
        r"(?:could|can) (?:it|this) be (?:something )?(?:serious|cancer)",
    ),
    # "Within how many weeks" and "right away" ask when, not how long.
    rule(
        Facet.WHEN_TO_START,
        QuestionKind.TIMING,
        r"within how many (?:hours?|days?|weeks?|months?)",
        r"(?:start|starts|begin|begins|treat|treated|started|begun) (?:\w+ ){0,3}?(?:straight away|right away|at once"
        r"|immediately|without delay)",
    ),
    # "MRI or x-ray for this?" and "films or not" ask for a test as well.
    rule(
        Facet.DIAGNOSIS,
        QuestionKind.DIAGNOSIS,
        rf"{_PICTURE} (?:or|and) (?:an? )?{_PICTURE}|{_PICTURE} or not|(?:order|request|arrange|book) (?:an? |some )?"
        rf"{_PICTURE}",
    ),
    # "Do I need a scan" asks whether a test is indicated, never whether it treats; so does "should I be tested".
    rule(
        Facet.DIAGNOSIS,
        QuestionKind.DIAGNOSIS,
        rf"(?:need|have|get|want|order|require|without|indicated) (?:an? |any |to have an? )?(?:\w+ )?{_SCAN}",
        rf"(?:be|get|gets|getting) (?:tested|screened)|(?:should|do|does|must) {_ANYONE} (?:be|get) (?:checked"
        rf"|examined)",
        rf"is (?:an? )?{_SCAN} (?:needed|necessary|useful|indicated|required)",
        rf"(?:role|value|accuracy|use) of {_SCAN}",
        # "A diagnosed ear infection" and "she was diagnosed last week" tell how things stand.
        r"diagnos(?:e|es|ing|is|able|tics?)",
        r"(?:how|when|where|who|should|can|could|must|may) (?:\w+ ){1,6}?diagnosed(?! with)",
        # "How do I know if it needs antibiotics" asks for the treatment.
        r"how (?:do|can|would|does) (?:i|you|one|we|doctors?|a doctor) (?:know|tell|find out|test|check|detect)"
        r"(?! (?:if|whether|when) (?:\w+ ){1,6}?(?:needs?|requires?|should (?:have|get|be|take|start|stop)) )",
        r"sensitivity|specificity|diagnostic|likelihood ratios?|predictive values?|differential",
        r"screen|screening|screened",
        r"(?:signs?|symptoms) (?:and (?:signs?|symptoms) )?of",
        r"what are the (?:signs?|symptoms)",
        r"tell (?:apart|the difference)",
        r"rule (?:out|in)",
    ),
    # How long a treatment goes on is its dose (amount, frequency, length of a course).
    rule(
        Facet.DOSE,
        QuestionKind.DOSE,
        rf"how long (?:should|do|must|can|shall|does|would|to) (?:{_ANYONE} )?(?:need to |have to )?{_VERB_TAKE}",
        r"how long (?:should|must|do|does|can|is|are) [\w ]{1,40}? (?:taken|used|given|continued|worn|applied|needed)",
        rf"how long (?:a course of |a course |for )?{_COURSE}|{_COURSE} (?:for )?how long",
        r"how many (?:days?|weeks?|months?|doses?|tablets?|pills?|times|sessions?|courses?|injections?|puffs?"
        r"|units?|mg)",
        rf"how much [\w ]{{0,30}}?(?:should|can|do|must|to) (?:{_ANYONE} )?(?:need to )?(?:take|use|give|drink"
        rf"|exercise|do)",
        rf"how much [\w ]{{1,30}}? (?:should|must|do|to) (?:{_ANYONE} )?(?:need to |have to )?lose",
        r"how often (?:should|can|do|must|to) [\w ]{0,30}?(?:take|use|give|do|have|exercise|apply|inject|train)",
        r"(?:what|which|at what|right|best|correct|usual|starting|maximum|max|target|lowest|safe"
        r"|recommended) (?:dose|dosage)s?",
        r"(?:what|which) [\w-]{2,30} (?:dose|dosage)s? (?:is|are|should|can|would)",
        r"doses? of|dosage|dosages|dosing|dose for(?! (?:\w+ )?(?:\w+ )(?:days?|weeks?|months?|years?))|dosed",
        # Keywords: "topiramate dose migraine". "Low dose" names a kind, and a missed dose is another matter.
        r"(?:starting|maximum|max|target|usual|initial) [\w-]{2,30} dose|how much for",
        r"(?!(?:low|lower|high|higher|single|double|half|full|small|large|same|one|two|each|per|every|first|second"
        r"|third"
        r"|last|next|missed|fixed|standard|booster|loading|a|the|my|his|her|their|this|that|extra|another|ultra|medium"
        r"|moderate|reduced|evening|morning|nightly|daily) )[a-z]\w{3,30} dose"
        r"(?! (?:response|dependent|finding|escalation))",
        r"(?:max|maximum|most) daily [\w-]{3,30}|(?:max|maximum|most) [\w-]{3,30} (?:a|per|each|in a) day"
        rf"|how many [\w-]{{3,30}} (?:can|should|may|could) {_ANYONE} (?:take|have)",
        r"(?:forgot|forgotten|missed|skipped) (?:to take )?(?:my|a|the|his|her|one)(?: \w+){0,4}"
        r" (?:tablet|pill|dose|jab|injection)s?|(?:should|can|do) (?:i|he|she|we) take (?:two|double|both)|double up",
        r"(?:length|duration) of (?:a |the )?(?:course|treatment|therapy|antibiotics?)",
        r"(?:one|single|\d+) (?:days?|doses?|weeks?|months?|times a \w+)(?: of [\w ]{1,30})? (?:as good"
        r"|enough|versus|vs|or)",
        r"(?:two|three|four|five|six|seven|ten|\d+)(?: day| week)? (?:days?|weeks?|months?|courses?)"
        r"(?: of [\w ]{1,40}?)? (?:[\w ]{1,30} )?(?:long enough|enough|too short|too long)",
        r"(?:short|long|longer|shorter)(?: or (?:long|short))? courses?",
        # When in the day something is taken; "pain at night" is no such question.
        r"(?:take|takes|taking|taken|swallow\w*|give|giving) (?:my |the |his |her |their |your )?(?:[\w]+ ){0,3}"
        r"(?:tablets?|pills?|medicines?|meds?|medications?|capsules?|dose|doses|it|them)"
        r" (?:before (?:going to )?bed|at bedtime|at night|last thing|first thing|in the (?:morning|evening))",
        r"at night or in the morning|in the morning or (?:at night|the evening)|morning or (?:night|evening)"
        r"|evening dos\w*",
        r"(?:mg|milligrams?|mgs|ml) (?:per |a )?(?:kg|kilo\w*)",
        r"once or twice (?:a day|daily|weekly|a week)",
    ),
    # When to begin: also by a threshold.
    rule(
        Facet.WHEN_TO_START,
        QuestionKind.TIMING,
        r"when (?:should|to|do|can|is|are|would|must|does) [\w ]{0,50}?"
        r"(?:start|started|begin|begun|add|added|introduce|introduced|initiate|initiated|offered|given|treat"
        r"|treated|move on)",
        r"when move on",
        r"(?:at|above|below) (?:what|which) [\w ]{1,30}?(?:start|started|begin|begun|treat|treated|given"
        r"|offered|needed)",
        r"threshold(?:s)? (?:for|to)",
        r"how (?:soon|early|quickly) (?:should|can|to|do|after|must|ought|does [\w ]{1,30} (?:start|begin))",
        r"(?:wait|waiting|hold off) (?:\w+ ){0,4}(?:for|until|till|before)",
        r"(?:can|should) (?:i|we|you) start [\w ]{0,40}?(?:before|early|now|today|until)",
        r"early (?:or|versus|vs) (?:late|delayed)",
        r"timing of",
    ),
    # A risk made smaller, a longer life and an illness that something clears up are benefits: read before the course
    # of the illness and the harms, which know "survival", "clear up" and "risk of" as well.
    rule(
        Facet.BENEFIT,
        QuestionKind.TREATMENT,
        r"(?:reduce|reduces|lower|lowers|cut|cuts|decrease|decreases) (?:the |my |your |their )?(?:risks?"
        r"|chances?|odds) of",
        r"(?:make|makes|making) [\w ]{1,40}? less likely",
        r"survival (?:gains?|benefits?|advantages?)",
        r"(?:improve|improves|prolong|prolongs|extend|extends|lengthen|lengthens|increase|increases) (?:\w+ ){0,2}"
        r"(?:survival|life)",
        r"(?:clear|clears) up (?:my|your|his|her|their|our|the|an?|this|these)",
    ),
    # How the condition itself goes on.
    # Whoever wants to stop it coming back does not ask whether it will.
    rule(
        Facet.PREVENTION,
        QuestionKind.PREVENTION,
        r"(?:stop|stops|stopping|keep|keeps|keeping|prevent|prevents|preventing|avoid|avoids|avoiding)"
        r" (?!(?:taking|using|smoking) )(?:[a-z]\w* ){1,4}?(?:from )?(?:coming (?:back|again)|recurring|returning"
        r"|happening again|flaring(?: up)?(?: again)?)",
        r"(?:stop|prevent|avoid|against|fewer|reduce|cut down) (?:\w+ ){0,2}?(?:recurrences?|relapses?|flare ?ups?)",
    ),
    rule(
        Facet.PROGNOSIS,
        QuestionKind.PROGNOSIS,
        r"how long (?:do|does|will|would|can|is|did|until|before|it|for) [\w ]{0,60}?"
        r"(?:last|lasts|take|takes|heal|heals|go away|recover|recovers|clear|clears|get better|better|persist"
        r"|stay|over|gone)",
        r"prognosis|prognostic|outlook|natural history|life expectancy|survival|mortality rates?",
        r"(?:go|goes|going|gone) away|get better on (?:its|their) own|resolve|resolves|clear up",
        r"recovery (?:time|period|rate)s?|time to (?:recovery|heal)|how (?:soon|quickly"
        r"|fast) [\w ]{0,40}?(?:recover|heal|better)",
        # "It keeps coming back" tells how things are.
        r"(?<!its )(?<!has )(?<!have )(?<!ve )(?<!had )come back|comes back|(?<!keep )(?<!keeps )(?<!kept )coming"
        r" back|recur|recurs|recurrence|relapse rates?",
        r"(?:what|how high|how big) (?:is|are) (?:the|my) (?:chance|chances|risk|odds"
        r"|likelihood) of (?!taking|using|having)",
        r"(?:chances?|odds|likelihood) (?:that|of|my|it) [\w ]{0,60}?(?:gone|goes|going away|cleared|better|well|over"
        r"|settled?|settles|recover\w*|comes? back|coming back|returns?|returning)",
        r"what happens (?:when|once|after) (?:you|i|we|people|someone|somebody|smokers) (?:stop|quit|give up)",
        r"what happens if [\w ]{0,40}?(?:untreated|not treated|nothing|ignored?)",
        r"(?:progress|progresses|turn|turns|develop|develops) (?:to|into)",
        r"cured|curable|permanent",
    ),
    # "Safe", "side effects", "harms", "risk of taking".
    rule(
        Facet.HARMS,
        QuestionKind.HARM,
        r"side ?effects?|adverse (?:effects?|events?|reactions?|drug reactions?)",
        r"harm|harms|harmful|(?<!organ )(?<!nerve )damages?|damaging"
        r"|bad for(?! (?:over|about|more|nearly|almost|months|years|weeks|days|ages|so|\d+|an? (?:year|month|week"
        r"|while))\b)|worsen|worsens|make \w+ worse",
        r"safe|safer|safest|safely|safety|unsafe|danger|dangers|dangerous|toxic|toxicity"
        r"|(?:well|better|worse|best|badly|is|are|was|were) tolerated|tolerability|poisonous",
        r"risks? (?:of|with|from) (?:taking|using|having|the|an?|being on|stopping|long term)",
        r"risks|(?:what|which|any) (?:is )?(?:the )?risk(?: of| with| from)?",
        r"complications? (?:of|from|after)",
        r"how (?:many|often) (?:\w+ ){1,4}(?:get|gets|got|have|had|suffer) (?!rid|better|relief)(?:\w+ ){1,6}from",
        r"upsets? (?:my|your|his|her|the|their) (?:stomach|tummy|belly|gut|guts)|upset (?:a|an|my|him|her|them|me)",
        r"(?:put|puts|putting) (?:\w+ ){1,3}at (?:any |a )?(?:\w+ )?risk",
        r"(?:eat|eats|eating|wear|wears|wearing) away",
        # What began with a treatment, and is it that? And who gives a treatment up.
        r"is (?:that|this|it) (?:from |caused by |down to |because of |due to )?(?:the |my |his |her |these |those )"
        r"(?:tablets?|pills?|medicines?|meds|medications?|drugs?|capsules?|injections?|patch|patches|treatment)",
        r"(?:more|fewer|many|how many) (?:\w+ )?(?:come|came|drop|dropped) (?:off|out)",
        r"mak(?:e|es|ing) (?:me|you|him|her|people) (?:want to|(?:feel )?(?:sick|ill|drowsy|dizzy|fat|tired|worse))",
        r"mess(?:es)? (?:with|up) (?:my|your|his|her|the)|do (?:me|you|him|her) (?:any )?damage",
        r"addictive|(?<!opioid )(?<!opiate )(?<!heroin )(?<!alcohol )(?<!drug )dependence|withdrawal (?:symptoms"
        r"|effects)|weight gain|does \w+ cause|cause side|complain\w* of",
        r"irritat(?:e|es|ed|ing|ion)",
    ),
    # Who must not have it, and with what.
    rule(
        Facet.CONTRAINDICATIONS,
        QuestionKind.HARM,
        r"contraindicat\w*|interact\w*|(?<!anti )allergy"
        r"|allergic(?! to \w+ (?:\w+ ){0,8}?(?:what|which|instead|alternatives?|options?))",
        r"(?:who|when) (?:should|must|can) (?:not|never)|who (?:shouldnt|cannot|cant)",
        r"(?:can|may|could) (?:i|we|you|he|she|they|people|patients|women|someone) (?:still )?"
        r"(?:take|use|have|be given|get|drink|eat) [\w ]{1,40}? (?:if|while|when|with|during|together with|alongside)",
        r"should (?:i|we|you|he|she|they|people|patients|women) (?:still )?(?:take|use|have|be given|get)"
        r" [\w ]{1,40}? (?:if|while|during|together with|alongside)",
        r"(?:together|combined|combine|mix|mixed) with (?:alcohol|other)",
    ),
    rule(
        Facet.SPECIAL_POPULATIONS,
        QuestionKind.TREATMENT,
        r"pregnan\w*|breast ?feed\w*|lactat\w*|nursing mothers?|trying to conceive|trimester",
        r"(?:renal|kidney|hepatic|liver) (?:impairment|failure|disease|problems?|function)",
        r"immunocompromised|immunosuppressed|transplant",
    ),
    # Keeping it from coming asks for benefit too: packs and trials file it there.
    rule(
        Facet.PREVENTION,
        QuestionKind.PREVENTION,
        r"prevent(?! (?:risk|score|equations?|calculator|\d))\w*|prophyla\w*|preventative",
        r"avoid (?:getting|having|developing|catching)|stop (?:it|them|this) (?:from )?(?:coming|recurring"
        r"|returning|happening)",
        r"keep \w+ from (?:getting|coming|happening|returning)|ward off|protects? (?:against|from)|protective",
        r"(?:reduce|lower|cut|decrease) (?:the |my |your |their )?(?:risk|chances?|odds) of (?:getting"
        r"|developing|having|catching)",
    ),
    rule(
        Facet.COST,
        QuestionKind.OTHER,
        r"cost|costs|price|expensive(?! (?:new|newer|ones?|drugs?|medic\w+|tablets?|pills?|injections?"
        r"|treatments?))|cheap|cheaper|cheapest|afford|cost ?effective\w*|insurance|reimburse\w*",
    ),
    # What the word means, or where the line is drawn.
    rule(
        Facet.DEFINITION,
        QuestionKind.DEFINITION,
        r"what counts as|what is meant by|what do(?:es)? [\w ]{1,40}? mean|meaning of|defin(?:e|ed|ition|itions)",
        r"(?:is|are|was) (?:my |a |an )?(?:[a-z]\w* ){0,4}?(?:of )?\d+(?: \d+)?(?: \w+)? (?:too )?(?:high|low"
        r"|normal|bad|raised|ok|okay)",
        r"normal (?:range|values?|levels?|reading|blood)",
        r"(?:difference|differences) between",
        r"(?:types|classification|stages|grades|criteria) (?:of|for)",
    ),
    rule(
        Facet.CAUSE,
        QuestionKind.CAUSE,
        r"hereditary|inherited|inheritable|in (?:the|my|our) genes|runs? in (?:families|the family)",
        r"(?:will|would|could|can|might|do) (?:i|we|my \w+|our \w+|the \w+) (?:get|have|inherit|catch|develop)"
        r" (?:it|this|them) (?:too|as well)|pass(?:ed)? (?:it|this) (?:on|down) to",
    ),
    rule(
        Facet.DELIVERY,
        QuestionKind.OTHER,
        r"online|by phone|telephone|telehealth|telemedicine|remotely|face to face|supervised|at home"
        r"|in groups?|self guided",
        r"who (?:should|can|could) (?:give|deliver|provide|prescribe|do)",
    ),
)
