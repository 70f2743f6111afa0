"""Treatments with a word right before them that no source on the page speaks of: "magnetic knee braces"."""

from quoth.lexicon.illnesses import illnesses_had
from quoth.model import EvidenceTable, Question
from quoth.text.later import compile_later
from quoth.text.verbs import comes_before_a_verb

__all__ = ["strange_kinds"]

JOINING = frozenset({"plus", "minus", "with", "without", "and", "or", "versus", "vs", "than", "alone", "only", "re"})
JOINING |= {"alongside", "beside", "morning", "evening", "bedtime", "nighttime", "night"}
"""Before a treatment these join it to something, or say when it is taken: they say no kind of it."""
_ENDS_A_PART = compile_later(r"(?:\s[-–—]|[:;,.?!])\s*$")
"""Behind a dash between spaces, or another mark, something else begins: "opioid use disorder - buprenorphine or …"."""
_COUNTS = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "couple", "half", "few", "several"}
)
_TAKING_WORDS = """
rubbing smearing swallowing popping wearing injecting putting drinking sipping eating chewing sucking inhaling
sniffing spraying dabbing applying massaging taking having using trying doing giving getting buying starting
beginning adding continuing stopping skipping missing ordering requesting prescribing offering recommending
suggesting combining finishing repeating increasing lowering halving doubling
"""
_TAKING = frozenset(_TAKING_WORDS.split())
"""What is done with a treatment, right before its name: no kind of it."""
_HOW_MUCH_WORDS = """
heavy heavier light lighter gentle gentler hard harder
regular daily weekly frequent occasional brief plenty
"""
_HOW_MUCH = frozenset(_HOW_MUCH_WORDS.split())
"""How hard and how often, right before a treatment: no kind of it either, and the page quotes what was done."""


def strange_kinds(question: Question, table: EvidenceTable) -> list[str]:
    """Named treatments with a word right before them that no source speaks of: "magnetic knee braces".

    The word says which kind is meant, so advice on the treatment would stand for one that nothing here is about. People
    are no kind of treatment: "elderly exercise".
    """
    missing = {word.casefold() for word in table.uncovered}
    missing -= {word for mention in question.populations for word in mention.words.casefold().split()}
    illnesses = {end for _, end in illnesses_had(question.as_read)}
    strange = []
    for mention in (*question.interventions, *question.comparators):
        before = question.as_read[: max(0, mention.start)].casefold()
        if len(before.rstrip()) in illnesses:  # "carpal tunnel syndrome night splint" is a splint, and no kind of one
            continue
        words = before.replace("-", " ").split()
        if (
            not words
            or before[-1] not in " -"
            or _ENDS_A_PART.search(before)
            or (len(words) > 1 and comes_before_a_verb(words[-2]))
        ):
            continue
        counts = words[-1] in _COUNTS | _TAKING | _HOW_MUCH or words[-1].isdigit()
        if words[-1] in missing - JOINING and not counts:  # "two paracetamol" are no kind of it
            strange.append(f"{words[-1]} {mention.words}")
    return strange
