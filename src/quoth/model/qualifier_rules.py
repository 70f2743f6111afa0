"""When a sentence may not stand alone: one table, read by two sides, each with its own code.

How the rows are meant to be read, so that two readers agree:

- They are for sentences of running text. A statement that its source annotated carries its own extents, and its
  neighbours are not part of it.
- A neighbour is the sentence directly before or after, inside the same section of the same rendition. The first
  sentence of a section has no predecessor.
- `LEANS_ON_PREVIOUS` is tried at the first character of a sentence after opening quotation marks and brackets, and
  again after a heading such as "RESULTS: ". A match means that the sentence before it travels along. If that one leans
  as well, so does the one before, up to `MAX_SENTENCES_BACK` in all. One that says no more than that there was a study
  (`scene_rules.OF_THE_STUDY`) is leaned on by nothing.
- `RESTRICTED_BY_NEXT_START` is tried at the same places of the following sentence and at its very first character,
  `RESTRICTED_BY_NEXT` anywhere in it. A match means that the following sentence travels along: one, never more.
- Patterns are Python regular expressions without flags: capitals mean capitals. None of them can backtrack at length.

The rows were collected from abstracts and guideline summaries. A row too many costs a longer quotation; a row too few
costs a false one.
"""

from dataclasses import dataclass

__all__ = [
    "LEANS_ON_PREVIOUS",
    "MAX_SENTENCES_BACK",
    "MAX_SENTENCES_ON",
    "RESTRICTED_BY_NEXT",
    "RESTRICTED_BY_NEXT_START",
    "QualifierRule",
]

MAX_SENTENCES_BACK = 2
MAX_SENTENCES_ON = 2
"""A page may show as much of what follows; the second has to be shown where `RESTRICTED_BY_NEXT_START` fits it."""


@dataclass(frozen=True, slots=True, eq=False)  # a row is itself alone: tables of rows are keys in many look-ups
class QualifierRule:
    """A pattern that ties two neighbouring sentences together, why it does, and a sentence that shows it."""

    pattern: str
    reason: str
    example: str


LEANS_ON_PREVIOUS: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"(?:However|Nevertheless|Nonetheless|Yet|But|Still|Even so|That said|Notwithstanding)\b",
        "takes back or limits what stood before",
        "However, the difference was gone at 12 months.",
    ),
    QualifierRule(
        r"(?:In contrast|By contrast|Conversely|On the contrary|On the other hand|Contrary to this|Instead"
        r"|Otherwise)\b",
        "means the opposite of something that stood before",
        "In contrast, function did not improve.",
    ),
    QualifierRule(
        r"(?:Similarly|Likewise|In the same way|Also|In addition|Additionally|Moreover|Furthermore|Again|As well)\b",
        "adds to a statement whose subject stood before",
        "Similarly, no difference was seen in function.",
    ),
    QualifierRule(
        r"(?:Therefore|Thus|Hence|Consequently|Accordingly|As a result|As a consequence|For this reason"
        r"|For these reasons|Because of this|Given this|If so|In this case|In these cases|In such cases)\b",
        "draws on the sentence before",
        "Therefore, its use should be limited to specialist centres.",
    ),
    QualifierRule(
        r"This\b(?! (?:randomi[sz]ed|controlled|double|single|multi|large|small|pilot|prospective|retrospective|open"
        r"|updated"
        r"|systematic|network|meta|living|Cochrane|clinical|phase|cluster|crossover|cross|cohort|observational"
        r"|study|trial|review|analysis|paper|article|report|guideline|guidance|statement|recommendation statement"
        r"|protocol|investigation|survey|work|update|document|consensus|position|practice|RCT|umbrella|scoping)\b)",
        "points at something that stood before",
        "This was true for women only.",
    ),
    QualifierRule(
        r"(?:These|Those)\b(?! (?:results|findings|data|observations|analyses|guidelines|recommendations|trials"
        r"|studies|who|whose|with|without|in|on|of|under|over|aged|given|treated|taking|taught|allocated|assigned"
        r"|randomi[sz]ed|receiving|not)\b)",
        "points at things that stood before",
        "These effects were not seen in children.",
    ),
    QualifierRule(
        r"(?:That|Such|The same|The latter|The former|The above|The other|The others|The remaining|The rest"
        r"|The corresponding|The respective)\b",
        "names something only by what stood before",
        "The latter reduced pain more (mean difference 1.2 points).",
    ),
    QualifierRule(
        r"(?:Then|Next|After (?:that|this|these|those|which)|Afterwards?|Thereafter|Subsequently|Only then|Finally"
        r"|Lastly|Second(?:ly)?,|Third(?:ly)?,|Step (?:[2-9]|two|three|four|five)|Go on (?:to|with))\b",
        "is the next step after one that stood before",
        "Then start isotretinoin.",
    ),
    QualifierRule(
        r"(?:Yes|No)(?:[.:,;]| ?[–—→-])|(?:If (?:so|not|yes|no|positive|negative|either|both|none))\b",
        "answers a question that stood before",
        "Yes: give nitrofurantoin for seven days.",
    ),
    QualifierRule(
        r"(?:It|They|He|She|Its|Their|Both|Both groups|Both treatments|Neither|Either|Each (?:of|one|group|arm|was"
        r"|were|had)|All of them|None of them"
        r"|One of them|Of these|Of those|Of them|Among these|Among them|In both|In neither|For both|In these"
        r"|In those|In this group|In that group|With these|With this|For these|For this|At this|At that)\b"
        r"(?! (?:is (?:recommended|suggested|unclear|uncertain|unknown|important|likely|possible|not known)))",
        "its subject stood before",
        "Both groups improved from baseline.",
    ),
)

RESTRICTED_BY_NEXT_START: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"(?:Do not|Don't|Never|Avoid|Stop|Reduce|Halve|Lower|Decrease|Adjust|Limit|Taper|Wean) (?!the risk|risk"
        r"|pain)[a-z]",
        "tells what not to do, or to do less",
        "Do not give more than 400 mg in a day.",
    ),
    QualifierRule(
        r"(?:The )?(?:[Mm]aximum|[Uu]pper limit|[Ll]imit|[Hh]ighest|[Ll]argest|[Tt]otal) (?:[a-z-]+ ){0,3}?(?:is|are"
        r"|was|should|must"
        r"|of|dose|daily)\b|No more than\b|Not more than\b|At most\b",
        "is the limit of a dose or a duration",
        "The maximum is 6 mg for one course.",
    ),
    QualifierRule(
        r"(?:No such|After adjust|After correct|When (?:adjusted|corrected)|With adjust|In adjusted|On adjusted"
        r"|Adjust(?:ing|ment) for"
        r"|In (?:a |the )?(?:sensitivity|multivaria\w+) anal)",
        "says what was left of it",
        "After adjustment for age, no difference remained.",
    ),
    QualifierRule(
        r"(?:However|Nevertheless|Nonetheless|Yet|But|Still|Even so|That said|Although|Though|Except|Unless|Only"
        r"|In contrast|By contrast|Conversely|On the other hand)\b",
        "limits or takes back the sentence before",
        "However, the certainty of this evidence is very low.",
    ),
    QualifierRule(
        r"(?:This|These|The|Such) (?:[a-z-]+ )?(?:effect|benefit|difference|improvement|recommendation|result"
        r"|advantage"
        r"|association|reduction|gain|increase|finding)s?\b"
        r"[^.]{0,80}\b(?:not|no|only|limited|applies|apply|does|do|disappear\w*|vanish\w*|gone|lost|diminish\w*|faded"
        r"|attenuated|confined|restricted|wore off|largely due)\b",
        "says where the sentence before holds and where not",
        "This benefit was not seen in patients over 75.",
    ),
    QualifierRule(
        r"[(\[] ?(?:[Ss]trong|[Ww]eak|[Cc]onditional|[Ss]trength|[Gg]rade|[Cc]lass|[Ll]evel|[Ee]vidence|[Qq]uality"
        r"|[Cc]ertainty|[Gg]ood practice|[A-D] recommendation|I statement)\b",
        "is the grade of the recommendation before",
        "(Strong recommendation; moderate-quality evidence)",
    ),
    QualifierRule(
        r"(?:The |Our )?(?:panel|committee|authors?|group|task force|we|We|guideline)? ?(?:has |have )?(?:graded"
        r"|rated) (?:this|it|the"
        r" (?:recommendation|evidence))\b|(?:This|It) is an? (?:strong|weak|conditional|grade|level|class)\b",
        "tells the grade of the recommendation before",
        "The panel graded this as a weak recommendation.",
    ),
    QualifierRule(
        r"(?:Grade|Evidence level|Evidence grade|Evidence quality|Evidence|Strength of recommendation"
        r"|Strength|Recommendation grade|Class of recommendation|Level of evidence"
        r"|Quality of evidence|Certainty of evidence|Certainty of the evidence|GRADE)\b ?[:=(]",
        "is the grade of the recommendation before",
        "Strength of recommendation: B.",
    ),
)

RESTRICTED_BY_NEXT: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"\b(?:except|excepting|excluding|but not|but only|only in|only for|only if|only when|only among|unless"
        r"|other than|apart from|provided that|as long as)\b",
        "makes an exception to the sentence before",
        "The benefit held in all groups except smokers.",
    ),
    QualifierRule(
        r"\b(?:contraindicated|contra-indicated|should not be (?:used|given|offered|prescribed|taken)|must not be"
        r"|do not (?:use|offer|give|prescribe)|is not (?:suitable|appropriate|recommended) (?:for|in)"
        r"|are not (?:suitable|appropriate|recommended) (?:for|in))\b",
        "says when the sentence before must not be followed",
        "It is contraindicated in pregnancy.",
    ),
    QualifierRule(
        r"\b(?:(?:must|should) never|never be (?:used|given|offered|prescribed|taken|combined)|(?:should"
        r"|must) not (?:exceed|be exceeded|be"
        r" longer|be more|take|use|receive|have)|not to exceed|no(?:t)? (?:more|longer|higher|greater) than \d"
        r"|maximum (?:daily )?(?:dose|of)|dose (?:is|should be|must be) (?:halved|reduced|lowered|adjusted|limited"
        r"|capped))\b",
        "says how far the sentence before may be followed",
        "In severe liver disease the daily dose must not exceed 8 mg.",
    ),
    QualifierRule(
        r"\b(?:on the other hand|by contrast|in contrast|conversely|on the contrary)\b"
        r"|\bshould [^.;]{0,60}\binstead\b"
        r"|\b(?:disappeared|vanished|no longer (?:significant|seen|present|evident)|lost significance|(?:was"
        r"|were) (?:gone"
        r"|lost) (?:by|at|after))\b",
        "takes back or turns what stood before",
        "Deaths, on the other hand, were not reduced.",
    ),
    QualifierRule(
        r"\b(?:[Nn]o(?:body| one) (?:with|who|in|under|over|aged|on)|[Nn]one of (?:the|these|those)|nothing was left"
        r"|(?:stayed|remained) the same"
        r"|no such thing|is discouraged|ought to avoid|worse off|cancell?ed out|melted away|returned to (?:where"
        r"|baseline|the)|not extend to|not to take|just as much|did harm|worse on it|the exception (?:was|is)"
        r"|[Tt]he exception (?:was|is)|is forbidden|must use|needs? (?:half|another|a lower|a different))\b",
        "says for whom the sentence before does not hold, or what came of it",
        "Nobody with sciatica benefited.",
    ),
    QualifierRule(
        r"\b(?:half of (?:that|it)|a quarter of (?:that|it)|(?:is|as) the (?:ceiling|most|licensed dose)"
        r"|as long as it may"
        r"|(?:short-term|short term) use|should (?:begin|start) with|gets? \d+ ?mg|instead)\b|\bCaution:",
        "says how much less some people get, or for how long",
        "Patients with diabetes need half of that.",
    ),
    QualifierRule(
        r"^(?![^.;]{0,200}\b(?:adverse|side effects?|safety|tolerat|[Bb]aseline|twice|times)\b)"
        r"(?=[^.;]{0,200}\b(?:placebo|sham|[Pp]retended|[Cc]ontrols?|[Uu]ntreated|usual (?:care|advice)|without"
        r"|no treatment|nothing|comparison (?:group|site|arm)|other (?:group|arm)|those not|none)\b)"
        r"[^.;]{0,200}\b(?:[Ee]qual(?:ly)?|(?:[Tt]he|very) same|[Ii]dentical(?:ly)?|[Aa]s (?:many|much|often)"
        r"|likewise"
        r"|just as|no (?:less|fewer|worse)|matched)\b"
        r"|^So (?:were|was|did|had|have)\b|\bdid the same\b|(?:,| \w+) (?:too|as well)\.?$",
        "says that the untreated did as well",
        "The same was seen with placebo.",
    ),
)
