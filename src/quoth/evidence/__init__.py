"""From what search found to an evidence table: which sentences are findings, and what each of them is worth."""

from quoth.evidence.assess import assess
from quoth.evidence.chain_roles import ChainRoles, load_roles
from quoth.evidence.cue_roles import CueRoles
from quoth.evidence.extraction import propose
from quoth.evidence.roles import Labelled, RoleModel

__all__ = ["ChainRoles", "CueRoles", "Labelled", "RoleModel", "assess", "load_roles", "propose"]
