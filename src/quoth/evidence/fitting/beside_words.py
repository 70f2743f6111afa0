"""Words of a question that tell where somebody is, who asks, or how it is put: none can name an illness or a treatment.

A recommendation need not hold them to answer: "a nurse had a needlestick on the ward". Words for things that are
swallowed, worn, done or injected never stand here: such a word may be the very treatment.
"""

from functools import cache

from quoth.text import stem

__all__ = ["is_beside"]

_WHO = """
nurse doctor physician clinician midwife surgeon therapist worker employee staff colleague student soldier veteran
mother father parent partner husband wife son daughter brother sister dad mum mom carer caregiver family friend client
resident inpatient outpatient clinicians provider practitioner gp consultant somebody nobody everybody anybody
"""
_WHERE = """
ward clinic hospital home house office department room practice community visit appointment admission emergency ed er
icu unit centre center facility country primary care setting bedside
"""
_WHAT_HAPPENS = """
arrive arrival come go going get become live living keep kept put collect check plan examine ask miss start over
book turn look find see seen talk worry wait move travel attend arrange carry hand bring sit stand last happen notice
measure meet
"""
_HOW = """
formal routine full total whole complete extra additional general course run right usual proper regular straight
another previous later recent recently newly ever never formerly currently nearly almost exactly definite definitely
worthwhile worth sensible reasonable advisable acceptable necessary enough plenty certain various particular
one two three four five six seven eight nine ten twelve twenty thirty hundred first second third again against away back
off out up down per mg mcg ml kg iu mmol dl level way kind sort type number amount case cases question reason
"""


def is_beside(form: str) -> bool:
    """Whether a folded word, in any inflection, only tells of the circumstances of asking."""
    return stem(form) in _beside()


@cache
def _beside() -> frozenset[str]:
    return frozenset(stem(word) for row in (_WHO, _WHERE, _WHAT_HAPPENS, _HOW) for word in row.split())
