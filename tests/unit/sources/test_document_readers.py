"""Guideline documents: what stands in them comes out whole and in order, and nothing that does not belong."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from quoth.errors import BadFile, BadInput, HostileFile, MissingExtra
from quoth.model import Design, DoubtKind, NoticeKind
from quoth.sources import DocumentFacts, Limits, file_identity, sniff
from quoth.sources.document import Block, compose
from tests.unit.sources.document_factories import FACTS, Put, column, docx, notices_of, pdf, read_one

PAGE = """<!doctype html><html lang="en-GB"><head><title>Knee</title><script>alert(1)</script></head><body>
<nav><a href="/">Home</a></nav>{body}<footer>Imprint</footer></body></html>"""
LEFT = """
Exercise therapy is recommended for adults
with knee pain, since it lowers pain and it
improves function in the short and in the
long term. Taping may be considered. Pre-
fabricated foot orthoses are an option and
evidence-based advice is part of the care.
"""
RIGHT = """
Do not offer opioids to people with knee
pain. Imaging is not needed at first unless
there are red flags. Refer when symptoms
last for more than three months in spite of
good care. Explain that pain does not mean
harm and set goals together with the person.
"""


def html(tmp_path: Path, body: str, name: str = "guide.html") -> Path:
    """A web page with this body."""
    path = tmp_path / name
    path.write_text(PAGE.format(body=body), encoding="utf-8")
    return path


# --- text and sections -----------------------------------------------------------------------------------------------
def test_sections_are_exact_and_headings_stand_between_them() -> None:
    """A heading can be quoted as a grade, and is nobody's sentence."""
    text, sections = compose([Block("A", 1), Block("one"), Block("B", 2, 3), Block("two", 0, 3), Block("three", 0, 4)])

    assert "A\n\none\n\nB\n\ntwo\n\nthree" == text
    assert [("one", "A", ()), ("two", "B", ("A", "p. 3")), ("three", "B", ("A", "p. 4"))] == [
        (text[s.start : s.end], s.heading, s.path) for s in sections
    ]


# --- HTML ------------------------------------------------------------------------------------------------------------
def test_a_web_page_keeps_headings_lists_and_tables_and_drops_the_rest(tmp_path: Path) -> None:
    """Scripts, menus and hidden words are no words of the guideline; a list stays with the line that leads it in."""
    path = html(
        tmp_path,
        """<main><h1>Knee</h1><h2>Care</h2><p>Use 10<sup>6</sup>
        units.<br>Grade: B</p><p>Do not offer:</p><ul><li>opioids</li><li>imaging <b>at first</b></li></ul>
        <p style="display: none">Offer gold.</p><p hidden>Offer silver.</p><script>document.write('x')</script>
        <table><tr><th>COR</th><th>Recommendation</th></tr><tr><td>IIa</td><td>Taping is reasonable</td></tr></table>
        </main>""",
    )
    _, text = read_one(path)

    assert (
        "Knee\n\nCare\n\nUse 10^6 units.\nGrade: B\n\nDo not offer:\n• opioids\n• imaging at first\n\n"
        "COR: IIa | Recommendation: Taping is reasonable"
    ) == text.text
    assert "html" == sniff(path)


def test_a_page_without_a_marked_main_part_loses_no_recommendation(tmp_path: Path) -> None:
    """Where the main part has to be guessed, too much is better than too little."""
    pytest.importorskip("trafilatura")
    advice = "".join(f"<div><span>Offer treatment number {n} to adults with knee pain.</span></div>" for n in range(30))
    _, text = read_one(html(tmp_path, f"<div><h1>Knee</h1>{advice}</div>"))

    assert 30 == text.text.count("Offer treatment number")


def test_deeply_nested_and_broken_pages_are_read_without_harm(tmp_path: Path) -> None:
    """A page that never closes its tags keeps its words; one that nests beyond measure is refused, never half read."""
    _, text = read_one(html(tmp_path, "<main>" + "<div>" * 150 + "Offer exercise." + "<table><tr><td>x</main>"))

    assert "Offer exercise." in text.text
    with pytest.raises(HostileFile, match="nests"):
        read_one(html(tmp_path, "<main>" + "<div>" * 3000 + "Offer exercise.</main>"))


def test_a_page_without_a_charset_is_utf_8(tmp_path: Path) -> None:
    """A threshold that reads "â‰¥65" is no quotation."""
    _, text = read_one(html(tmp_path, "<main><p>Offer it to adults ≥65 years.</p></main>"))

    assert "≥65" in text.text


# --- Markdown --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("head", "body", "read"),
    [
        (
            '<meta charset="iso-8859-1">',
            "0.5\u20131 mg \u201ctwice\u201d".encode("cp1252"),
            "0.5\u20131 mg \u201ctwice\u201d",
        ),
        ('<meta charset="us-ascii">', "5\u20137 days".encode("cp1252"), "5\u20137 days"),
        ("", "5\u20137 days".encode("cp1252"), "5\u20137 days"),
        ('<meta charset="iso-8859-1">', "5\u20137 days".encode(), "5\u20137 days"),
        ('<meta charset="utf-8">', "5\u20137 days".encode("cp1252"), "5\u20137 days"),
        (
            '<meta charset="utf-8">',
            "5\u20137 days, 30\u201335 mg \xff".encode().replace(b"\xc3\xbf", b"\xff"),
            "5\u20137 days, 30\u201335 mg \ufffd",
        ),
        ('<meta charset="utf-16">', None, "5\u20137 days"),
        ('<meta charset="iso-8859-7">', "\u03b2-blockers".encode("iso-8859-7"), "\u03b2-blockers"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_was_used(tmp_path: Path, head: str, body: bytes | None, read: str) -> None:
    """A range of doses keeps its dash, whatever the page calls its encoding."""
    page = f"<html><head>{head}</head><body><main><p>Give ".encode() + (body or b"") + b".</p></main></body></html>"
    if body is None:
        page = f"<html><head>{head}</head><body><main><p>Give {read}.</p></main></body></html>".encode("utf-16")
    path = tmp_path / "page.html"
    path.write_bytes(page)
    report, text = read_one(path)

    assert f"Give {read}." in text.text
    assert ("\ufffd" in read) == any("could not be read" in doubt.text for doubt in report.record.doubts)


def test_what_a_style_of_the_page_hides_is_not_read(tmp_path: Path) -> None:
    """By class and by id; what only some screens hide is read, and so is everything else."""
    style = "<style>/* .seen{} */ .gone, p.away { color: red; display:none } #x{visibility:hidden}"
    style += "@media print { .noprint { display: none } } .seen { display: block }</style>"
    body = "".join(
        f"<p {how}>Offer treatment {name} to everybody with knee pain.</p>"
        for how, name in (
            ('class="gone"', "A"),
            ('class="b away"', "B"),
            ('id="x"', "C"),
            ('class="noprint"', "D"),
            ('class="seen"', "E"),
        )
    )
    _, text = read_one(html(tmp_path, f"{style}{body}"))
    assert ["D", "E"] == [name for name in "ABCDE" if f"treatment {name}" in text.text]


@pytest.mark.parametrize("name", ["long.html", "long.md"])
def test_what_stands_behind_an_endless_paragraph_is_not_lost_in_silence(tmp_path: Path, name: str) -> None:
    """The parser gives up there; the file is refused, and nothing of it taken in."""
    path = tmp_path / name
    endless = "word " * 2_300_000
    shape = "<main><p>{}</p><p>Offer tape.</p></main>" if name.endswith("html") else "{}\n\nOffer tape.\n"
    path.write_text(shape.format(endless), encoding="utf-8")
    with pytest.raises(HostileFile, match="more than"):
        read_one(path, limits=Limits(document_chars=50_000_000))


@pytest.mark.parametrize("start", ["²", "9" * 5_000, "-3", "x", ""])
def test_a_list_that_starts_at_no_number_is_read(start: str, tmp_path: Path) -> None:
    """An attribute of a page is anybody's text."""
    _, text = read_one(html(tmp_path, f'<main><ol start="{start}"><li>Offer exercise.</li></ol></main>'))
    assert "Offer exercise." == text.text


def test_markdown_keeps_its_shape_and_raw_html_stays_words(tmp_path: Path) -> None:
    """Tags that somebody wrote into Markdown are never markup."""
    path = tmp_path / "guide.md"
    path.write_text("# Care\n\nOffer *exercise*.\n\n- rest\n- ice\n\n<script>alert(1)</script>\n", encoding="utf-8")
    _, text = read_one(path)

    assert "Care\n\nOffer exercise.\n\nrest\n\nice\n\n<script>alert(1)</script>" == text.text
    assert "markdown" == sniff(path)


# --- Word ------------------------------------------------------------------------------------------------------------
def test_a_word_document_gives_headings_and_paragraphs(tmp_path: Path) -> None:
    """Styles that Word calls headings are headings here."""
    pytest.importorskip("mammoth")
    path = docx(tmp_path / "guide.docx", [("Heading1", "Care"), ("Normal", "Offer exercise. (Strong for)")])
    _, text = read_one(path)

    assert ("Care\n\nOffer exercise. (Strong for)", "Care") == (text.text, text.sections[0].heading)
    assert "docx" == sniff(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("attribute", ['a{}=">"', "a{}", "a{}='<'/", "a{} = b"])
def test_an_element_of_endless_attributes_is_refused_before_it_is_parsed(
    tmp_path: Path, attribute: str, encoding: str
) -> None:
    """The parser takes minutes over a hundred thousand; a long address or picture within one is no attribute more."""
    many = " ".join(attribute.format(number) for number in range(100_000))
    (tmp_path / "a.html").write_bytes(f"<html><body><h1 {many}>Knees</h1><p>Offer tape.</p>".encode(encoding))

    with pytest.raises(HostileFile, match="1,000 attributes"):
        read_one(tmp_path / "a.html")

    (tmp_path / "b.html").write_text(f"<main><h1>Knees</h1><img src='data:{'a b=' * 9_000}'><p>Offer tape.</p></main>")
    assert "Offer tape." in read_one(tmp_path / "b.html")[1].text


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda p: docx(p, [("Normal", "x")], head='<!DOCTYPE d [<!ENTITY a "b">]>'), HostileFile),
        (lambda p: docx(p, [("Normal", "x")], extra=b"\x00" * (40 << 20)), HostileFile),
        (lambda p: p.write_bytes(b"PK\x03\x04 word/ broken"), BadFile),
    ],
)
def test_hostile_word_documents_are_refused_before_they_unpack(tmp_path: Path, make: Any, error: type) -> None:
    """Entities and bombs are nothing that an honest document holds."""
    pytest.importorskip("mammoth")
    path = tmp_path / "guide.docx"
    make(path)

    with pytest.raises(error):
        read_one(path)


# --- PDF -------------------------------------------------------------------------------------------------------------
def two_columns(tmp_path: Path) -> Path:
    """Two pages of two columns with running heads; the content stream goes row by row, as some programs write it."""
    pages = []
    for number in (1, 2):
        left, right = column(LEFT, x=50, top=700), column(RIGHT, x=320, top=700)
        rows = [put for pair in zip(left, right, strict=True) for put in pair]
        head = [Put("Knee guideline 2022", 50, 815, 8), Put(f"Page {number} of 2", 500, 20, 8)]
        pages.append([*head, Put("Strong recommendations" if number == 1 else "Other advice", 50, 740, 16), *rows])
    return pdf(tmp_path / "guide.pdf", pages)


def test_a_pdf_of_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    """A sentence never runs from one column into the other, whatever the order of the file."""
    pytest.importorskip("pypdfium2")
    _, text = read_one(two_columns(tmp_path))

    first, second = (
        text.text.index("Exercise therapy is recommended"),
        text.text.index("Do not offer opioids to people"),
    )
    assert first < text.text.index("in the short and in the long term.") < second
    assert "opioids to people with knee pain. Imaging is not needed" in text.text


def test_hyphens_at_line_ends_are_undone_and_others_stay(tmp_path: Path) -> None:
    """A word that the line parted is whole again; a word that is written with a hyphen keeps it."""
    pytest.importorskip("pypdfium2")
    _, text = read_one(two_columns(tmp_path))

    assert "evidence-based advice" in text.text
    assert "- fabricated" not in text.text
    assert "Pre-fabricated" in text.text or "Prefabricated" in text.text


def test_running_heads_go_and_pages_and_headings_stay(tmp_path: Path) -> None:
    """A page number is where a passage stands, not what it says."""
    pytest.importorskip("pypdfium2")
    _, text = read_one(two_columns(tmp_path))

    assert "Knee guideline 2022" not in text.text
    assert "of 2" not in text.text
    assert [("Strong recommendations", ("p. 1",)), ("Other advice", ("p. 2",))] == [
        (s.heading, s.path) for s in text.sections
    ]


def test_a_pdf_beyond_the_limits_or_without_text_is_refused(tmp_path: Path) -> None:
    """Too many pages, a scan, and what only pretends to be a PDF each say what they are."""
    pytest.importorskip("pypdfium2")
    with pytest.raises(HostileFile, match="2 pages"):
        read_one(two_columns(tmp_path), limits=Limits(document_pages=1))
    with pytest.raises(HostileFile):
        read_one(two_columns(tmp_path), limits=Limits(document_chars=100))
    with pytest.raises(BadFile, match="no text"):
        read_one(pdf(tmp_path / "scan.pdf", [[]]))
    (tmp_path / "no.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(BadFile, match="cannot be opened"):
        read_one(tmp_path / "no.pdf")


# --- facts -----------------------------------------------------------------------------------------------------------
def test_facts_make_a_guideline_and_silence_makes_doubts(tmp_path: Path) -> None:
    """Without an issuer nothing is offered as a recommendation, and the page says what was not given."""
    path = html(tmp_path, "<main><p>Offer exercise.</p></main>")
    known, unknown = read_one(path)[0].record, read_one(path, facts=DocumentFacts())[0].record

    assert (Design.GUIDELINE, "Knee Society", 2022, True, ()) == (
        known.design, known.issuer, known.published.year, known.title_verified, known.doubts,
    )  # fmt: skip
    assert (None, None, False) == (unknown.design, unknown.issuer, unknown.title_verified)
    assert [DoubtKind.TITLE_UNVERIFIED, DoubtKind.UNVERIFIED, DoubtKind.UNVERIFIED] == [d.kind for d in unknown.doubts]


def test_facts_may_stand_beside_the_document_and_the_caller_goes_first(tmp_path: Path) -> None:
    """A folder of guidelines carries its own facts; with other facts the same bytes are read again."""
    path = html(tmp_path, "<main><p>Offer exercise.</p></main>")
    before = file_identity(path, DocumentFacts())
    (tmp_path / "guide.html.quoth.yaml").write_text("issuer: Knee Board\nyear: 2020\nlicence: CC BY 4.0\n")
    record = read_one(path)[0].record

    assert ("Knee Society", "CC BY 4.0") == (record.issuer, record.licence)
    assert "Knee Board" == read_one(path, facts=DocumentFacts())[0].record.issuer
    assert 3 == len({before, file_identity(path, DocumentFacts()), file_identity(path, FACTS)})


@pytest.mark.parametrize(
    "said", ["isuer: x", "year: soon", "year: 1066", "doi: abc", "supersedes: a book", "- x", "a: b: c"]
)
def test_facts_that_cannot_be_used_stop_the_document(tmp_path: Path, said: str) -> None:
    """A mistyped fact is told at once, with its place."""
    path = html(tmp_path, "<main><p>Offer exercise.</p></main>")
    (tmp_path / "guide.html.quoth.yaml").write_text(said)

    with pytest.raises(BadInput):
        read_one(path, facts=DocumentFacts())


def test_what_it_supersedes_becomes_a_notice(tmp_path: Path) -> None:
    """The older guideline is marked as soon as the newer one is in the library."""
    path = html(tmp_path, "<main><p>Offer exercise.</p></main>")
    (notice,) = notices_of(path, DocumentFacts(issuer="K", doi="10.1000/new", supersedes=("10.1000/OLD",)))

    assert (NoticeKind.SUPERSEDED, "10.1000/old", "10.1000/new") == (
        notice.kind, notice.target.doi, notice.by and notice.by.doi,
    )  # fmt: skip


@pytest.mark.parametrize(("module", "name"), [("mammoth", "guide.docx"), ("pypdfium2", "guide.pdf")])
def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str) -> None:
    """Who has not installed it is told how."""
    path = (
        docx(tmp_path / name, [("Normal", "x")])
        if name.endswith("docx")
        else pdf(tmp_path / name, [[Put("x", 50, 50)]])
    )
    whole = builtins.__import__

    def without(asked: str, *args: Any, **kwargs: Any) -> Any:
        if asked.split(".")[0] == module:
            raise ImportError(asked)
        return whole(asked, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"quoth\[documents\]"):
        read_one(path)
