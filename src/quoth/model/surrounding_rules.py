"""What around a sentence is shown with it: tables read by who makes a page and who checks it, each with its own code.

How they are meant to be read, so that two readers agree:

- A result or a conclusion of running text travels with the sentence after it, where that stands in the same section
  and paragraph, unless it speaks for itself (`aside_rules.SPEAKS_FOR_ITSELF`), or `STANDS_APART` is found at its
  beginning or `ENDS_APART` anywhere in it. Whether it limits what stands before is not judged: any free words can.
- A finding in which no statistic (`found_rules.STATISTIC`) is found travels with the sentence after it all the same:
  its statistic stands there. One that has its own travels with a next one that has, too, where `TURNS` is found there
  and both share a word that is not in `COMMON_WORDS`.
- Advice travels with the sentence after it likewise, unless that is an item (`NEXT_ITEM`) or advises itself: `ASKS` is
  found in it and neither `BINDS_WHAT_ASKS` is nor, after advice in which `RECKONED` is found, `RECKONS_ON`, or
  `NEW_ADVICE` is and neither `BINDS` nor `OPENS_WITH_A_CASE` is; where `POINTS_BACK` is, it never advises by itself.
- Advice travels with the sentence before it in its line likewise: unless `STANDS_APART` or `ENDS_APART` is found, it
  is an item (`NEXT_ITEM`), it adds nothing (`adds_nothing_rules`) or ends with a grade, or it advises itself: `ASKS` is
  found in it and `BINDS_WHAT_ASKS` is not, or `NEW_ADVICE` is and `BINDS` is not.
- A finding travels with the one before it in its line that tells its worth (`aside_rules`) or found nothing itself
  (`scene_rules`).
- Advice in which `REFERS_BACK` is found, or that stands under a heading or the head of a list that `ORDERED` is found
  in, travels with the sentence before it.
- What stands in the line below advice does not travel with it where it is what the line after it hangs on, since it
  breaks off before that (`scene_rules`), and `BINDS` is not found in it; nor where its words up to a colon (`BRANCHES`)
  share one with the line over the advice, which breaks off too or is its label: that is the next case. Where the line
  over the advice is its label or breaks off, what comes next in the same way, as a label of its own or with a case
  before a colon, is the next case whatever it says, unless `LIMITS_AT_ITS_HEAD` is found in it; so is a line that
  breaks off and opens with the same word as the label.
- A sentence in brackets travels with the one before it. What stands in the next paragraph travels where it is at most
  `SHORT_LINE_CHARS` long and would travel within the paragraph; of advice not what `ASKS`, `NEW_ADVICE` or
  `OTHER_BRANCH` is found in.
- Advice and findings of a full text travel with the innermost heading over them, and with outer ones that `LIMITS` is
  found in, unless each of a heading's words stands in `GENERAL_WORDS` or in the sentence; or, of a heading that
  `LIMITS` is not found in, in the title of the source. A heading that is the title up to its colon is none. The heading
  above an inner one that stands in the text more than once travels as if `LIMITS` were found in it.
- All that a source ties to a sentence by its layout travels too: the words that lead in its list, unless
  `LEADS_ELSEWHERE` is found in them, the line that closes the list where it speaks of it, and the notes that its marks
  call for (`quoth.text.surroundings`).

None of the patterns can backtrack at length; they are read without regard to capitals.
"""

from quoth.model.word_rules import cues

__all__ = [
    "ASKS",
    "BINDS",
    "BINDS_WHAT_ASKS",
    "BRANCHES",
    "COMMON_WORDS",
    "ENDS_APART",
    "GENERAL_WORDS",
    "LEADS_ELSEWHERE",
    "LIMITS",
    "LIMITS_AT_ITS_HEAD",
    "NEW_ADVICE",
    "NEXT_ITEM",
    "OPENS_WITH_A_CASE",
    "ORDERED",
    "OTHER_BRANCH",
    "POINTS_BACK",
    "RECKONED",
    "RECKONS_ON",
    "REFERS_BACK",
    "SHORT_LINE_CHARS",
    "STANDS_APART",
    "TURNS",
]

STANDS_APART = (
    r"\W*(?:(?-i:[A-Z][A-Z /&'-]{3,50}:|(?:Methods|Results?|Findings|Conclusions?|Interpretation|Discussion|Limitations"
    r"|Implications|Level of [Ee]vidence|Trial [Rr]egistration|Registration|Funding|Keywords?)[.:])"
    r"|(?:trial|study|clinical|protocol|review|systematic) (?:\w+ )?registration\b|(?:trial )?registered (?:at|with|on"
    r"|in)\b|fund(?:ing|ed by)\b|copyright\b|©|\(?c\)? \d{4}\b|we conclude\b"
    r"|(?:(?:therefore|thus|hence|however),? )?(?:more|further|additional|larger|future|longer)(?:,? [\w-]+){0,4}?"
    r" (?:research|stud(?:y|ies)|trials?|works?|investigations?|data) (?:is|are|(?:would|may|will) be)(?: still| also"
    r"| now| clearly)? (?:needed|required|warranted|necessary|indicated|called for)\.?\Z"
    r"|(?:the )?(?:reasons?|mechanisms?|explanations?|implications?)\b[^.;]{0,60}?\b(?:deserves?|merits?|warrants?"
    r"|needs?|requires?|remains?)\b[^.;]{0,40}?\b(?:study|studied|research|investigat\w+|attention|exploration"
    r"|explored|clarif\w+|known|established|unclear|unknown)\.?\Z"
    r"|(?:(?:further|larger|more|similar|new) )?(?:studies|trials|research|work)\b[^.;]{0,60}?\b(?:is|are) (?:being"
    r" )?(?:under ?way|planned|ongoing|awaited|in progress)\.?\Z"
    r"|(?:the|these|our) (?:results?|findings?|data) (?:will|may|should|could|might) be of (?:interest|use|value"
    r"|help)\b[^;]*\Z)"
)
"""How a sentence begins that is the next part of a text: under a label of its own, or about the report as such; or the
whole of one that calls for research, or tells whom it may interest, and says no more."""

ENDS_APART = r"\b(?:ClinicalTrials\.gov|ISRCTN ?\d|NCT ?\d|PROSPERO|CRD ?\d|[A-Z]{4,6}-?RCT ?\d)"
"""A sentence that gives the number a study goes by."""

NEXT_ITEM = (
    r"^\W{0,3}(?:[•‣▪·–—-]|\(?(?:\d{1,2}|[a-z])[.)] |(?:Step|Stage|Box) \w+ "
    r"|[A-Z][a-z]+ \d+\b(?! (?:is|are|was|were|means|refers?|counts?|being)\b))"
)
"""How an item of a list begins, or a part that has a number. Read with capitals minded."""

LIMITS_AT_ITS_HEAD = (
    r"\W{0,3}(?:not|no|never|none|nobody|only|just|except\w*|exclud\w+|unless|but|though|although|however|caution\w*"
    r"|warnings?|notes?"
    r"|note that|nb|beware|danger|stop|contra-?indicat\w*|precautions?|maximum|at most|limits?|dose|dosage|grade"
    r"|strength"
    r"|level of evidence|certainty|evidence|reason|rationale|risks?|harms?|side effects?|follow-?up|monitoring)\b"
)
"""How a line begins that says more of the line above it, and is no other case."""

OTHER_BRANCH = (
    r"\W{0,3}(?:yes|no|if (?:so|not|yes|no)|otherwise|else|(?:all )?(?:the )?(?:others|rest)(?=:))\b"
    r"(?! (?:more|less|longer|later))"
)
"""How a line begins that is the other answer to the question that stands above."""

BRANCHES = r"[^:.;!?\n]{2,60}: ?\S"
"""How a line begins that names a case before it says what holds in it."""

NEW_ADVICE = (
    r"\b(?:should|shall|ought|recommend\w*|suggest\w*|advis\w*"
    r"|offer(?:ed)?|consider(?:ed)?|indicated|reasonable|appropriate|preferred|refer to|see"
    r"|(?:can|may) be(?! (?:\w+ly )?(?:fatal|deadly|lethal|dangerous|harmful|toxic|severe|serious|life"
    r"|misleading|worse|lost|hidden|missed|masked|too)\b))\b"
)
"""What advises, or points to another place."""

ASKS = (
    r"^\W{0,3}(?:(?:Always|Also|Then|Next|Please|In addition,?|Do not|Don't|Never) )?(?-i:"
    r"Act|Add|Address|Adjust|Administer|Admit|Advise|Agree|Aim|Allow|Apply|Arrange|Ask|Assess|Assign|Assist|Attend"
    r"|Avoid|Base|Be|Begin|Block|Book|Bring|Calculate|Call|Carry|Change|Check|Choose|Clean|Clear|Close|Collect|Combine"
    r"|Compare|Complete|Conduct|Confirm|Consider|Consult|Contact|Continue|Control|Cool|Correct|Count|Counsel|Cover"
    r"|Create|Cut|Decide|Decrease|Defer|Delay|Deliver|Describe|Determine|Develop|Diagnose|Dilute|Discharge|Discontinue"
    r"|Discuss|Do|Document|Double|Drain|Draw|Drink|Dry|Eat|Educate|Elevate|Emphasi[sz]e|Empty|Encourage|Ensure"
    r"|Establish|Evaluate|Examine|Exclude|Exercise|Explain|Explore|Feed|Feel|Find|Follow|Gather|Get|Give|Go|Guide|Halve"
    r"|Have|Help|Hold|Identify|Immuni[sz]e|Implement|Improve|Include|Increase|Inform|Infuse|Initiate|Inject|Insert"
    r"|Inspect|Instruct|Interpret|Investigate|Involve|Isolate|Keep|Lay|Lead|Leave|Let|Lie|Lift|Limit|Listen|Look|Lower"
    r"|Maintain|Make|Manage|Measure|Minimi[sz]e|Mobili[sz]e|Monitor|Move|Narrow|Note|Notify|Observe|Obtain|Offer|Open"
    r"|Operate|Optimi[sz]e|Order|Palpate|Perform|Place|Plan|Position|Postpone|Prefer|Prepare|Prescribe|Press|Prevent"
    r"|Prick|Prioriti[sz]e|Promote|Protect|Provide|Pull|Push|Put|Raise|Read|Reassess|Reassure|Recommend|Record|Reduce"
    r"|Refer|Reinforce|Remove|Repeat|Replace|Report|Request|Resume|Return|Review|Ring|Rinse|Rotate|Rule out|Run|Scan"
    r"|Screen|See|Seek|Select|Send|Set|Sit|Speak|Splint|Start|Stay|Stop|Stretch|Suggest|Support|Swallow|Switch|Take"
    r"|Tape"
    r"|Talk|Taper|Target|Teach|Tell|Test|Think|Titrate|Track|Train|Transfer|Treat|Try|Turn|Use|Vaccinate|Verify|Visit"
    r"|Wait|Walk|Warm|Wash|Watch|Wean|Wear|Weigh|Withdraw|Withhold|Work|Write)\b"
    r"(?! (?:(?!(?:before|after|until|till|when|while|if|unless|that|which|who|whom|whose|where|as|because|than"
    r"|what|once|since|though|although)\b)[\w-]+ ){0,4}?(?:is|are|was|were|has|have|must|should|may|can)\b)"
)
"""How a sentence begins that asks for something; not where the word is a name: "Use outside trials is not advised"."""

BINDS = (
    r"\b(?:only|alone|nowhere|nobody|no one|none|never|nor|neither|not|no|unless|until|except\w*|else|others?|elsewhere"
    r"|otherwise|beforehand|before|first|previously|already|without|outside|exclusively|restricted|confined|limited"
    r"|reserved|kept (?:for|to)|meant (?:for|to)|at (?:the )?most|at (?:the )?least|must|required?|requires?|ha(?:s"
    r"|ve) to|had to"
    r"|need(?:s|ed)?|mandatory|(?:is|are) to|those (?:who|whose|with|under|over|on|in)|as part of|forbids?|forbidden"
    r"|depends?|provided|precondition|presuppos\w+|different|instead|rather|lies with|decides?|take care|precedence"
    r"|(?:leave|do|does|give|handle|perform|carry out) (?:this|it|so|them))\b"
)
"""What binds a sentence that advises to the advice before it: for whom alone, on what condition, with what else."""

OPENS_WITH_A_CASE = (
    r"^\W*(?:after|from|with|at|where|when|whenever|during|once|over|above|below|under|beyond|as soon as"
    r"|(?:in|for|among) (?:the (?:presence|case|elderly|frail|old|very)|people|persons|patients|women|men|children"
    r"|infants|adults|adolescents|those|anyone|pregnan\w+|older|frail|severe|mild|chronic|acute|obese|high|low))\b"
)
"""How a sentence that advises begins where it speaks of a case of the advice before it.

"Where the clearance is low", "In people over 80".
"""

BINDS_WHAT_ASKS = (
    r"\b(?:first|beforehand|before (?:that|this|it|starting|giving|each|every|the|another|any|leaving|ending|stopping)"
    r"|do not|don't|unless|only|never|must not|not (?:before|more|less|longer)|no (?:more|longer|less|further"
    r"|other|second)|at (?:the )?most|until)\b|^\W{0,3}(?:Taper|Wean|Withdraw|Pause)\b"
)
"""The same of a sentence that asks for something: "Test for the gene first; if positive, do not"."""

RECKONED = (
    r"\b(?:multiply|divide|add|subtract|calculate|reckon|work out|count|sum|formula|volume|weight|body surface"
    r"|equal dose|dose|per (?:kg|kilo\w*)|(?:an?|each|every|per) (?:kilo\w*|kg|square met\w+)"
    r"|\d[\d.,]* ?(?:mg|ml|mL|g|mcg|µg|micrograms?|units?|mmol|IU|kcal|l|L|litres?))\b|/kg\b"
)
"""What advice says that gives an amount, or tells how to come by one."""

RECKONS_ON = (
    r"^\W{0,3}(?:Then |And |Next,? )?(?-i:Multiply|Divide|Halve|Double|Triple|Treble|Subtract|Deduct|Round|Share"
    r"|Split|Dilute|Spread|Add (?:another )?\d|Take (?:off|away)|(?:Cut|Reduce|Lower|Correct|Adjust)"
    r" (?:it|this|that|the (?:dose|sum|result|amount|figure|total|volume))"
    r"|(?:Give|Use|Take|Run|Inject|Infuse) (?:only |just )?(?:half|an? (?:third|quarter|fifth|tenth)"
    r"|\w+ (?:thirds|quarters|fifths|tenths)|\d+ ?(?:%|per cent)))\b"
)
"""How a sentence begins that reckons on with the amount before it: its last step."""

POINTS_BACK = (
    r"^\W{0,3}(?:this|that|these|those|it|its|they|their|he|she|such|so|the (?:advice|recommendation|dose|drug|test"
    r"|treatment"
    r"|figure|amount|measure|sentence|wording|paragraph|statement|above|same|former|latter|first|second|last))\b"
)
"""How a sentence begins whose subject is the one before it, or what that one tells of."""

ORDERED = r"\b(?:order|steps?|stepwise|sequence|successive(?:ly)?|one after (?:the other|another))\b"
"""What a heading or the head of a list says under which each line follows from the one before it."""

REFERS_BACK = (
    r"\b(?:(?:as|see|described|mentioned|listed|given|stated|shown) above|above-?mentioned|aforementioned|aforesaid"
    r"|ditto|ibid|(?:as|than|like) (?:before|previously described)|the same (?:dose|regimen|schedule|course|way|amount"
    r"|again|as|for|in|applies|holds)|(?:the|this) (?:former|latter)|of the two|likewise)\b"
)
"""What advice says that cannot be followed without what stands before it."""

SHORT_LINE_CHARS = 160
"""No paragraph, but a line: it goes with the one above it."""

TURNS = (
    r"\b(?:not|no|nor|none|neither|only|alone|too|same|alike|worse|adjust\w*|allowing|allowance|accounting"
    r"|correct(?:ed|ion|ing)|interaction|sensitivity|imput\w*|intention|as randomi[sz]ed|per[- ]protocol|post[- ]?hoc"
    r"|pre-?specified|planned|unplanned|absolute|crude|unadjusted|driven|mainly|mostly|largely|due to|explain\w*"
    r"|odds|confidence interval|in the model|adverse|side effects?|deaths?|died|mortality|toxicity|harms?)\b"
)
"""What a statistic says that takes back, halves or explains the one before it."""

COMMON_WORDS = cues(
    "the and was were with for from group groups patients participants compared than between after before week weeks"
    " month months day days year years treatment treated mean score scores higher lower greater significant"
    " significantly difference differences control controls intervention placebo also not both had all during that"
    " more less increase increased decrease decreased reduction reduced improved improvement respectively versus one"
    " two three four however there this these those their who which been points median baseline"
)
"""Words of results that do not tell which outcome they speak of."""

GENERAL_WORDS = cues(
    "a an and are as at by for from how in into is it its of on or our that the this to what when which with"
    " abstract action advice advised aims algorithm analysis analyses answer answers appendix application approach"
    " approaches assessment available background basis best body box care chapter choice clinical commentary"
    " comments common comparison conclusion conclusions consensus consideration considerations context current"
    " definition definitions description details diagnosis dosage dose doses dosing"
    " diagnostic discussion document effect effectiveness"
    " effects efficacy evaluation evidence executive findings follow followup general good guidance guideline"
    " guidelines implementation implications initial intervention interventions introduction issues key level"
    " levels line list main management medical medication medications methods monitoring new nonpharmacological"
    " note notes objective objectives options order outcome outcomes overall overview page panel part pathway pathways"
    " points practical"
    " practice prevention primary principles problem process program question questions rationale recommendation"
    " recommendations recommended references related remarks report results review routine scope screening"
    " secondary section services specific standard standards statement statements strategies strategy strength"
    " suggested suggestion suggestions summary support synopsis table tests testing therapies therapy tools topic"
    " treatment treatments update updated use using version i ii iii iv v vi vii viii ix x"
)
"""Words of headings that limit nothing. Numbers and single letters limit nothing either."""

LIMITS = (
    r"\b(?:only|if|unless|except|without|during|while|after|before|until|when|where|not|no|non|never|avoid|against|who"
    r"|under|over|aged?|above|below|less|more|than|older|younger|early|late|acute|chronic|severe|mild|moderate|stage"
    r"|type|phase|class|grade|risk|suspected|proven|confirmed|positive|negative|resistant|refractory|recurrent|relapse"
    r"|pregnan\w*|breast-?feeding|lactat\w*|child(?:ren)?|infants?|neonat\w*|newborns?|babies|adolescents?|teenagers?"
    r"|adults?|elderly|wom[ae]n|m[ae]n|males?|females?|boys?|girls?|patients?|people|persons?|individuals?|athletes?"
    r"|smokers?|travell?ers?|workers?|inpatients?|outpatients?|special populations?|renal|hepatic|kidney|liver|dialysis"
    r"|failure|allerg\w*|intoleran\w*|contraindicat\w*|palliative|emergency|intensive|hospital\w*|research|trials?"
    r"|previous|former|superseded|obsolete|withdrawn|draft|minority|dissent\w*|others?|elsewhere|abroad|example|case"
    r"|outbreaks?|endemic|epidemic)\b"
)
"""What a heading says that holds for some, at some time or with some reserve."""

LEADS_ELSEWHERE = (
    r"\b(?:are|is) (?:also |now )?available\b|\bsee (?:also|the following)\b|\b(?:links?|further reading|related)\b"
)
"""A line that leads to other documents: advice beneath it, in a text that lost its blank lines, is not led in by it."""
