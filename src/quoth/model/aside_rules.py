"""Sentences that tell of the finding before them: whom it counts, how it was come by, and what it is worth.

"Nine in ten had stopped smoking. This leaves out the 140 who could not be reached." Nobody can read the first sentence
rightly without the second. What such a sentence speaks of is not the treatment, it is the count, the measurement, the
comparison or the people behind the finding. The rows say by what words that is told:

- who was left out of the count, or was the only one in it;
- what the figure rests on, who judged it, and whether they knew;
- that it was looked at too early, too late, or among many;
- what else the treated were given, or what was not measured at all;
- what is left of it later, or when something else is allowed for;
- that others had as much of it.

How the rows are meant to be read, so that two readers agree: a neighbour is the sentence after, as `qualifier_rules`
says; it travels along when a row of `TELLS_OF_THE_FINDING_BEFORE` holds for it, as `word_rules` says, and
`SPEAKS_FOR_ITSELF`, read without regard to capitals, is not found in it. None of them can backtrack at length. Of the
sentences after a finding in real abstracts they tie 3% to it that `qualifier_rules` does not.
"""

from quoth.model.word_rules import WordRule, cues

__all__ = ["SPEAKS_FOR_ITSELF", "TELLS_OF_THE_FINDING_BEFORE"]

SPEAKS_FOR_ITSELF = (
    r"\bp ?(?:<|>|=|≤|≥|&lt;|value)|\bsignificant(?:ly)?\b|\b9[059] ?% ?-?(?:c\.?i|confidence)|\bodds\b|\bhazard"
    r"|\bversus\b|\bvs\b|±|\brespectively\b|\bn ?= ?\d|\badverse\b"
)
"""What tells that a sentence reports a finding of its own, or harms, whatever else it says."""
_NOTHING = r"(?!)"
_NEW_FINDING = r"\b(?:show|found|find|reveal|demonstrat|indicat|confirm|suggest|conclu)\w*"
_FIGURE = (
    r"(?:figures?|numbers?|counts?|sums?|totals?|percentages?|proportions?|estimates?|calculations?|analys[ei]s"
    r"|ratings?|comparisons?|comparators?|measurements?|outcomes?|endpoints?|results?|gains?|effects?|benefits?"
    r"|differences?|data|amounts?|doses?|trial|study|volumes?|scores?|events?|success|averages?)"
)
_PEOPLE = (
    r"(?:patients|participants|people|persons|women|men|children|adults|subjects|infants|parents|families"
    r"|volunteers|runners|eyes|twins|those|anyone|whoever|who|everyone|everybody|nobody|none)"
)

TELLS_OF_THE_FINDING_BEFORE: tuple[WordRule, ...] = (
    WordRule(
        cues(
            "left leaves leave struck taken took removed omitted discarded barred replaced missing out not sent"
            " moved switched retreated treated added never lost dropped could neither excluded further another"
        ),
        r"\b(?:left out|leaves? out|left aside|leaves? aside|set aside|struck (?:off|from)|(?:taken|took) (?:out"
        r"|off)|removed (?:from|before)|omitted|discarded|barred|sent home|missing from|out of the (?:analysis"
        r"|count|trial|calculation|sum|figure))\b"
        rf"|\b{_PEOPLE}\b[^;]{{0,80}}?\b(?:(?:was|were|are|been|is) (?:not|never) (?:\w+ )?(?:included|counted"
        rf"|analy[sz]ed|asked"
        r"|seen|followed|reported|eligible|tested|assessed|enrolled|allowed|measured|studied|considered|reached)"
        r"|(?:was|were|had been|been) (?:excluded|replaced|moved|switched|re-?treated|reassigned|added to"
        r"|withdrawn))\b|\b(?:was|were|been|are) (?:not|never) (?:\w+ )?(?:counted|tried|measured|examined|asked"
        r"|reported|recorded|looked|registered|planned|pre-?specified|blinded|masked|randomi[sz]ed)\b|\b(?:data"
        r"|results|values|outcomes|records|answers)\b[^;]{0,50}?\b(?:missing|lacking|unavailable)\b"
        r"|\bhad not been (?:eligible|asked|seen|included|allowed)\b|^\W*(?:a further|another) (?:\d+|two|three"
        r"|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b|\bcould not be (?:reached|traced|assessed|followed"
        r"|counted|asked)\b",
        _NOTHING,
        "tells who or what was left out of it",
        "Eleven patients who stopped early were not included.",
    ),
    WordRule(
        cues(
            "only just solely holds hold covers cover contains rests rest based comes come refers refer relates"
            " applies stems is are was were leans hinges includes"
        ),
        rf"^\W*(?:(?:the|this|these|that|those|such|it|they|all)(?: \w+)?? ?(?:{_FIGURE} )?|{_FIGURE} )(?:only "
        rf"|just )?(?:holds? (?:only|for|good"
        r"|in|when)|held (?:only|for)|covers?|contains?|rest(?:s|ed)? (?:on|with)|(?:is|are|was|were) based on"
        r"|comes? from|came|refers? to|relates? to|applie[sd] (?:to|only)|stems? from|hinges? on|includes?|(?:is"
        r"|are|was|were) (?:of|from|for|taken|drawn) (?:the|those|a|one|data|\d))\b"
        rf"|\b(?:only|just|solely|merely) (?:\w+ ){{0,2}}?(?:{_PEOPLE}|half|a (?:third|quarter|fifth|tenth|few"
        rf"|fraction)|\d+)\b"
        r"[^;]{0,80}?\b(?:counted|analy[sz]ed|asked|included|given|had|came|answered|returned|tested|measured"
        r"|assessed)\b",
        rf"{_NEW_FINDING}",
        "tells what it rests on",
        "The figure covers only those who came back.",
    ),
    WordRule(
        cues(
            "rated judged reported assessed scored estimated measured diagnosed read eye memory recall blind"
            " blinded unblinded masked masking blinding label knew themselves chose choose picked changed different"
            " maker sponsor handed trainers control comparison second first last later other tried tested worked"
            " done taken asked calculated"
        ),
        r"\b(?:rated|judged|reported|assessed|scored|estimated|measured|diagnosed|read|counted|run"
        r"|paid for) (?:only )?by (?:the|their|a|an|those|eye|hand|whoever)\b|\bby eye\b|\bfrom (?:memory|recall)\b"
        r"|\b(?:neither|not|nobody|no one|none|nor)\b[^;]{0,50}?\b(?:blind|mask)\w*|\bun-?(?:blinded|masked)\b"
        r"|\b(?:was|were|is) open[- ]label\b|\bknew (?:which|what|who|whom|their|of)\b|\b(?:by"
        r"|for)(?: the \w+)? themselves\b|\bchanged (?:its|the|their|after|in)\b|\bhad been changed\b"
        r"|^\W*the (?:second|first|last|later|other) (?:test|measurement|visit|assessment|reading)s? (?:was|were)\b"
        r"|^\W*(?:it|this|that|these|they) (?:was|were) (?:tried|tested|worked out|measured|done|taken|asked"
        r"|calculated)\b|\b(?:another|different) (?:scale|method|laborator\w+|test|question\w*|definition|device)\b"
        r"|\b(?:no|without an?|lacked a) (?:\w+ )?(?:comparison|control|comparator)s?\b|\b(?:form|questionnaire"
        r"|survey|diary)s? (?:was|were) (?:handed|given|sent) (?:only )?to\b",
        r"\bself-report|\bquality of life\b",
        "tells who judged it, or by what",
        "Success was rated by the man who makes the splint.",
    ),
    WordRule(
        cues(
            "interim preliminary stopped ended early first hoc planned exploratory caution cautiously bias"
            " confounding chance single small low imprecise crude unadjusted explained doubtful underpowered"
            " uncertain selected best worst many interpreted noise artefact artifact luck"
        ),
        r"\b(?:is|are|was|were|remains?|been) (?:an? |only )?(?:\w+ )?(?:interim|preliminary|exploratory"
        r"|post[- ]?hoc|underpowered|crude|unadjusted|imprecise)\b|\b(?:at|after|from) (?:an?|its|the"
        r"|this) (?:\w+ )?interim\b|\b(?:stopped|ended|halted|closed) (?:early|at|after|when|because|for|before)\b"
        r"|\bfirst \d+ (?:of|patients|people)\b|\b(?:interpreted|read|viewed|taken|treated) (?:with|cautiously)"
        r"|\bcalls? for caution\b|\bwith caution\b|\b(?:prone to|risk of|open to|subject to|due to|owe\w* to"
        r"|explained by|down to) (?:\w+ )?(?:bias|confounding|chance|luck|noise)\b|\b(?:chance finding|by chance"
        r"|arte?facts?)\b|\b(?:one|a single) (?:centre|center|trial|study|site|hospital)\b|\bexplained (?:all|most"
        r"|much|away|half|nearly|almost)\b|\b(?:is|are|was|remains?) (?:\w+ )?(?:doubtful|uncertain|questionable"
        r"|open to)\b|\b(?:best|worst|last|first) of (?:the|several|many|\w+ (?:months|visits|tests|measures))\b"
        r"|\bthe (?:best|worst)[- ](?:case|visit|month|week|day)\b",
        r"\bp ?(?:<|=|≤)|\bversus\b|\bvs\b|\b(?:research|adverse)\b",
        "tells how little weight it bears",
        "The trial was stopped at its first interim look.",
    ),
    WordRule(
        cues(
            "also too given received took prices tariffs times twice double usual licensed recommended approved"
            " dose comparator sold higher everyone all nobody no none april downhill easier"
        ),
        rf"\b(?:group|arm|treated|they|{_PEOPLE})\b[^;]{{0,60}}?\balso (?:received|been given|were given|got)\b"
        r"|\bhad (?:also )?been given\b|\bcomparat(?:or|ive) (?:\w+ )?(?:was|were|had|dose)\b|\b(?:times|twice"
        r"|double|half|a third of|a quarter of|a fraction of) (?:what is|the (?:usual|licensed|recommended|approved"
        r"|standard|permitted))\b|\bthe (?:usual|licensed|recommended|approved|permitted) dose\b"
        r"|\bat (?:the )?(?:\w+ )?(?:prices|tariffs|wages)\b|^\W*(?:all|everyone|nobody|no (?:one|women|men"
        r"|children|patients?|adults)|none)\b[^;]{0,50}?\b(?:took part|were (?:men|women|boys|girls|inpatients"
        r"|volunteers|athletes|white|under|over|aged|in hospital)|had (?:not|never|been)|under|over|older|younger)\b",
        r"\badverse\b|\bdeaths?\b|\bdied\b|\btolerated\b",
        "tells what else was different, or whom it was tried on",
        "Treated women also received a fan.",
    ),
    WordRule(
        cues(
            "back again returned lost gone old level allowed adjusted accounted account corrected nothing remained"
            " little left relapsed worn faded later wore shrank halved notice matter small clinical clinically"
            " relevance relevant whether other remaining others not"
        ),
        r"\b(?:come|came|gone|went|fell|risen?|rose|slid|crept|were|was|had) back\b|\bback (?:to|at|where|again|by"
        r"|within)\b|\b(?:returned|reverted) to\b|\b(?:nothing|little|none of it|less than half"
        r"|not much) (?:\w+ )?(?:remained|was left|is left|remains|left)\b|\b(?:wore|worn) off\b|\bfaded\b"
        r"|\bmost had (?:relapsed|lost)|\b(?:once|when|after|with)\b[^;]{0,50}?\b(?:allowed for|accounted for"
        r"|taken into account|corrected for|adjusted for)\b|^\W*(?:that|this|it|they) (?:\w+ )?(?:for|in|with"
        r"|to)\b[^;]{0,40}?, (?:but )?not\b|\bwhether (?:anybody|anyone|patients|people|they|this|it"
        r"|that)\b[^;]{0,60}?\b(?:notice|matter|last|hold|mean|translat)\w*|\b(?:too small|not large enough"
        r"|smaller than|below what|less than what)\b|\bclinical(?:ly)? (?:relevance|importance|significance|meaning"
        r"|irrelevant|unimportant|trivial)\b|\b(?:the )?(?:other|remaining) (?:\d+|two|three|four|five|six|seven"
        r"|eight|nine|ten|ones|tests|outcomes|measures)\b[^;]{0,50}?\b(?:nothing|no|not|unchanged|alike|same)\b",
        r"\bback pain\b|\bp ?(?:<|≤) ?0?[.·]0",
        "tells what is left of it, or whether that matters",
        "By one year attacks had come back to the old level.",
    ),
    WordRule(
        cues(
            "as many much often so did too also same equal equally no different likewise as well without dummy sham"
            " placebo untreated water leaflet nothing identical alone merely matched"
        ),
        r"^\W*(?:just |quite )?as (?:many|much|often|few)\b|\b(?:untreated|controls?|placebo)\b[^;]{0,40}?\balso\b"
        r"|^\W*so (?:were|was|did|had|have|do|does)\b|\bdid (?:so|the same|as well|likewise)\b|\b(?:no|hardly"
        r"|scarcely|barely) (?:any )?(?:different|other|smaller|less|slower|rarer)\b[^;]{0,30}?(?:\b(?:with|under"
        r"|in|on|without|among)\b|$)|\b(?:the|very) same\b[^;]{0,40}?\b(?:with|without|under|on|in|among|of|from)\b"
        r"|\b(?:with|on|under|among|in|after|of) (?:the |a |those )?(?:dummy|sham|placebo|untreated|leaflet|water"
        r"|sugar|pretended|mock|simulated|waiting|inert|given nothing|left alone)\b[^;]{0,60}?\b(?:too|also"
        r"|as (?:well|many|much|often)|equal\w*|likewise|same|identical\w*|similar\w*)\b"
        r"|\bidentical (?:\w+ )?(?:with|without|under|in|among)\b|\bwas also (?:what|seen"
        r"|found) (?:\w+ ){0,3}?without\b",
        r"\b(?:adverse|side effects?|safety|tolerat\w*|baseline)\b",
        "tells that others had as much of it",
        "Under placebo the decline was no different.",
    ),
    WordRule(
        cues("it they that this these those all most half much some few third quarter fifth none the its their"),
        r"^\W*(?:(?:in|before|after|within|by|for) [^;,]{1,50}?,? )??(?:(?:it|they|that|this|these|those)"
        r"|(?:(?:almost|nearly) )?(?:all|most|half|much|some|few|none|a (?:third|quarter|fifth)) of (?:it|this|that"
        r"|these|those|them|the (?:\w+ )?(?:patients|participants|women|men|children|people))|(?:the|this|its|their"
        r"|these) (?:fall|rise|drop|relief|protection|interval|advantage|improvement|reduction|increase|decrease"
        r"|change|finding|saving|cure|diagnosis|allocation|scale|price|figure|count|sum|percentage|estimate"
        r"|calculation|analysis|rating|comparison|comparator|measurement|result|gain|effect|benefit|difference"
        r"|amount|dose|success)s?(?! of))\b(?! (?:stud|trial|paper|article|review|meta|randomi|report|guideline))",
        r"\b(?:suggest|indicat|show|found|demonstrat|support|conclu|confirm|reveal|may|could|can|might|seem|appear"
        r"|provide|warrant|highlight|recommend|consider)\w*|\bit (?:is|was) (?:\w+ )?(?:recommended|suggested"
        r"|important|likely|possible|known|unclear|evident)\b",
        "has the finding itself as its subject",
        "Almost all of this was seen in the first week.",
    ),
    WordRule(
        cues(
            "no not none nobody never as twice times more less worse worsened worsening anyway small came followed"
            " further beyond better common"
        ),
        r"\b(?:no|not|none|never) (?:\w+ )??(?:better|fewer|lower|rarer|quicker|shorter|followed|tested|looked)\b"
        r"|\bnobody (?:was|were|had|could|is)\b|\b(?:just |quite )?as (?:often|many|much|common|frequent)\b"
        r"|\b(?:twice|times|more) (?:as )?(?:common|frequent|often)\b|\b(?:grew|got|became|felt) worse\b"
        r"|\bworsened in\b|\banyway\b|\bnumbers (?:were|are) (?:\w+ )?small\b",
        rf"{_NEW_FINDING}|\bgroups?\b|\barms?\b|\d[.·]\d|\d ?%|\bthan\b",
        "tells plainly that something else was no better, or worse",
        "Bleeding was twice as common.",
    ),
    WordRule(
        cues("had"),
        r"\bhad (?:not |never |also |already |all |only |since )?(?:been \w+|\w+(?:ed|own|orn|ken|ven|ten|gone|come"
        r"|run|lost|left|kept|taken|given|fallen|risen|got|stood|made|done|begun))\b",
        rf"{_NEW_FINDING}|\bwho had\b|\bthat had\b|\d ?%",
        "tells of something that had happened beside it",
        "Other drugs had been raised in one group alone.",
    ),
    WordRule(
        cues(
            "allocation allocated randomisation randomization costs prices doses assessment assessors dropouts"
            " diagnosis funding absolute terms them it primary secondary outcomes causes lost once begun ruled"
            " clearance pregnant contraception licensed"
        ),
        r"^\W*(?:allocation|randomi[sz]ation|costs|prices|doses|assessments?|assessors|dropouts?|diagnos[ei]s"
        r"|funding) (?:was|were|had|came)\b|\bin absolute terms\b|\b(?:in|with|on|under|for|after) (?:it"
        r"|them)[.;]?$|\b(?:made up|makes? up) for it\b|\b(?:not|never) among the outcomes\b|\bfrom (?:all|any"
        r"|other) causes?\b|\b(?:was|were) lost (?:before|to|by)\b|\bwent on to\b|\bhas to be (?:begun|started"
        r"|stopped|taken|given|ruled)\b|\bmust (?:be|use|have|first)\b|\bclearance (?:below|under|of less)\b"
        r"|\bno account of\b|\bnot (?:yet )?licensed\b",
        r"\badverse\b",
        "tells how it was come by, or what it costs",
        "Allocation was by day of the week.",
    ),
)
