"""A line that speaks of all that stands in its part: read by evidence and checker each in its way.

"Conditional recommendations." or "All in this section is opinion, grade D" is told once, and holds for each advice of
the part. Cut from it, a weak advice reads like a firm one. "This section is about infants." and "None of this is for
ears with a hole" are told once as well.

How it is meant to be read, so that two readers agree: of the sentences of its section before a row that has no grade,
the last one travels with it that `GRADES` is found in and that has at most `GRADE_LINE_WORDS` words, where it

- grades all: `OF_ALL` is found in it, and neither `surrounding_rules.ASKS` nor `ADVISES_ITSELF`; or
- opens the section and tells nothing further: `TELLS_FURTHER` is not found in it, nor `ASKS`.

Each sentence of its section travels with advice that `HOLDS_FOR` and, before the row, `OF_THE_PART` or `AHEAD`, after
it `OF_THE_PART` or `BEHIND` is found in, which has at most `PART_LINE_WORDS` words, and in which `ASKS` and
`OF_THE_WORK` are not found: it says for whom, in which measure, until when or with which exceptions the part holds.

A line in brackets, one that ends with a colon and what holds several lines are none. The patterns are read without
regard to capitals; none of them can backtrack at length.
"""

__all__ = [
    "ADVISES_ITSELF",
    "AHEAD",
    "BEHIND",
    "GRADES",
    "GRADE_LINE_WORDS",
    "HOLDS_FOR",
    "OF_ALL",
    "OF_THE_PART",
    "OF_THE_WORK",
    "PART_LINE_WORDS",
    "TELLS_FURTHER",
]

GRADE_LINE_WORDS, PART_LINE_WORDS = 20, 30

GRADES = (
    r"\b(?:strength|grade[ds]?|grading|ungraded|level \w{1,3}|class (?:[iv]{1,3}[ab]?|\d)|certainty|consensus"
    r"|opinions?"
    r"|weak(?:ly)?|strong(?:ly)?|conditional(?:ly)?|optional|suggested|practice points?|good practice"
    r"|(?:low|moderate|high|poor)(?:-| )quality|evidence|marked|carr(?:y|ies|ied) an? [a-d]\b"
    r"|rests? on|trials?)\b"
)
"""What tells how firm something is, or what it rests on."""

OF_ALL = (
    r"\b(?:all (?:in|of|the|these|statements?|recommendations?|that|advice|\w+ (?:statements?|recommendations?))"
    r"|(?:this|the (?:whole|present|following|next)|each|every|whole) (?:section|part|page|paragraph|chapter|box"
    r"|list|table|line"
    r"|statement)|(?:advice|recommendations?|statements?|what|lines?|points?) (?:\w+ )?(?:below|follows?|here)"
    r"|what follows"
    r"|the following|following (?:advice|recommendations?|statements?|points)|throughout|what is said here"
    r"|(?:recommendations?|statements?|points?|lines?|items?) \d+ ?(?:to|and|-|–|,) ?\d+)\b"
)
"""What tells that it holds for all that stands in a part."""

TELLS_FURTHER = (
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|may(?! ?[.;,]?\Z)|might|will|would|should|must"
    r"|shows?|showed"
    r"|suggests?|recommends?|advises?|supports?|indicates?|found|exists?|remains?|concludes?|(?!graded|ungraded"
    r"|marked|suggested|rated|based)\w{4,}ed)\b|\d{3}|\?"
)
"""A verb of a sentence that says more than a grade."""

ADVISES_ITSELF = (
    r"\b(?:should|must|shall|ought|offer(?:ed)?|recommends?|(?:we|panel|group|committee|force|guideline) suggests?)\b"
    r"|\bif \w+"
)
"""What advises, and is not the grade of others."""

_PART = r"(?:section|part|page|paragraph|chapter|box|list|table)"
_SAID = r"(?:doses?|amounts?|figures?|quantities|values|rules?|advice|recommendations?|statements?|times|intervals)"
OF_THE_PART = (
    rf"\b(?:this|the (?:whole|entire|present)(?: of this)?|the whole of this) {_PART}\b"
    rf"|\b{_SAID} (?:\w+ )?(?:here|(?:on|in|of) (?:this|the whole) {_PART})\b|\bevery \w+ (?:on|in|of) this {_PART}\b"
    rf"|\b(?:all|everything|nothing|none|any) (?:\w+ ){{0,3}}?(?:here|(?:on|in|of) this {_PART})\b"
    r"|\ball (?:doses|amounts|figures|quantities)\b"
)
"""What names all that stands in a part, wherever the line itself stands."""

AHEAD = (
    rf"\b(?:what|all that|everything that) follows\b|\bthe following {_SAID}\b|\b(?:everything|nothing|all"
    rf"|{_SAID}) below\b"
)
BEHIND = (
    rf"\b(?:none|all|any|nothing) of (?:this|it|the above|these rules)\b|\b(?:everything|nothing|all|{_SAID}) above\b"
)
"""What names all that stands below a line, or above it."""

HOLDS_FOR = (
    r"\b(?:concerns?|appl(?:y|ies|ied) (?:only |solely )?to|holds? (?:only |good )?(?:for|in|until|on)|(?:is"
    r"|are) (?:only |solely "
    r"|meant |intended |written |given |told |meant only )*(?:about|for|on|in|per|valid|provisional|totals?"
    r"|doses|amounts"
    r"|forbidden|contra-?indicated|not)|leaves? (?:out|aside)|excludes?|excepts?|lapses?|expires?|(?:run"
    r"|end)s? (?:until|with|in)"
    r"|do(?:es)? not|refers? to|relates? to|must (?:be|not)|should (?:be (?:halved|reduced|lowered|adjusted)|not))\b"
)
"""What tells for whom, in which measure, until when or with which exceptions."""

OF_THE_WORK = (
    r"\b(?:developed|based on|graded|searched|reviewed|describ\w+|summari[sz]\w+|discuss\w*|outlin\w+|list\w*"
    r"|organi[sz]ed"
    r"|written by|edited|updated|prepared|available|rationale|methods?|literature|see|found in|order)\b"
)
"""What tells how a part was made, or what stands in it."""
