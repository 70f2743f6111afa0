"""From what search found to an evidence table: which sentences are findings, and what each of them is worth."""

from quoth.evidence.assess import assess
from quoth.evidence.chain_roles import ChainRoles, load_roles
from quoth.evidence.choosing import Chosen, Line, Part, choose
from quoth.evidence.cue_roles import CueRoles
from quoth.evidence.extraction import propose
from quoth.evidence.lines import lines_of
from quoth.evidence.roles import Labelled, RoleModel

__all__ = [
    "ChainRoles",
    "Chosen",
    "CueRoles",
    "Labelled",
    "Line",
    "Part",
    "RoleModel",
    "assess",
    "choose",
    "lines_of",
    "load_roles",
    "propose",
]
