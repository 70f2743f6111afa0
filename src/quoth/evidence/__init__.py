"""From what search found to an evidence table: which sentences are findings, and what each of them is worth."""

from quoth.evidence.assess import assess
from quoth.evidence.chain_roles import ChainRoles, ShippedRoles, load_roles
from quoth.evidence.choosing import Chosen, Line, Part, choose
from quoth.evidence.cue_roles import CueRoles
from quoth.evidence.design import StudyDesign, sample_size, study_design
from quoth.evidence.extraction import propose
from quoth.evidence.lines import lines_of
from quoth.evidence.roles import Labelled, RoleModel
from quoth.evidence.study_facts import study_facts

__all__ = [
    "ChainRoles",
    "Chosen",
    "CueRoles",
    "Labelled",
    "Line",
    "Part",
    "RoleModel",
    "ShippedRoles",
    "StudyDesign",
    "assess",
    "choose",
    "lines_of",
    "load_roles",
    "propose",
    "sample_size",
    "study_design",
    "study_facts",
]
