"""What a sentence after advice is that changes nothing of it, so that it need not travel: one table, read by two sides.

What follows advice and does not advise itself travels whatever it says (`surrounding_rules`), since any free words can
limit it. Some words cannot: what a word means, that the advice does good, where more is to be read, the heading of the
next part, and the next recommendation of those who speak.

How it is meant to be read, so that two readers agree: a sentence after advice that would travel as `surrounding_rules`
says (not one that `qualifier_rules`, `aside_rules` or `scene_rules` tie) stays behind where one of `ADDS_NOTHING` is
found in it and `CHANGES_SOMETHING` is not, or where `NEXT_RECOMMENDATION` is and `BOUND_TO_THE_LAST` is not, or where
it is a line of its own that `HEADS_ANOTHER_PART` fits and `CHANGES_SOMETHING` is not found in it. Whatever ties it, it
stays behind where the advice ends with a grade (`ENDS_GRADED`) and it does too, or the sentence right after it is but a
grade, unless `qualifier_rules.RESTRICTED_BY_NEXT_START` fits it: what was graded apart is another recommendation. All
but `HEADS_ANOTHER_PART` are read without regard to capitals. None of them can backtrack at length.
"""

__all__ = [
    "ADDS_NOTHING",
    "BOUND_TO_THE_LAST",
    "CHANGES_SOMETHING",
    "ENDS_GRADED",
    "HEADS_ANOTHER_PART",
    "NEXT_RECOMMENDATION",
]

ADDS_NOTHING = (
    r"^\W*(?:an? |the )?[\w'’/ -]{2,60}? (?:is|are) (?:defined as|an? (?:\w+ )?(?:type|form|kind|procedure"
    r"|technique|method"
    r"|process|term|tool|instrument|scale|questionnaire)|the (?:use|insertion|process|practice|application"
    r"|science|removal))\b"
    r"|^\W*(?!(?:in|on|at|for|with|by|from|to|under|over|as|of)\b).*\b(?:allows|helps|enables|facilitates|improves|promotes"
    r"|supports|encourages|strengthens|empowers)\b"
    r"|^\W*(?:for (?:more|further) (?:information|details|guidance)|(?:more|further|additional) (?:information"
    r"|details"
    r"|guidance|resources)|see (?:also )?(?:appendix|table|figure|section|chapter|page|box)|the following (?:[\w-]+"
    r" ){1,5}are (?:listed|described|discussed|presented|summari[sz]ed|outlined))\b"
)
"""A meaning, a reason in favour, where more is to be read."""

CHANGES_SOMETHING = (
    r"\b(?:no|not|none|nor|neither|never|nothing|nobody|nowhere|cannot|without|unless|until|except\w*|exclud\w+"
    r"|only|alone|but"
    r"|however|although|though|while|whereas|rather|instead|other(?:s|wise)?|else|than|less|fewer|lower|limit\w*"
    r"|may|might"
    r"|could|can|some|few|most|mainly|if|when|where|once|before|after|during|within|first|second|third|last|must"
    r"|should|shall"
    r"|ought|need\w*|requir\w+|provided|depend\w*|risks?|harm\w*|adverse|caution\w*|danger\w*|worse\w*|fail\w*"
    r"|lack\w*"
    r"|evidence|trials?|stud(?:y|ies|ied)|data|certain\w*|uncertain\w*|weak|strong|grade\w*|level|opinion"
    r"|consensus|vot\w+"
    r"|panel|we|agree\w*|patients? with|people|women|men|children|infants?|adults?|adolescents?|elderly|those"
    r"|who|whom|whose"
    r"|aged|pregnan\w+|renal|hepatic|allerg\w+|short|long|term|temporar\w+|dos\w+|daily|weekly|contra\w*|withdraw\w*"
    r"|merely|just|minor|little|small|purpose|aim|comfort\w*|pain|itch\w*|easier|looks?)\b|\d|%"
)
"""A limit, an exception, a doubt, a number, a time, people: with any of these it travels."""

NEXT_RECOMMENDATION = (
    r"\b(?:we|(?:work(?:ing)? ?group|panel|task force|committee|college|academy|society|association|uspstf|aap|acp))"
    r" (?:also |now |strongly |conditionally |further )?(?:recommends?|suggests?|advises?) (?:that |screening"
    r"|offering|using"
    r"|against (?!this|it|that|these|doing)\w|\w+ing\b)"
)
"""A sentence that recommends anew in the name of those who speak."""

BOUND_TO_THE_LAST = (
    r"^\W*(?:however|but|yet|still|this|that|these|those|it|they|such|then|if|unless|for (?:this|these|such"
    r"|those|others?)|in"
    r" (?:this|these|such|those|others?|contrast)|others?|otherwise|only|except)\b"
    r"|\b(?:only|alone|unless|until|except\w*|instead|rather|this|these|such|it|above|others?|otherwise"
    r"|contra\w+|first"
    r"|previously|already|before|without|not|no|those (?:who|with))\b"
)
"""What binds even such a sentence to the one before it."""

_NAME = r"(?:[A-Z][\w'’/-]*|\([A-Z]{2,6}\))"
HEADS_ANOTHER_PART = rf"\A{_NAME}(?: (?:{_NAME}|of|and|the|for|in|to|&|–|-)){{1,7}}\Z"
"""A line of names with capitals and without a stop: the heading of what stands below, in a text without layout."""

ENDS_GRADED = (
    r"[\[(]\s?(?:[^\[\]()\n]{0,80}?\b(?:strong|weak|moderate|conditional|consensus|recommendation|evidence"
    r"|category|grade|level"
    r"|class|expert|opinion)\b[^\[\]()\n]{0,80}|[A-D]|I{1,3}|EO)\s?[\])]\.?\s*\Z"
)
"""A grade in brackets, at the end of what it grades."""
