"""How a row is told where there is no page around it: what stands out in its words, and its doubts in Markdown."""

import pytest

from quoth.interop.layout import PieceKind, pieces_of
from quoth.interop.markdown import render_markdown
from quoth.model import Figure, Mark, MarkKind, ResearchGroup
from tests.unit.interop.answer_factory import answer, passed, statement


def test_markdown_tells_the_doubts_of_a_source_once_and_then_counts_them() -> None:
    """The same words below every row would bury the rows; other doubts on the same source are told."""
    same = tuple(Mark(MarkKind.DOUBT, words) for words in ("Read in part.", "The year was not seen."))
    rows = (
        statement(id="s2", number=2, marks=same),
        statement(id="s3", number=2, start=40, marks=same),
        statement(id="s4", number=2, start=90, marks=(*same, Mark(MarkKind.DOUBT, "Of this row alone."))),
    )
    page = answer(research=(ResearchGroup("exercise", rows),))

    shown = render_markdown(page, passed(page))

    assert 2 == shown.count("Doubt: Read in part.")
    assert 1 == shown.count("2 doubts, told above and with the reference [^2]")
    assert 1 == shown.count("Doubt: Of this row alone.")


@pytest.mark.parametrize(
    ("before", "figure", "bold"),
    [
        ("It fell (g): walking ", "g): walking -0.62 (95% CrI -0.8 to -0.4", "walking -0.62 (95% CrI -0.8 to -0.4)"),
        ("Pain ", "RR 0.70 (0.57 to 0.86)", "RR 0.70 (0.57 to 0.86)"),
        ("It fell (", "MD -2.0, 95% CI -3 to -1", "MD -2.0, 95% CI -3 to -1"),
    ],
)
def test_what_is_emphasised_holds_whole_brackets(before: str, figure: str, bold: str) -> None:
    """A bracket that a measure stands in is left out, the last bracket of an interval is taken along."""
    text = f"{before.removesuffix('g): walking ')}{figure}); more."
    at = text.index(figure)
    told = Figure(at, at + len(figure), "SMD", -0.6, -0.8, -0.4)
    row = statement(text, id="s2", number=2, figures=(told,))

    assert [bold] == [piece.text for piece in pieces_of(row) if piece.kind is PieceKind.FIGURE]
