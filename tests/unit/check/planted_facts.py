"""Faults planted in what stands beside a quote: figures, directions, comparisons, certainties."""

from dataclasses import replace

from quoth.model import (
    Action,
    Design,
    Difference,
    DiffersIn,
    Direction,
    Figure,
)
from tests.unit.check.knee_texts import NARROW_TRIAL, TRIAL, VERBATIM_GUIDE
from tests.unit.check.planting import K, Planted, change, of_source, on, page, passage, people, rating, side_by_side

__all__ = ["PLANTED"]

PLANTED: tuple[Planted, ...] = (
    # facts beside the quote
    Planted("the action is turned round", on("s2", action=Action.DO), K.FACT_WRONG),
    Planted("the mapping is another's", on("s1", action_by="somebody else"), K.FACT_WRONG),
    Planted("the year is another", on("s6", year=2025), K.FACT_WRONG),
    Planted("the design is stronger", on("s6", design=Design.META_ANALYSIS), K.FACT_WRONG),
    Planted("the issuer is another", on("s1", issuer="NICE"), K.FACT_WRONG),
    Planted("the size is invented", on("s6", n=120), K.FACT_WRONG),
    Planted("a figure is invented", on("s6", figures=(Figure(9, 40, value=-1.7),)), K.FACT_WRONG),
    Planted("a figure lies beyond the quote", on("s6", figures=(Figure(0, 5000, value=1.5),)), K.FACT_WRONG),
    Planted(
        "plain wording is invented", on("s6", plain="Exercise works wonders.", plain_by="quoth"), K.WORDING_NOT_OURS
    ),
    Planted("plain wording is changed", on("s1", plain="Do as you please."), K.WORDING_NOT_OURS),
    # what advice asks for, and what it is about
    Planted("advice for is shown as advice against", on("s3", action=Action.DO_NOT), K.FACT_WRONG),
    Planted(
        "advice to consider is shown as to be done",
        change("s3", passage(VERBATIM_GUIDE, "Bracing may be considered for comfort.")),
        K.FACT_WRONG,
    ),
    Planted("an action is read out of words that do not stand there", on("s3", action_by="from 'must'"), K.FACT_WRONG),
    Planted(
        "an action is read out of a grade that is not there", on("s3", action_by="from its grade (GRADE)"), K.FACT_WRONG
    ),
    Planted("a side of a statement is passed over", on("s1", facets=()), K.FACT_WRONG),
    Planted("a statement is about another treatment", on("s1", interventions=("surgery",)), K.FACT_WRONG),
    Planted("a sentence is said to be about what it does not name", on("s6", interventions=("surgery",)), K.FACT_WRONG),
    Planted("a row is of another kind than its reference", of_source(9, design=Design.COHORT), K.FACT_WRONG),
    # which way a row points
    Planted("no difference is said of a difference", on("s6", direction=Direction.NO_DIFFERENCE), K.FACT_WRONG),
    Planted("a gain is said to be a loss", on("s9", direction=Direction.FAVOURS_COMPARATOR), K.FACT_WRONG),
    Planted("a difference is said of bare words", on("s10", direction=Direction.DIFFERENCE), K.FACT_WRONG),
    # effects side by side
    Planted("an effect is of no row", page(comparable=(side_by_side("s1", "s6"),)), K.STRUCTURE),
    Planted("one source is set side by side with itself", page(comparable=(side_by_side("s6", "s6"),)), K.STRUCTURE),
    Planted("an effect is not its row's", page(comparable=(side_by_side("s5", "s6"),)), K.FACT_WRONG),
    # where bodies differ
    Planted(
        "sides are said to differ in what they do not",
        lambda held: replace(held, differences=(replace(held.differences[0], differs_in=(DiffersIn.DIRECTION,)),)),
        K.FACT_WRONG,
    ),
    Planted(
        "bodies that do not differ stand side by side",
        lambda held: replace(held, differences=(*held.differences, Difference("taping", held.bottom_line.statements))),
        K.FACT_WRONG,
    ),
    # parts of the study
    Planted("the people studied are another study's", on("s6", pico=(people(NARROW_TRIAL),)), K.QUALIFIER_WRONG),
    Planted("a part of the study is told twice", on("s6", pico=(people(TRIAL), people(TRIAL))), K.QUALIFIER_WRONG),
    # provisional certainty
    Planted("a certainty rests on no row", page(certainties=(rating("s99"),)), K.FACT_WRONG),
    Planted("a certainty is not worked out from its rows", page(certainties=(rating("s6"),)), K.FACT_WRONG),
    Planted(
        "a certainty has words of its own",
        page(certainties=(rating("s6", because="Clearly high."),)),
        K.WORDING_NOT_OURS,
    ),
)
