"""What a question finds over the advice of one guideline: in its title, in headings, in the whole of its text.

Much advice stands under one heading and all of it under one title, so that this is read once for all that is weighed.
"""

from dataclasses import dataclass

from quoth.evidence.weighing.laid_out import Guideline, Words, stands_in
from quoth.evidence.weighing.names_held import holds_name
from quoth.evidence.weighing.spoken_worth import share_asked
from quoth.evidence.weighing.told import Told

__all__ = ["Above", "Over"]


@dataclass(frozen=True, slots=True)
class Over:
    """What the title and the headings over a piece of advice hold, by word of the question."""

    words: tuple[float, ...]
    """What the word counts there."""
    named: tuple[bool, ...]
    """Whether one of its other names stands there."""
    wider: tuple[bool, ...]
    """Whether what it is a kind of does."""
    everybody: bool
    """Whether anybody who is asked about is named."""
    people: bool
    """Whether those are whom advice on grown-up people leaves out."""


class Above:
    """One question over one guideline. Nothing is kept longer than that."""

    def __init__(self, told: Told, guideline: Guideline) -> None:
        """Read the title; headings are read when advice under them is weighed."""
        saying = told.saying
        titled = [bool(guideline.titled.hold(word)) for word in saying.words]
        self.told = told
        self.guideline = guideline
        self.rest = tuple(n for n, tells in enumerate(saying.telling) if tells and not titled[n])
        """Places of the words that tell and that its title does not hold."""
        self.left = sum(saying.told[n] for n in self.rest)
        """What they tell."""
        self.asked_of_title = share_asked(saying, guideline.title)
        self.in_text = tuple(stands_in(guideline.whole, word) for word in saying.words)
        """By word, whether it stands anywhere in the text."""
        self._over: dict[int, Over] = {}

    def over(self, words: Words) -> Over:
        """What stands over advice under these headings, which the guideline keeps."""
        found = self._over.get(id(words))
        if found is None:
            found = self._over[id(words)] = self._read(words)
        return found

    def _read(self, words: Words) -> Over:
        told, saying = self.told, self.told.saying
        return Over(
            tuple(map(words.hold, saying.words)),
            tuple(holds_name(one, words) for one in told.names),
            tuple(holds_name(one, words) for one in told.wider),
            any(map(words.hold, saying.everybody)),
            any(map(words.hold, saying.people)),
        )
