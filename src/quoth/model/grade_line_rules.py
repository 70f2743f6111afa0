"""A line that grades all that stands after it in its part: read by evidence and checker each in its way.

"Conditional recommendations." or "All in this section is opinion, grade D" is told once, and holds for each advice of
the part. Cut from it, a weak advice reads like a firm one.

How it is meant to be read, so that two readers agree: of the sentences of its section before a row that has no grade,
the last one travels with it that `GRADES` is found in and that has at most `GRADE_LINE_WORDS` words, where it

- grades all: `OF_ALL` is found in it, and neither `surrounding_rules.ASKS` nor `ADVISES_ITSELF`; or
- opens the section and tells nothing further: `TELLS_FURTHER` is not found in it, nor `ASKS`.

A line in brackets, one that ends with a colon and what holds several lines are none. The patterns are read without
regard to capitals; none of them can backtrack at length.
"""

__all__ = ["ADVISES_ITSELF", "GRADES", "GRADE_LINE_WORDS", "OF_ALL", "TELLS_FURTHER"]

GRADE_LINE_WORDS = 20

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
    r"|suggests?|recommends?|advises?|supports?|indicates?|found|exists?|remains?|concludes?|(?!graded|ungraded|marked|suggested|rated|based)\w{4,}ed)\b|\d{3}|\?"
)
"""A verb of a sentence that says more than a grade."""

ADVISES_ITSELF = (
    r"\b(?:should|must|shall|ought|offer(?:ed)?|recommends?|(?:we|panel|group|committee|force|guideline) suggests?)\b"
    r"|\bif \w+"
)
"""What advises, and is not the grade of others."""
