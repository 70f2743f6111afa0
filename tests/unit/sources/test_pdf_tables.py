"""Tables of PDF guidelines: each row comes out with all its cells, or the record says that it did not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from quoth.model import DoubtKind
from tests.unit.sources.document_factories import Drawn, Put, column, pdf, read_one

pytest.importorskip("pypdfium2")

HEADS = ("COR", "LOE", "Recommendations")
ROWS = (
    ("1", "A", "In adults with heart failure, an SGLT2 inhibitor\nis recommended, whether or not there is diabetes."),
    ("2a", "B-\nNR", "In adults with iron deficiency, iron is reasonable\nto improve the quality of life."),
    ("3: No\nbenefit", "B-R", "In adults with heart failure, dronedarone should\nnot be used within 3 and\n4.5 hours."),
    ("3: Harm", "A", "Calcium channel blockers are not recommended."),
)
AS_ROWS = (
    "COR: 1 | LOE: A | Recommendations: In adults with heart failure, an SGLT2 inhibitor is recommended, whether or"
    " not there is diabetes.",
    "COR: 2a | LOE: B-NR | Recommendations: In adults with iron deficiency, iron is reasonable to improve the quality"
    " of life.",
    "COR: 3: No benefit | LOE: B-R | Recommendations: In adults with heart failure, dronedarone should not be used"
    " within 3 and 4.5 hours.",
    "COR: 3: Harm | LOE: A | Recommendations: Calcium channel blockers are not recommended.",
)
XS = (60.0, 102.0, 130.0, 400.0)
PROSE = "\n".join(["The writing committee looked at the trials in turn and judged the risk of bias in each of"] * 6)


def put(
    rows: Sequence[Sequence[str]], top: float, *, xs: Sequence[float] = XS, ruled: str = "", apart: float = 8
) -> list[Put | Drawn]:
    """A table whose cells start at the top of their row; `ruled` names the borders drawn: "rows", "columns"."""
    found: list[Put | Drawn] = []
    y = top
    ends = [y]
    for row in rows:
        for x, cell in zip(xs, row, strict=False):
            found += [Put(line, x + 3, y - 10 - 12 * n) for n, line in enumerate(cell.split("\n")) if line]
        y -= 12 * max(cell.count("\n") + 1 for cell in row) + apart
        ends.append(y)
    if "rows" in ruled:
        found += [Drawn(xs[0], end, xs[-1], end) for end in ends]
    if "columns" in ruled:
        found += [Drawn(x, ends[-1], x, top) for x in xs]
    return found


def rows_of(tmp_path: Path, pages: Sequence[Sequence[Put | Drawn]]) -> list[str]:
    """The blocks of the text that hold cells."""
    _, text = read_one(pdf(tmp_path / "guide.pdf", pages))
    return [block for block in text.text.split("\n\n") if " | " in block]


def prose(top: float) -> list[Put | Drawn]:
    """Some running text over the whole page."""
    return [*column(PROSE, x=60, top=top)]


@pytest.mark.parametrize("ruled", ["rows columns", "rows", ""])
def test_each_row_gives_its_cells_however_many_lines_they_take(tmp_path: Path, ruled: str) -> None:
    """With all borders, with lines between rows alone, and with nothing but distance."""
    page = [*prose(760), *put([HEADS, *ROWS], 660, ruled=ruled), *prose(430)]

    assert list(AS_ROWS) == rows_of(tmp_path, [page])


def test_borders_may_be_thin_boxes(tmp_path: Path) -> None:
    """Browsers and word processors fill a box for a line; both its edges are one border."""
    table = put([HEADS, *ROWS], 660, ruled="rows columns")
    thick = [
        Drawn(one.x - 0.7, one.y - 0.7, one.to_x + 0.7, one.to_y + 0.7, width=1.4) if isinstance(one, Drawn) else one
        for one in table
    ]

    assert list(AS_ROWS) == rows_of(tmp_path, [[*prose(760), *thick]])


def test_a_table_over_both_columns_keeps_its_rows(tmp_path: Path) -> None:
    """The gutter of the text above and below runs through its cells."""
    halves = [
        part
        for top in (760, 400)
        for x in (60, 320)
        for part in column("\n".join(["The committee looked at the trials in turn"] * 7), x=x, top=top)
    ]
    for ruled in ("rows columns", ""):
        assert list(AS_ROWS) == rows_of(tmp_path, [[*halves, *put([HEADS, *ROWS], 640, ruled=ruled)]]), ruled


def test_heads_apart_from_the_borders_hold_for_the_rows(tmp_path: Path) -> None:
    """A title between heads and rows, and coloured cells for grades alone; a raised sign after a head is its note's."""
    page: list[Put | Drawn] = [
        Put("Recommendations", 63, 690), Put("Class", 303, 690), Put("a", 328, 693, 6), Put("Level", 353, 690),
        Put("b", 376, 693, 6), Put("Drugs for symptoms", 63, 674),
        Put("Offer aspirin to adults", 63, 656), Put("with stroke.", 63, 644), Put("I", 320, 650), Put("A", 370, 650),
        Put("Do not offer heparin.", 63, 626), Put("III", 320, 626), Put("C", 370, 626),
        *(Drawn(60, y, 400, y) for y in (668, 638, 618)), *(Drawn(x, 618, x, 668) for x in (300, 350, 400)),
    ]  # fmt: skip
    _, text = read_one(pdf(tmp_path / "guide.pdf", [page]))

    assert [
        "Drugs for symptoms",
        "Recommendations: Offer aspirin to adults with stroke. | Class a: I | Level b: A",
        "Recommendations: Do not offer heparin. | Class a: III | Level b: C",
    ] == text.text.split("\n\n")


@pytest.mark.parametrize("heads", [("No.", "Recommendation", "Grade"), ("Drug", "First dose", "Later dose")])
def test_heads_end_with_a_stop_or_are_bold(tmp_path: Path, heads: tuple[str, ...]) -> None:
    """What names columns is told by its words or by its letters."""
    xs = (60.0, 130.0, 330.0, 400.0)
    table = put(
        [heads, ("1", "Offer this to adults.", "B"), ("2", "Offer that to adults.", "C")],
        700,
        xs=xs,
        ruled="rows columns",
    )
    table = [Put(one.words, one.x, one.y, bold=one.y > 685) if isinstance(one, Put) else one for one in table]

    first, second, third = heads
    assert [
        f"{first}: 1 | {second}: Offer this to adults. | {third}: B",
        f"{first}: 2 | {second}: Offer that to adults. | {third}: C",
    ] == rows_of(tmp_path, [table])


def test_heads_may_take_two_lines_without_borders(tmp_path: Path) -> None:
    """With "evidence" below "Certainty of" it is one head, close as it stands to its neighbours."""
    xs = (60.0, 330.0, 376.0, 440.0, 540.0)
    rows = [
        ("Recommendation", "Strength", "Certainty of\nevidence", "Remarks"),
        *(
            (f"Offer treatment {n} to adults who did\nnot improve.", "Strong\nfor", "Moderate", f"See {n}.")
            for n in range(4)
        ),
    ]

    assert [
        f"Recommendation: Offer treatment {n} to adults who did not improve. | Strength: Strong for"
        f" | Certainty of evidence: Moderate | Remarks: See {n}."
        for n in range(4)
    ] == rows_of(tmp_path, [[*prose(760), *put(rows, 660, xs=xs)]])


def test_cells_beside_a_line_over_the_gutter_stay_beside_it(tmp_path: Path) -> None:
    """Of a table that is not taken apart, a row's cells are still read together, on its line."""
    halves = [
        part
        for top in (760, 400)
        for x in (60, 320)
        for part in column("\n".join(["The committee looked at the trials in turn"] * 7), x=x, top=top)
    ]
    rows = [
        ("Drug", "Dose", "When"),
        *((f"Drug{n}", f"{n} mg", f"At the first sign of {n} of the symptoms, and again at night") for n in range(4)),
    ]
    _, text = read_one(pdf(tmp_path / "guide.pdf", [[*halves, *put(rows, 640)]]))

    for n in range(4):
        (line,) = [block for block in text.text.split("\n\n") if f"Drug{n}" in block]
        assert f"{n} mg" in line
        assert f"sign of {n} of the symptoms, and again at night" in line


def test_a_heading_that_hangs_over_the_gutter_takes_no_words_of_the_other_column(tmp_path: Path) -> None:
    """What stands beside it by chance is the other column's."""
    left = column("\n".join(["The committee looked at the trials in turn"] * 12), x=60, top=740)
    right = column("\n".join(["the panel judged what it had been shown by"] * 13 + ["then."]), x=300, top=759)
    page = [Put("The panel's words on every drug of all", 60, 759, 13, bold=True), *left, *right]
    _, text = read_one(pdf(tmp_path / "guide.pdf", [page]))

    assert "The panel's words on every drug of all\n\nThe committee" in text.text


def test_a_cell_that_reaches_over_rows_counts_for_each(tmp_path: Path) -> None:
    """As a web page's does; a title over all columns is a line by itself."""
    table: list[Put | Drawn] = [
        Put("Recommendations on drugs", 63, 690),
        *(Put(head, x + 3, 670) for head, x in zip(HEADS, XS, strict=False)),
        Put("1", 63, 640), Put("A", 105, 650), Put("Offer aspirin to adults.", 133, 650),
        Put("B-R", 105, 630), Put("Offer clopidogrel to adults.", 133, 630),
        *(Drawn(60, y, 400, y) for y in (702, 682, 662, 622)), Drawn(102, 642, 400, 642),
        Drawn(60, 622, 60, 702), Drawn(400, 622, 400, 702), *(Drawn(x, 622, x, 682) for x in (102, 130)),
    ]  # fmt: skip
    _, text = read_one(pdf(tmp_path / "guide.pdf", [table]))

    assert [
        "Recommendations on drugs",
        "COR: 1 | LOE: A | Recommendations: Offer aspirin to adults.",
        "COR: 1 | LOE: B-R | Recommendations: Offer clopidogrel to adults.",
    ] == text.text.split("\n\n")


@pytest.mark.parametrize("ruled", ["rows columns", ""])
def test_a_table_that_goes_on_overleaf_keeps_its_heads(tmp_path: Path, ruled: str) -> None:
    """And a row that the end of the page cut in two is one row."""
    first = [HEADS, *ROWS[:2], ("3: No\nbenefit", "B-R", "In adults with heart failure, dronedarone should")]
    second = [("", "", "not be used within 3 and\n4.5 hours."), ROWS[3]]
    pages = [[*prose(760), *put(first, 200, ruled=ruled)], [*put(second, 780, ruled=ruled), *prose(600)]]

    assert list(AS_ROWS) == rows_of(tmp_path, pages)


def test_rows_that_cannot_be_told_apart_are_left_as_they_stand_and_named(tmp_path: Path) -> None:
    """Nothing shows to which recommendation each class belongs: nobody is told that one of them has it."""
    rows = [
        HEADS,
        ("I\nIIa", "A\nB-R", "Offer aspirin to adults who can\ntake it. Offer statins."),
        ("III", "", "Or not."),
    ]
    report, text = read_one(pdf(tmp_path / "guide.pdf", [[*prose(760), *put(rows, 660, apart=0)]]))
    (doubt,) = [one for one in report.record.doubts if one.kind is DoubtKind.PARTLY_READ]

    assert "COR: I" not in text.text
    assert "Page 1: a table could not be taken apart" in doubt.text
    assert text.text.index("Offer aspirin") < text.text.index("Offer statins") < text.text.index("Or not")


def test_headings_of_two_columns_of_text_are_no_heads_of_a_table(tmp_path: Path) -> None:
    """Two columns that begin with "Rationale" and "Recommendation" are read one after the other."""
    words = "The committee looked at every trial\nthat was found and then it judged\nthe risk of bias in each of them."
    halves = column("Rationale\n" + "\n".join([words] * 4), x=60) + column(
        "Recommendation\n" + "\n".join([words] * 4), x=320
    )
    report, text = read_one(pdf(tmp_path / "guide.pdf", [halves]))

    assert " | " not in text.text
    assert "in each of them." in text.text[: text.text.index("Recommendation")]
    assert not [one for one in report.record.doubts if one.kind is DoubtKind.PARTLY_READ]


def test_a_frame_round_text_is_no_table(tmp_path: Path) -> None:
    """A box of recommendations keeps its lines in order."""
    framed = [*column("1. Offer aspirin to adults with stroke.\n2. Do not offer heparin.", x=63, top=690)]
    lines = [Drawn(60, 660, 400, 660), Drawn(60, 705, 400, 705), Drawn(60, 660, 60, 705), Drawn(400, 660, 400, 705)]
    _, text = read_one(pdf(tmp_path / "guide.pdf", [[*framed, *lines]]))

    assert "1. Offer aspirin to adults with stroke.\n\n2. Do not offer heparin." == text.text


def test_no_word_of_a_table_is_lost(tmp_path: Path) -> None:
    """Whatever is made of a table, its words are there."""
    for ruled in ("rows columns", "rows", ""):
        for heads in (HEADS, ("Drug", "Dose", "When")):
            _, text = read_one(pdf(tmp_path / "guide.pdf", [[*prose(760), *put([heads, *ROWS], 660, ruled=ruled)]]))
            joined = "".join(letter for letter in text.text if letter.isalnum())
            for row in ROWS:
                for cell in row:
                    assert all("".join(filter(str.isalnum, line)) in joined for line in cell.split("\n")), (ruled, cell)
