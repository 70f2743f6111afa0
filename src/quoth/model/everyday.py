"""A named reviewer's word that everyday words say what their source says; bound to both, it falls with either."""

import hashlib
import json
from dataclasses import dataclass

from quoth.model.review import Signature

__all__ = ["EverydayCheck", "everyday_id"]


@dataclass(frozen=True, slots=True)
class EverydayCheck:
    """One signature under one pair of a statement and its everyday words."""

    id: str
    """`everyday_id` of the pair: other words, or another text of the source, are another pair."""
    by: str
    """Account id."""
    name: str
    """The name that the reviewer went by then."""
    at: str
    signature: Signature

    @property
    def about(self) -> str:
        """Who signed."""
        return self.by

    @property
    def until(self) -> str:
        """It ends when what it was given for changes, or when it is taken back."""
        return ""


def everyday_id(rendition_id: str, start: int, end: int, plain: str) -> str:
    """What a pair is known by: SHA-256, hexadecimal, of the text's id, the statement's place in it and the words."""
    return hashlib.sha256(json.dumps([rendition_id, start, end, plain], ensure_ascii=True).encode()).hexdigest()
