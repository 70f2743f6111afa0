"""Whether advice stands in a part of its text that advises: the table is `quoth.model.place_rules`.

The checker reads it with its own code.
"""

import re
from functools import lru_cache

from quoth.evidence.qualify import section_at
from quoth.model import Rendition
from quoth.model.place_rules import NO_ADVICE_PLACES
from quoth.text.later import compile_later

__all__ = ["stands_where_nothing_is_advised"]

_KEPT = 16_384
_READ_CHARS = 400
_PLACES = tuple(
    (compile_later(rule.pattern, re.IGNORECASE), compile_later(rule.unless, re.IGNORECASE)) for rule in NO_ADVICE_PLACES
)


def stands_where_nothing_is_advised(rendition: Rendition, start: int) -> bool:
    """Whether a heading over a place of a text says that nothing is advised there."""
    section = section_at(rendition, start)
    return section is not None and any(
        _advises_nothing(name[:_READ_CHARS]) for name in (*section.path, section.heading)
    )


@lru_cache(maxsize=_KEPT)
def _advises_nothing(heading: str) -> bool:
    return any(found.search(heading) and not unless.search(heading) for found, unless in _PLACES)
