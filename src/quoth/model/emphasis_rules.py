"""When words of a study say more than the study found: one table, read by two sides, each with its own code.

How the rows are meant to be read, so that two readers agree. All of it is for results and conclusions in running text
that is the source's own; what a source annotated, and summaries, are left alone.

- A sentence is about a part of those who took part when a row of `IN_A_PART` is found anywhere in it, or when a row of
  `OPENS_WITH_A_PART` matches at its opening and a sentence before it, in the same section of the same rendition,
  reports no difference. The opening is the first character after opening marks, and again after a heading such as
  "RESULTS: ". Where `IN_EVERY_PART` is found in the sentence, it speaks of all parts and is about none.
- A sentence reports no difference when a row of `NO_DIFFERENCE` is found in it, and a difference when a row of
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
    r"(?:patients|participants|subjects|people|persons|individuals|those|women|men|girls|boys|children|adults|infants"
    r"|adolescents|smokers|nonsmokers|non-smokers|females|males|carriers)"
)
_BETTER = (
    r"(?:better|greater|larger|higher|lower|less|fewer|more|shorter|longer|faster|smaller|reduced|improved|increased"
    r"|decreased|superior|effective|efficacious)"
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
        rf"\b(?:only|solely|exclusively|confined to|restricted to|limited to) (?:in |among |for |to )?"
        rf"(?:the |those )?(?:[\w-]+ )?{_PEOPLE}\b",
        "holds for some of them alone",
        "The effect was confined to patients with severe asthma.",
    ),
    QualifierRule(
        rf"\bwhen (?:the )?(?:analys[ei]s (?:was|were) (?:restricted|limited)|only|we looked only at)\b|\bwhen "
        rf"(?:the )?(?:[\w-]+ )?{_PEOPLE} (?:[^.;]{{1,80}} )?(?:was|were) (?:analy[sz]ed|considered|examined) (?:alone"
        rf"|separately)",
        "looks at some of them alone",
        "When the analysis was restricted to women, mortality was lower.",
    ),
)

_PART_BY_CONDUCT = QualifierRule(
    r"\b(?:completers|(?<!non-)responders|per[- ]protocol (?:population|analysis|set|sample)|(?:stratum|subset"
    r"|subgroup)"
    r" (?:with|who|that|of|findings)|interaction (?:with|between)|driven by (?:patients|participants|those|women|men)"
    r"|(?:after|by|on) excluding|restricting the (?:sample|analysis)|secondary analysis (?:in|of|by))\b",
    "was found in those who were picked after or apart from the whole",
    "Among completers, relapse was halved.",
)
IN_A_PART = (*IN_A_PART, _PART_BY_CONDUCT)

IN_EVERY_PART: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"\b(?:across|in all|among all|in every|in each of|irrespective of|regardless of|independent(?:ly)? of|between"
        r"|no differences? (?:in|between|among)) (?:the |these |those |of the )?(?:[\w-]+ ){0,3}sub-?(?:groups|sets"
        r"|populations)\b",
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
        rf"(?:(?:however|but|yet|nevertheless|conversely|in contrast|by contrast|notably|interestingly|only),? )?"
        rf"(?:in|among|for|within) (?:the |those |these )?(?:(?!all|both|either|each|our|intervention|control|treatment"
        rf"|treated|placebo|active)[\w-]+ ){{0,3}}?{_PEOPLE}\b(?! (?:in|on|given|receiving|allocated|assigned|treated"
        rf"|randomi[sz]ed|who received)\b)",
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
        r"|improvements?"
        r"|reductions?|changes?|advantages?|impact|superiority|efficacy)\b",
        "says that there was none",
        "There was no significant difference between the groups.",
    ),
    QualifierRule(
        r"\b(?:did|does|do|was|were|is|are|has|have|had|could) not (?:[\w-]+ ){0,2}?(?:differ\w*|improve\w*"
        r"|reduce\w*|increase\w*"
        r"|decrease\w*|lower\w*|affect\w*|prevent\w*|chang\w+|alter\w*|help\w*|influence\w*|associated|effective"
        r"|superior"
        r"|better|result in|lead to|reach)\b",
        "denies a change",
        "Mortality did not differ between the groups.",
    ),
    QualifierRule(
        r"\b(?:not (?:statistically )?significant(?:ly)?|non-?significant(?:ly)?|(?:was|were) (?:[\w-]+ )?(?:similar"
        r"|comparable"
        r"|alike|the same|unchanged|equal)|failed to|similar (?:[\w-]+ )?(?:in|between|for) (?:both|the two|all))\b",
        "says that it was alike, or not significant",
        "Pain scores were similar in both groups.",
    ),
)

_NONE_OTHERWISE = QualifierRule(
    r"\b(?:could not (?:show|demonstrate|detect|find|be (?:shown|rejected|detected|told apart))|(?:included?|crossed"
    r"|spanned)"
    r" (?:one|unity|zero|the null)|overlapp(?:ed|ing)|(?:was|were) (?:unaffected|negative|not met|not changed)"
    r"|p ?[=>] ?0?[.·](?:[1-9]\d*|0[6-9]\d*)|as often (?:with|in|as)|no (?:rarer|better|worse|lower|higher|fewer"
    r"|less|more"
    r" (?:effective|often|likely))|not (?:attain|reach|meet)\w*|equally in both|little to choose"
    r"|no statistical significance|neither (?:outcome|endpoint|measure))\b",
    "says otherwise that there was none",
    "We could not show a difference in healing.",
)
NO_DIFFERENCE = (*NO_DIFFERENCE, _NONE_OTHERWISE)

DIFFERENCE: tuple[QualifierRule, ...] = (
    QualifierRule(
        rf"\b(?:significant(?:ly)?|markedly|substantially|clearly) (?:[\w-]+ ){{0,2}}?(?:{_BETTER}|reductions?"
        rf"|improvements?"
        rf"|increases?|decreases?|differences?|benefits?|effects?|improve\w*|reduce\w*|increase\w*|decrease\w*|lower\w*"
        rf"|fell|rose)\b",
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
        r"\b(?:both|all|each|every|either)(?: of)?(?: the)?(?: \w+)? (?:groups?|arms?|treatments?|participants|patients"
        r"|subjects|interventions?|children|women|men)\b|\b(?:from|over|compared with) baseline\b",
        "tells of all groups together, or of before and after",
        "Both groups improved from baseline.",
    ),
)

CLAIMS_BENEFIT: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"\b(?:is|are|was|were|appears?|seems?|proved|proves|remains?)(?: to be)? (?:(?:an?"
        r"|the) )?(?:[\w-]+ ){0,2}?(?:effective"
        r"|efficacious|beneficial|useful|helpful|superior|valuable|promising|better|successful)\b",
        "says that it works",
        "Taping is an effective treatment for kneecap pain.",
    ),
    QualifierRule(
        r"\b(?:improves?|improved|reduces?|reduced|lowers?|lowered|relieves?|relieved|eases?|eased|prevents?|prevented"
        r"|decreases?|decreased|protects?|protected|shortens?|shortened|helps?|helped|benefits?|benefited)\b",
        "says what it does",
        "Taping reduces kneecap pain.",
    ),
    QualifierRule(
        r"\b(?:should be (?:offered|used|considered|recommended|given|preferred)|can be recommended|is recommended"
        r"|we recommend"
        r"|supports? (?:the|its) (?:use|value|efficacy|effectiveness|benefits?)|(?:clear|important"
        r"|clinically (?:relevant"
        r"|meaningful)|encouraging) (?:benefits?|improvements?|results|effects?))\b",
        "asks for its use",
        "These findings support the use of taping.",
    ),
)

_CLAIMS_OTHERWISE = QualifierRule(
    r"\b(?:(?:holds?|shows?) promise|cuts? the|prolongs?|speeds? up|(?:is|are) justified|treatment of choice"
    r"|outperforms?"
    r"|restores?|offers? (?:[\w-]+ )?(?:gains?|benefits?|relief)|works? well|promotes?|profits? from|better option"
    r"|wards? off"
    r"|argues? for|enhances?|worth adopting|brings? down|standard of care)\b",
    "praises it in other words",
    "Taping holds promise for kneecap pain.",
)
CLAIMS_BENEFIT = (*CLAIMS_BENEFIT, _CLAIMS_OTHERWISE)

HEDGED: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"\b(?:no|not|neither|nor|without|lack of|fail(?:ed|s)? to|insufficient|unlikely|little|unclear|uncertain"
        r"|whether"
        r"|cannot|did not|does not|if|however|but|although|despite|while|whereas|equal(?:ly)?|similar(?:ly)?"
        r"|as effective"
        r"|same|non-?inferior)\b",
        "limits or takes back the claim itself",
        "Taping improved function but not pain.",
    ),
)
