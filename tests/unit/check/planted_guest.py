"""Faults planted in what a language model contributed."""

from dataclasses import replace

from quoth.model import (
    GuestMode,
    WrittenSentence,
)
from tests.unit.check.planting import MEASURED, PARAPHRASE, K, Planted, guest, paraphrase, paraphrased, reworded

__all__ = ["PLANTED"]

PLANTED: tuple[Planted, ...] = (
    # a guest
    Planted("a guest invents a sentence", guest(WrittenSentence("Surgery cures everyone.", ("s1",))), K.NOT_BORNE),
    Planted(
        "a guest's invention is passed off as the quote",
        guest(WrittenSentence("Surgery cures everyone.", ("s1",), replaced=True)),
        K.NOT_BORNE,
    ),
    Planted("a guest cites nothing", guest(WrittenSentence("Surgery cures everyone.", ())), K.NOT_BORNE),
    Planted("a guest's line says more than the bank", guest(note="Take two aspirins."), K.WORDING_NOT_OURS),
    Planted("a guest chose what is not on the page", guest(mode=GuestMode.SELECT, chosen=("s999",)), K.STRUCTURE),
    # what a judge let in
    Planted("a paraphrase on a page without a judge", paraphrased(PARAPHRASE, judge=None), K.NOT_BORNE),
    Planted(
        "a paraphrase by a judge that is too often wrong",
        paraphrased(PARAPHRASE, judge=replace(MEASURED, precision_low=0.94)),
        K.NOT_BORNE,
    ),
    Planted(
        "a paraphrase by a judge that finds too little",
        paraphrased(PARAPHRASE, judge=replace(MEASURED, recall_low=0.29)),
        K.NOT_BORNE,
    ),
    Planted("a paraphrase that its judge was not sure of", paraphrased(paraphrase(judged=0.89)), K.NOT_BORNE),
    Planted("a judge that is surer than sure", paraphrased(paraphrase(judged=1.01)), K.NOT_BORNE),
    Planted("a paraphrase without its badge", paraphrased(paraphrase(judged=None)), K.NOT_BORNE),
    Planted("a paraphrase with another number", paraphrased(reworded("-1.5", "-1.6")), K.NOT_BORNE),
    Planted("a paraphrase without the interval", paraphrased(reworded(", 95% CI -2.0 to -1.0", "")), K.NOT_BORNE),
    Planted("a paraphrase with a sign lost", paraphrased(reworded("-1.5", "1.5")), K.NOT_BORNE),
    Planted("a paraphrase with a negation", paraphrased(reworded("pain fell", "pain never fell")), K.NOT_BORNE),
    Planted("a paraphrase in the other direction", paraphrased(reworded("fell", "rose")), K.NOT_BORNE),
    Planted("a paraphrase about other people", paraphrased(reworded("exercise,", "exercise in women,")), K.NOT_BORNE),
    Planted("a paraphrase with a comparator", paraphrased(reworded("more", "more than with placebo")), K.NOT_BORNE),
    Planted("a paraphrase with a doubt", paraphrased(reworded("pain fell", "pain may have fell")), K.NOT_BORNE),
    Planted("a paraphrase with markup", paraphrased(reworded("exercise", "<b>exercise</b>")), K.NOT_BORNE),
    Planted("a paraphrase of another statement", paraphrased(paraphrase(statements=("s9",))), K.NOT_BORNE),
    Planted("a paraphrase of what is not on the page", paraphrased(paraphrase(statements=("s999",))), K.NOT_BORNE),
    Planted("a paraphrase that names edits", paraphrased(paraphrase(edits=("drop the label",))), K.NOT_BORNE),
    Planted("a paraphrase that stands for a quote", paraphrased(paraphrase(replaced=True)), K.NOT_BORNE),
    Planted(
        "a paraphrase of what must travel with its neighbour",
        paraphrased(paraphrase(text="But at 12 months no difference remained.", statements=("s7",))),
        K.NOT_BORNE,
    ),
    Planted(
        "everyday words for two statements at once",
        paraphrased(paraphrase(statements=("s6", "s9")), mode=GuestMode.PLAIN),
        K.NOT_BORNE,
    ),
    Planted(
        "everyday words that no judge let in",
        paraphrased(paraphrase(judged=None), mode=GuestMode.PLAIN),
        K.NOT_BORNE,
    ),
    Planted("a guest that only chooses paraphrases", paraphrased(PARAPHRASE, mode=GuestMode.SELECT), K.NOT_BORNE),
    Planted("more paraphrases than the line tells of", paraphrased(PARAPHRASE, count=0), K.WORDING_NOT_OURS),
    Planted(
        "a judge whose name is a sentence",
        paraphrased(PARAPHRASE, judge=replace(MEASURED, name="Dr Good. Take two aspirins.")),
        K.WORDING_NOT_OURS,
    ),
    Planted(
        "a judge that lets everything in",
        paraphrased(PARAPHRASE, judge=replace(MEASURED, threshold=0.0)),
        K.WORDING_NOT_OURS,
    ),
)
