"""What is known of a question while it is being understood: what was given, and what each step has found so far.

The steps are in `naming` (what the words name) and `meaning` (what is asked of that); `understand` has their order.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from quoth.lexicon import Found, Lexicon
from quoth.model import Mention, Question, Role
from quoth.search.facets import Sign
from quoth.search.slots import Slots, Treats
from quoth.search.terms import ContentWord, Frequency
from quoth.search.thread import Followed
from quoth.search.wording import Span, Wording, read

__all__ = ["Asked", "Reading", "Step", "began", "frequencies", "places"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is read with. It stays as it is; the fields are those of `understand`."""

    text: str
    lexicon: Lexicon
    frequency: Frequency
    n_units: int
    previous: Question | None
    role: Role
    treats: Treats
    literal: Collection[str]
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How far a question is understood. A step takes one and gives the next; fields are in the order they come up."""

    wording: Wording
    slots: Slots = field(default_factory=Slots)
    """What is named, by slot. Most steps add to it or take from it."""
    words: tuple[ContentWord, ...] = ()
    """Words that carry something and are no name."""
    df: Mapping[str, int] = field(default_factory=dict)
    """Folded form -> units of the library it occurs in, for `words` at the time."""
    found: tuple[Found, ...] = ()
    """What the lexicon finds in the words as typed."""
    corrections: Mapping[str, str] = field(default_factory=dict)
    """Folded form -> what it is read as."""
    about: tuple[Mention, ...] = ()
    """Conditions that are named, or that the question before was about."""
    named: tuple[Span, ...] = ()
    """Where treatments are named, before any is concluded."""
    story: tuple[Span, ...] = ()
    """Stretches that tell what happened and ask nothing."""
    trades: tuple[Span, ...] = ()
    """Stretches that tell what somebody does for a living."""
    unknown: tuple[ContentWord, ...] = ()
    """Words that nobody here knows, and that the question hangs on."""
    aside: tuple[ContentWord, ...] = ()
    """Words that nobody here knows, and that are scenery."""
    strangers: tuple[Span, ...] = ()
    """Where unknown words stand, without other names in brackets."""
    signs: tuple[Sign, ...] = ()
    """What tells the kind of question and its facets."""
    followed: Followed = field(default_factory=lambda: Followed(Slots()))
    """What a follow-up takes over from the question before."""
    effects: tuple[tuple[ContentWord, ...], ...] = ()
    """Groups of words that say what a treatment does or should do, and are read as an outcome."""
    animals: tuple[Span, ...] = ()
    """Where animals are named that the question is about."""


Step = Callable[[Asked, Reading], Reading]


def began(asked: Asked) -> Reading:
    """Nothing understood yet."""
    return Reading(read(asked.text))


def frequencies(words: Iterable[ContentWord], frequency: Frequency) -> dict[str, int]:
    """In how many units each word occurs, by its folded form."""
    forms = [word.form for word in words]
    return dict(zip(forms, frequency(forms), strict=True)) if forms else {}


def places(mentions: Iterable[Mention]) -> list[Span]:
    """Where mentions stand in the question; what is inferred stands nowhere."""
    return [Span(mention.start, mention.end) for mention in mentions if mention.start >= 0]
