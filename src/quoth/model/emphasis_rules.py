"""When words of a study say more than the study found: one table, read by two sides, each with its own code.

How the rows are meant to be read, so that two readers agree. All of it is for results and conclusions in running text
that is the source's own; what a source annotated, and summaries, are left alone.

- A sentence is about a part of those who took part when a row of `IN_A_PART` is found anywhere in it, or when a row of
  `OPENS_WITH_A_PART` matches at its opening and a sentence before it, in the same section of the same rendition,
  reports no difference. The opening is the first character after opening marks, and again after a heading such as
  "RESULTS: ". Where `IN_EVERY_PART` is found in the sentence, it speaks of all parts and is about none.
- A sentence reports no difference when a row of `NO_DIFFERENCE` is found in it; among results also when it tells a
  ratio with an interval that holds one (`quoth.text.ratios`). It reports a difference when a row of
  `DIFFERENCE` is found after everything that `NO_DIFFERENCE` finds has been taken out, or a row of `CHANGE` in one that
  neither reports no difference nor speaks of `ALL_ALIKE`.
- A conclusion says more than was found when a row of `CLAIMS_BENEFIT` is found in it and none of `HEDGED` or
  `NO_DIFFERENCE`, while the results reported in the same rendition hold at least one sentence that reports no
  difference and none that reports one, those found by `IN_A_PART` left aside. The results are the sentences of the
  sections labelled as results; in an abstract without such a section they are the sentences before the conclusion.
- Patterns are Python regular expressions, read without regard to capitals. None of them can backtrack at length.

What it is called when the conclusion claims what the results do not show: Boutron et al., JAMA 2010;303(20):2058-2064,
doi:10.1001/jama.2010.651.
"""

from quoth.model.qualifier_rules import QualifierRule

__all__ = [
    "ALL_ALIKE",
    "CHANGE",
    "CLAIMS_BENEFIT",
    "DIFFERENCE",
    "HEDGED",
    "IN_A_PART",
    "IN_EVERY_PART",
    "NO_DIFFERENCE",
    "OPENS_WITH_A_PART",
]

_PEOPLE = (
    r"(?:patients|participants|subjects|people|persons|individuals|those|women|men|girls|boys|children|adults"
    r"|infants|adolescents|smokers|nonsmokers|non-smokers|females|males|carriers)"
)
_BETTER = (
    r"(?:better|greater|larger|higher|lower|less|fewer|more|shorter|longer|faster|smaller|reduced|improved"
    r"|increased|decreased|superior|effective|efficacious)"
)

IN_A_PART: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"\b(?:a|an|one|this|that|the) (?:[\w-]+ ){0,2}sub-?(?:group|set|population) of\b",
        "names one subgroup",
        "A subset of patients with early disease lived longer.",
    ),
    QualifierRule(
        r"\b(?:in|among|for|within|of|from) (?:the |a |an |one |this |that |our )?(?:[\w-]+ ){0,3}sub-?(?:group|set"
        r"|population)\b",
        "names one subgroup",
        "In the subgroup of women, pain fell by half.",
    ),
    QualifierRule(
        r"\b(?:sub-?group|subset|post[- ]?hoc|exploratory|stratified"
        r"|secondary per[- ]protocol) (?:[\w-]+ )?analys[ei]s\b",
        "was analysed after or apart from the whole",
        "A post hoc analysis showed fewer strokes in men.",
    ),
    QualifierRule(
        rf"\b(?:only|solely|exclusively|confined to|restricted to|limited to) (?:in |among |for |to )?(?:the "
        rf"|those )?(?:[\w-]+ )?{_PEOPLE}\b",
        "holds for some of them alone",
        "The effect was confined to patients with severe asthma.",
    ),
    QualifierRule(
        rf"\bwhen (?:the )?(?:analys[ei]s (?:was|were) (?:restricted|limited)|only|we looked only at)\b"
        rf"|\bwhen (?:the )?(?:[\w-]+ )?{_PEOPLE} (?:[^.;]{{1,80}} )?(?:was|were) (?:analy[sz]ed|considered"
        rf"|examined) (?:alone|separately)",
        "looks at some of them alone",
        "When the analysis was restricted to women, mortality was lower.",
    ),
)

_PART_BY_CONDUCT = QualifierRule(
    r"\b(?:completers|(?<!non-)responders|per[- ]protocol (?:population|analysis|set|sample)|(?:stratum|subset"
    r"|subgroup) (?:with|who|that|of|findings)|interaction (?:with|between)|driven by (?:patients|participants"
    r"|those|women|men)|(?:after|by|on) excluding|restricting the (?:sample|analysis)|secondary analysis (?:in|of"
    r"|by))\b",
    "was found in those who were picked after or apart from the whole",
    "Among completers, relapse was halved.",
)
_PART_WHO_STAYED = QualifierRule(
    r"\b(?:those|patients|participants|people|women|men|children|adults|subjects|smokers|the \d+|\d+) (?:(?:who"
    r"|that|still) (?:had )?(?:\w+ )?(?:took at least|took (?:all|every)|finished|completed|attended (?:all|every"
    r"|at least|each)|adhered|complied|remained|stayed|came back|returned|continued|persisted|responded"
    r"|on treatment)|with (?:complete data|full adherence|good compliance))\b|\b(?:with|under|at) (?:full|perfect"
    r"|good|high) (?:adherence|compliance)\b|^(?!.{0,400}\b(?:intention|intent|m?ITT)\b).{0,400}\b(?:as[- ]treated"
    r"|on[- ]treatment (?:analys|comparison)\w+|per[- ]protocol|complete[- ]case|observed[- ]case)\b",
    "was found in those who stayed, or did as they were told",
    "Patients who completed the course lost 6 kg.",
)
_PART_BY_CHOICE = QualifierRule(
    r"\b(?:at|in|by|from) (?:(?:an?|the|its|this|our) )?(?:\w+ )?interim (?:look|analys[ei]s|data|results?)\b"
    r"|\b(?:in|during) the first (?:treatment |cross-?over )?period\b|\bpost[- ]hoc\b(?! (?:tests?\b|statistic"
    r"|tukey|compar|pairwise))|\bsensitivity analys[ei]s (?:without|of|in|that|restricted|excluding|limited"
    r"|among)\b|\b(?:after|once|when|with)\b[^;]{1,60}?\b(?:was|were|been) (?:left out|excluded|removed|omitted"
    r"|set aside)\b|\b(?:looked at|considered|taken|analy[sz]ed|examined) (?:alone|by themselves|on their own)\b"
    r"|\b(?:youngest|oldest|lowest|highest|top|bottom|best[- ]\w+|worst[- ]\w+|heaviest|sickest|upper) (?:third"
    r"|quarter|fifth|tenth|half|tertile|quartile|quintile|decile)\b|\b(?:in|at) (?:the )?(?:asian|african|european"
    r"|american|north american|western|urban|rural|academic|larger|smaller|two|three|some) (?:sites|centres|centers"
    r"|hospitals|countries|clinics)\b|\b(?:in|among|for) (?:[\w-]+ )?(?:girls|boys|women|men|smokers|children"
    r"|adults|patients|those)\b[^;,]{0,40}?,? but not (?:in|among|for)\b",
    "was picked from the whole, or looked at before the end",
    "In the youngest third, scores halved.",
)
IN_A_PART = (*IN_A_PART, _PART_BY_CONDUCT, _PART_WHO_STAYED, _PART_BY_CHOICE)

IN_EVERY_PART: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"\b(?:across|in all|among all|in every|in each of|irrespective of|regardless of|independent(?:ly)? of"
        r"|between|no differences? (?:in|between|among)) (?:the |these |those "
        r"|of the )?(?:[\w-]+ ){0,3}sub-?(?:groups|sets|populations)\b",
        "says that the subgroups agree",
        "The effect was similar across all prespecified subgroups.",
    ),
    QualifierRule(
        r"\bsub-?group analys[ei]s (?:did not|do not|showed no|found no|revealed no|confirmed|were consistent"
        r"|was consistent)\b",
        "says that the subgroups agree",
        "Subgroup analyses confirmed the main result.",
    ),
)

OPENS_WITH_A_PART: tuple[QualifierRule, ...] = (
    QualifierRule(
        rf"(?:(?:however|but|yet|nevertheless|conversely|in contrast|by contrast|notably|interestingly"
        rf"|only),? )?(?:in|among|for|within) (?:the |those |these )?(?:(?!all|both|either|each|our|intervention"
        rf"|control|treatment|treated|placebo|active)[\w-]+ ){{0,3}}?{_PEOPLE}\b(?! (?:in|on|given|receiving"
        rf"|allocated|assigned|treated|randomi[sz]ed|who received)\b)",
        "opens with some of those who took part",
        "In women, the drug lowered mortality.",
    ),
)

NO_DIFFERENCE: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"\bneither (?:[\w-]+ ){0,3}?(?:differ\w*|improv\w*|chang\w*|reduced|lowered|prevented|helped)\b",
        "denies it of both",
        "Neither group differed from the other in pain.",
    ),
    QualifierRule(
        r"\b(?:no|without(?: a| any)?|not? an?y?|neither) (?:[\w-]+ ){0,3}?(?:differences?|effects?|benefits?"
        r"|improvements?|reductions?|changes?|advantages?|impact|superiority|efficacy)\b",
        "says that there was none",
        "There was no significant difference between the groups.",
    ),
    QualifierRule(
        r"\b(?:did|does|do|was|were|is|are|has|have|had|could) not (?:[\w-]+ ){0,2}?(?:differ\w*|improve\w*"
        r"|reduce\w*|increase\w*|decrease\w*|lower\w*|affect\w*|prevent\w*|chang\w+|alter\w*|help\w*|influence\w*"
        r"|associated|effective|superior|better|result in|lead to|reach)\b",
        "denies a change",
        "Mortality did not differ between the groups.",
    ),
    QualifierRule(
        r"\b(?:not (?:statistically )?significant(?:ly)?|non-?significant(?:ly)?|(?:was"
        r"|were) (?:[\w-]+ )?(?:similar|comparable|alike|the same|unchanged|equal)|failed to"
        r"|similar (?:[\w-]+ )?(?:in|between|for) (?:both|the two|all))\b",
        "says that it was alike, or not significant",
        "Pain scores were similar in both groups.",
    ),
)

_NONE_OTHERWISE = QualifierRule(
    r"\b(?:could not (?:show|demonstrate|detect|find|be (?:shown|rejected|detected|told apart))|(?:included?"
    r"|crossed|spanned) (?:one|unity|zero|the null)|overlapp(?:ed|ing)|(?:was|were) (?:unaffected|negative|not met"
    r"|not changed)|p ?[=>] ?0?[.·](?:[1-9]\d*|0[6-9]\d*)|as often (?:with|in|as)|no (?:rarer|better|worse|lower"
    r"|higher|fewer|less|more (?:effective|often|likely))|not (?:attain|reach|meet)\w*|equally in both"
    r"|little to choose|no statistical significance|neither (?:outcome|endpoint|measure))\b",
    "says otherwise that there was none",
    "We could not show a difference in healing.",
)
NO_DIFFERENCE = (*NO_DIFFERENCE, _NONE_OTHERWISE)

DIFFERENCE: tuple[QualifierRule, ...] = (
    QualifierRule(
        rf"\b(?:significant(?:ly)?|markedly|substantially|clearly) (?:[\w-]+ ){{0,2}}?(?:{_BETTER}|reductions?"
        rf"|improvements?|increases?|decreases?|differences?|benefits?|effects?|improve\w*|reduce\w*|increase\w*"
        rf"|decrease\w*|lower\w*|fell|rose)\b",
        "reports a clear change",
        "Pain was significantly lower with treatment.",
    ),
    QualifierRule(
        rf"\b{_BETTER} (?:[\w-]+ ){{0,6}}?(?:than|compared (?:with|to)|versus|vs)\b",
        "compares and finds one side ahead",
        "Relapses were fewer in the treated group than in the control group.",
    ),
    QualifierRule(
        r"\bp ?(?:<|=|≤|&lt;) ?0?[.·]0(?:[0-4]|5(?!\d))",
        "gives a p value of 0.05 or less",
        "Scores improved (p = 0.003).",
    ),
)

CHANGE: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"\b(?:improved|reduced|lowered|decreased|increased|prevented|shortened|halved|doubled|fell|rose|declined"
        r"|favou?red)\b",
        "reports a change",
        "Treatment reduced relapses.",
    ),
)

ALL_ALIKE: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"\b(?:both|all|each|every|either)(?: of)?(?: the)?(?: \w+)? (?:groups?|arms?|treatments?|participants"
        r"|patients|subjects|interventions?|children|women|men)\b|\b(?:from|over|compared with) baseline\b",
        "tells of all groups together, or of before and after",
        "Both groups improved from baseline.",
    ),
)

CLAIMS_BENEFIT: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"\b(?:is|are|was|were|appears?|seems?|proved|proves|remains?)(?: to be)? (?:(?:an?"
        r"|the) )?(?:[\w-]+ ){0,2}?(?:effective|efficacious|beneficial|useful|helpful|superior|valuable|promising"
        r"|better|successful)\b",
        "says that it works",
        "Taping is an effective treatment for kneecap pain.",
    ),
    QualifierRule(
        r"\b(?:improves?|improved|reduces?|reduced|lowers?|lowered|relieves?|relieved|eases?|eased|prevents?"
        r"|prevented|decreases?|decreased|protects?|protected|shortens?|shortened|helps?|helped|benefits?"
        r"|benefited)\b",
        "says what it does",
        "Taping reduces kneecap pain.",
    ),
    QualifierRule(
        r"\b(?:should be (?:offered|used|considered|recommended|given|preferred)|can be recommended|is recommended"
        r"|we recommend|supports? (?:the|its) (?:use|value|efficacy|effectiveness|benefits?)|(?:clear|important"
        r"|clinically (?:relevant|meaningful)|encouraging) (?:benefits?|improvements?|results|effects?))\b",
        "asks for its use",
        "These findings support the use of taping.",
    ),
)

_CLAIMS_OTHERWISE = QualifierRule(
    r"\b(?:(?:holds?|shows?) promise|cuts? the|prolongs?|speeds? up|(?:is|are) justified|treatment of choice"
    r"|outperforms?|restores?|offers? (?:[\w-]+ )?(?:gains?|benefits?|relief)|works? well|promotes?|profits? from"
    r"|better option|wards? off|argues? for|enhances?|worth adopting|brings? down|standard of care)\b",
    "praises it in other words",
    "Taping holds promise for kneecap pain.",
)
CLAIMS_BENEFIT = (*CLAIMS_BENEFIT, _CLAIMS_OTHERWISE)

HEDGED: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"\b(?:no|not|neither|nor|without|lack of|fail(?:ed|s)? to|insufficient|unlikely|little|unclear|uncertain"
        r"|whether|cannot|did not|does not|if|however|but|although|despite|while|whereas|equal(?:ly)?"
        r"|similar(?:ly)?|as effective|same|non-?inferior)\b",
        "limits or takes back the claim itself",
        "Taping improved function but not pain.",
    ),
)
