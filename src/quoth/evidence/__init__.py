"""From what search found to an evidence table: which sentences are findings, and what each of them is worth."""

from quoth.evidence.assess import assess
from quoth.evidence.guideline.extraction import propose
from quoth.evidence.guideline.guiding import advice_and_guidance
from quoth.evidence.nearest import nearest_advice
from quoth.evidence.reading.annotated import beside_annotations
from quoth.evidence.reading.choosing import Chosen, Line, Part, choose
from quoth.evidence.reading.lines import lines_of
from quoth.evidence.role_model.chain_roles import ChainRoles, ShippedRoles, load_roles
from quoth.evidence.role_model.cue_roles import CueRoles
from quoth.evidence.role_model.roles import Labelled, RoleModel
from quoth.evidence.study.design import StudyDesign, sample_size, study_design
from quoth.evidence.study.study_facts import study_facts
from quoth.evidence.weighing.nearness import COMPARED

__all__ = [
    "COMPARED",
    "ChainRoles",
    "Chosen",
    "CueRoles",
    "Labelled",
    "Line",
    "Part",
    "RoleModel",
    "ShippedRoles",
    "StudyDesign",
    "advice_and_guidance",
    "assess",
    "beside_annotations",
    "choose",
    "lines_of",
    "load_roles",
    "nearest_advice",
    "propose",
    "sample_size",
    "study_design",
    "study_facts",
]
