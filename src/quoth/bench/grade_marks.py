"""Grades as a reader sees them in the open guidelines: a plain list of how these issuers write one in brackets.

It shares nothing with the product's table of grading systems: it is the other eye that the product is held against.
"""

import re
from collections.abc import Iterator

__all__ = ["grade_marks"]

_MARK = re.compile(
    r"""[(\[]\s*(
        (?:strong|weak)\s+(?:for|against)(?:\s*;[^()\[\]]{0,60})?
      | (?:n/a|not\ applicable)\s*;[^()\[\]]{0,60}
      | [A-DI]\ (?:recommendation|statement)
      | (?:strong|moderate|weak)\ (?:recommendation|strength)\s*[,;]\s*(?:very\ )?(?:low|moderate|high)
        [- ]quality\ evidence
      | consensus\s*[-–—]\s*(?:panel\ expertise|adapted)
      | category\ I{1,2}[A-D]?
      | recommendation\ category:\ [AB],\ evidence\ type:\ \d
    )\s*[)\]]
    | \[\s*((?-i:[A-DI]|EO))\s*\]
    | \(\s*((?-i:I{1,3}[ABC]))\s*\)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DEFINITIONS = re.compile(r"^\s*Definitions?\s*:?\s*$", re.MULTILINE)


def grade_marks(words: str) -> Iterator[tuple[int, int]]:
    """Where grades stand in brackets, up to the part that defines them: (start, end) of the words inside."""
    ends = [found.start() for found in _DEFINITIONS.finditer(words)]
    for found in _MARK.finditer(words, 0, ends[-1] if ends else len(words)):
        yield found.span(found.lastindex or 0)
