"""A judge of written sentences: whether a source's words bear a sentence, and how sure it is of that.

A judge is never believed by itself: it has to be measured on the shipped pairs first, and rules hold besides.
"""

import time
from hashlib import sha256
from typing import Protocol

import msgspec

from quoth.errors import GuestFailed
from quoth.llm.prompts import prompt
from quoth.llm.protocol import Ask, Budget, Llm, Message
from quoth.llm.reply import parsed

__all__ = ["Judge", "ModelJudge"]

_TOKENS = 200
_TOKENS_OF_A_PAIR = 20_000
_LASTING = frozenset({"key", "unknown", "forbidden"})
"""Reasons that the next pair would meet again."""


class Judge(Protocol):
    """May be shared between threads."""

    @property
    def name(self) -> str:
        """What pages call it."""

    @property
    def identity(self) -> str:
        """Which judge exactly, 16 hex digits: changes whenever its verdicts may."""

    def confidence(
        self, source: str, sentence: str, *, deadline_s: float, budget: Budget | None = None
    ) -> float | None:
        """How sure it is that the source bears the sentence, 0 to 1; 0 where it says no, `None` where it says nothing.

        Args:
            source: the words that are cited.
            sentence: what is said of them.
            deadline_s: seconds for the answer.
            budget: of the page that the sentence is for: a judge that takes tokens takes them from it.

        Raises:
            GuestFailed: it can say nothing to any pair.
        """


class _Said(msgspec.Struct, forbid_unknown_fields=True):
    borne: bool
    confidence: float


class ModelJudge:
    """A language model as a judge. Its identity is its address, its name and the words that it is asked with."""

    def __init__(self, llm: Llm, address: str = "") -> None:
        """Take the model, and where it stands."""
        self._llm = llm
        self.name = llm.name
        whole = "\n".join((address.rstrip("/"), llm.name, prompt("judge")))
        self.identity = sha256(whole.encode()).hexdigest()[:16]

    def confidence(
        self, source: str, sentence: str, *, deadline_s: float, budget: Budget | None = None
    ) -> float | None:
        """As the Protocol has it."""
        material = msgspec.json.encode({"source": source, "sentence": sentence}).decode()
        ends = time.monotonic() + deadline_s
        ask = Ask((Message("system", prompt("judge")), Message("user", material)), _TOKENS)
        left = lambda: ends - time.monotonic()  # noqa: E731
        try:
            said = parsed(self._llm, ask, _Said, budget=budget or Budget(_TOKENS_OF_A_PAIR), seconds_left=left)
        except GuestFailed as fault:
            if fault.reason in _LASTING:
                raise
            return None
        if not 0 <= said.confidence <= 1:
            return None
        return said.confidence if said.borne else 0.0
