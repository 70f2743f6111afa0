"""Advice that bounds the advice beside it: a lower dose for some, the most in a day, when to leave off.

"Initiate amitriptyline at 25 mg at night. In people over 70 the starting dose should be 10 mg." The second sentence
asks for something itself, so it is another row of the page; and who reads the first alone does harm. What follows
advice and advises too travels with it where it says one of these:

- how much less some people get, or how much is the most;
- when to stop it, to pause it or to hold it back, and what has to be ruled out, paused or agreed before;
- how fast it may be raised or run in, and until when it helps;
- where an end is set by age, and what local resistance changes.

How the rows are meant to be read, so that two readers agree: the sentence directly after advice, in the same line and
the same section, travels along when the pattern of a row is found in it; the sentence directly before it, where it
advises itself and `surrounding_rules` do not tie it, does where a row fits it, or one of
`qualifier_rules.RESTRICTED_BY_NEXT`, and the two share a word of `NAME_LETTERS` letters and more that is not in
`ANY_ADVICE`: the medicine, the test or the illness. Patterns are searched for without regard to capitals, except
those of `RESTRICTED_BY_NEXT`. None of them can backtrack at length.
"""

from quoth.model.qualifier_rules import QualifierRule

__all__ = ["ANY_ADVICE", "BOUNDS_ADVICE", "NAME_LETTERS"]

NAME_LETTERS = 6
_ANY_ADVICE = """
should recommended recommend recommends suggest suggests suggested advised patients patient people persons adults
children adolescents infants women clinicians clinician physician physicians provider providers doctor doctors
treatment treatments treated therapy medication medications medicine medicines disease diseases disorder disorders
condition conditions symptoms symptom clinical considered consider offered provided provide appropriate according
evidence guideline panel before during without within months between against starting continue continued increased
reduced response severe moderate chronic initial management testing screening hospital increase reduce daily
"""
ANY_ADVICE = frozenset(_ANY_ADVICE.split())
"""Words of any advice, which name nothing that two of them could share."""

_SOME = (
    r"(?:older|elderly|old age|oldest|frail\w*|aged? \d"
    r"|(?:over|above|beyond|under|below|than) (?:the age of |age )?\d\d"
    r"|weigh\w*|nursing homes?|residents|kidneys?|renal|e?GFR|creatinine|clearance|dialysis|liver|hepatic|cirrhosis"
    r"|impair\w+|insufficien\w+|failure|children|infants|small adults)"
)
_AMOUNT = (
    r"(?:\d ?(?:mg|mcg|micrograms?|µg|μg|g|grams?|units?|IU|ml)\b|dos(?:e|es|age|ages)\b|frequency|reduction"
    r"|monotherapy|tablets?)"
)
_BID = (
    r"(?:should|must|ought|(?:is|are) (?:therefore )?(?:to be|advised|recommended|appropriate|limited|enough|the)"
    r"|recommends?|advises?|begin|start|stay on)"
)
_HELD = (
    r"(?:withheld|held(?: back)?|suspended|omitted|skipped|interrupted|paused|stopped|discontinued|tapered|left out"
    r"|halved|renewed|prolonged)"
)
_TIME = r"(?:minutes?|hours?|days?|weeks?|fortnights?|months?)"

BOUNDS_ADVICE: tuple[QualifierRule, ...] = (
    QualifierRule(
        rf"(?=[^;]{{0,300}}\b{_SOME}\b)(?=[^;]{{0,300}}{_AMOUNT})[^;]{{0,300}}\b{_BID}\b",
        "says how much some people get",
        "In people over 70 the starting dose should be 10 mg.",
    ),
    QualifierRule(
        r"\b(?:daily maximum|maximum (?:daily|dose|of|is)|the most that|limited to \d|upper limit of|ceiling of)\b",
        "says how much is the most",
        "The daily maximum is 16 mg.",
    ),
    QualifierRule(
        r"^\W*(?:withhold|hold|suspend|omit|skip|interrupt|pause|discontinue|taper|halve|stop (?:the|it|treatment))\b"
        rf"|\b(?:should|must|to|is|are) (?:not |then |also )?(?:be |have been )?{_HELD}\b"
        r"|\bshould (?:skip|stop|omit|pause|withhold)\b|\b(?:and|then) (?:stop|withhold) (?:the|it|treatment)\b"
        r"|\b(?:is|are) not (?:to be )?taken (?:on|before|within)\b",
        "says when to stop it, to pause it or to hold it back",
        "Withhold the next dose if the white cell count falls below 3.5.",
    ),
    QualifierRule(
        r"\b(?:should|must|needs? to|ha(?:s|ve) to) (?:first |always )?(?:have been |be )(?:excluded|ruled out)\b"
        r"|\bmust be considered in every\b",
        "says what has to be ruled out before",
        "Ectopic pregnancy needs to be excluded by a test.",
    ),
    QualifierRule(
        r"\b(?:increments?|each step|never faster|steps? of \d)\b"
        r"|\b(?:increased|raised|built up|titrated|added|escalated)\b[^;]{0,60}\b(?:every|per|weekly|monthly"
        r"|fortnight\w*|at (?:\w+ )?intervals)\b",
        "says how fast it may be raised",
        "The drug should be built up by 100 mg every fortnight.",
    ),
    QualifierRule(
        rf"\b(?:infused|injected|run|given|administered|infusion)\b[^;]{{0,30}}\bover (?:at least |no less than )?"
        rf"[\w-]+ {_TIME}\b|\bno(?:t)? faster than\b",
        "says how fast it may run",
        "Each dose should be infused over four hours or more.",
    ),
    QualifierRule(
        rf"\b(?:futile|nothing is gained|of no (?:use|benefit)|too late)\b[^;]{{0,80}}\b{_TIME}\b"
        rf"|\b(?:after|later than|once|beyond)\b[^;]{{0,30}}\b{_TIME}\b[^;]{{0,40}}"
        r"\b(?:should|must|is|are) (?:not|no|be left)\b",
        "says until when it helps",
        "A wound seen after more than eight hours should be left open.",
    ),
    QualifierRule(
        r"\bcontracepti(?:on|ves?)\b|\bpregnancy (?:prevention|must|should|has to)\b",
        "says what a pregnancy would mean",
        "Women of reproductive age should be given effective contraception.",
    ),
    QualifierRule(
        r"\b(?:screening|tests?|testing|smears?|scans?)\b[^;]{0,60}\b(?:should (?:end|stop|cease)|(?:is|are) not"
        r" (?:recommended|necessary|needed|advised))\b|\bno further (?:screening|tests?|testing|smears?|scans?)\b",
        "says where it ends",
        "Above 75 years screening should end.",
    ),
    QualifierRule(
        r"\b(?:local|hospital|regional)\b[^;]{0,40}\b(?:resistance|resistant|susceptib\w+)\b"
        r"|\bresistance (?:to|among|in)\b",
        "says what local resistance changes",
        "Where hospital data show frequent resistance to gentamicin, amikacin should take its place.",
    ),
)
