"""Ways to break an honest page, as data: what is done to it, and the kind of fault that it makes."""

from tests.unit.check import (
    planted_facts,
    planted_guest,
    planted_omissions,
    planted_page,
    planted_sources,
    planted_words,
)
from tests.unit.check.planting import Planted

__all__ = ["PLANTED"]

PLANTED: tuple[Planted, ...] = (
    *planted_words.PLANTED,
    *planted_sources.PLANTED,
    *planted_facts.PLANTED,
    *planted_page.PLANTED,
    *planted_guest.PLANTED,
    *planted_omissions.PLANTED,
)
