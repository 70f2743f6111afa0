"""A model that says what it was given to say: for tests and benchmarks, and to try a page without a server."""

from collections.abc import Callable, Iterable, Iterator

from quoth.errors import GuestFailed
from quoth.llm.protocol import Ask, Said

__all__ = ["Scripted"]

Line = str | Exception | Callable[[Ask], str]


class Scripted:
    """Plays lines in their order: a text, an error to raise, or a function of what was asked."""

    def __init__(self, lines: Iterable[Line], *, name: str = "scripted model") -> None:
        """Take the lines; one that is asked for beyond the last is a model that does not answer."""
        self._lines: Iterator[Line] = iter(lines)
        self.name = name
        self.asked: list[Ask] = []

    def say(self, ask: Ask, *, deadline_s: float) -> Said:
        """The next line."""
        self.asked.append(ask)
        line = next(self._lines, None)
        if line is None:
            raise GuestFailed("silent", f"The script of {self.name!r} is at its end.")
        if isinstance(line, Exception):
            raise line
        text = line if isinstance(line, str) else line(ask)
        return Said(text, sum(len(m.text) for m in ask.messages) // 4, len(text) // 4)
