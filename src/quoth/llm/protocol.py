"""What is asked of a language model, what it says, and how much it may cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from quoth.errors import GuestFailed

__all__ = ["Ask", "Budget", "Llm", "Message", "Said"]

_CHARS_PER_TOKEN = 3
"""Low on purpose: what is counted before a call must not be less than what is counted after it."""


@dataclass(frozen=True, slots=True)
class Message:
    """One turn. `role` is "system", "user" or "assistant"."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One call."""

    messages: Sequence[Message]
    tokens_max: int
    """Most tokens that the reply may have."""
    schema: Mapping[str, Any] | None = None
    """JSON Schema of the reply, for servers that hold a model to one; the reply is parsed strictly in any case."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came back. Tokens are the server's count, or ours where it gives none."""

    text: str
    tokens_in: int
    tokens_out: int
    whole: bool = True
    """False where the model stopped because it ran out of tokens."""


class Llm(Protocol):
    """A language model behind some server. May be shared between threads."""

    @property
    def name(self) -> str:
        """What the page calls it."""

    def say(self, ask: Ask, *, deadline_s: float) -> Said:
        """What the model says, within `deadline_s` seconds whatever the server does.

        Raises:
            GuestFailed: it said nothing that can be used; the reason is one of `errors.GUEST_REASONS`.
        """


class Budget:
    """How many tokens one answer may use. Counts what was used, and refuses what would be too much."""

    def __init__(self, tokens_max: int) -> None:
        """Take the most tokens, in and out together."""
        self.tokens_max = tokens_max
        self.tokens_in = 0
        self.tokens_out = 0

    def allow(self, ask: Ask) -> None:
        """Pass when the call fits whatever it brings back. Raises GuestFailed."""
        coming = sum(len(message.text) for message in ask.messages) // _CHARS_PER_TOKEN + ask.tokens_max
        if self.tokens_in + self.tokens_out + coming > self.tokens_max:
            raise GuestFailed("budget", f"The call needs about {coming} tokens of {self.tokens_max}.")

    def count(self, said: Said) -> None:
        """Add what a call used."""
        self.tokens_in += said.tokens_in
        self.tokens_out += said.tokens_out
