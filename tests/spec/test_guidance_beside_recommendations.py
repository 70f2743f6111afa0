"""What a guideline tells its readers outside its recommendations is quoted as guidance, and as nothing more."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.check.guiding import why_no_guidance
from quoth.evidence.guideline.guiding import guides, row_guides
from quoth.model import Answer, Fault, FaultKind, FindingKind, hash_of_text, phrase
from quoth.pipeline import Parts, ask, ingest
from tests.kept import library_on_disk

GUIDES = (
    "Repeat the ultrasound scan after six weeks.",
    "If platelets fall below 50, stop the drug and repeat the count.",
    "Before surgery – Ask about blood thinners and allergies.",
    "3. Review the wound at every dressing change.",
    "• Hold the next dose until the count recovers.",
    "Radiographs not indicated initially in the absence of trauma.",
    "Nerve conduction tests required if work is lost for more than two weeks.",
    "Arthroscopic lavage is not covered.",
    "• Deep heat (not generally recommended)",
    "Computed tomography is the test of choice in suspected perforation.",
    "It is important to check the foot pulses first.",
    "Epidural injections: repeat no sooner than 3 months.",
    "Bed rest (no more than 2 days)",
    "Injections are limited to 3 in a year.",
    "Frequency: 2 to 3 times per week.",
    "Time to produce effect: 4 treatments",
    "Maximum duration: 12 weeks",
    "The usual dose is 20 to 40 mg per day.",
    "Small children receive 15 mg/kg every 6 hours.",
    "Stable fractures may be treated with a brace.",
    "A reasonable approach would be yearly review.",
    "Patients with open fractures require surgery.",
    "Contraindications include pregnancy and bleeding disorders.",
    "First assessment includes weight, height and blood pressure.",
    "Heel pads with stretching exercises twice daily.",
    "Night splint for 6 weeks, then as needed.",
    "There is good evidence that early movement shortens recovery.",
    "No recommendation is made for or against magnets because of insufficient evidence.",
)
NO_GUIDANCE = (
    "Back pain is one of the most common complaints in primary care.",
    "About 12 million people have the condition in one year.",
    "Participants were treated with exercise for 12 weeks.",
    "Two trials found that braces reduced pain.",
    "Further research is needed on the best dose.",
    "This guideline was developed by a panel of 12 experts.",
    "Review of the records showed few complications.",
    "Possible harms of screening include false-positive results and anxiety.",
    "Should stable fractures be treated with a brace?",
    "Pain may be increased in cold weather.",
    "It is important to note that prevalence differs between regions.",
    "See the original guideline document for details of each treatment.",
    "The net benefit is small.",
    "Grades are defined at the end of this document.",
    "A higher score shows worse function.",
)


@pytest.mark.parametrize("sentence", GUIDES)
def test_what_guides_is_told_by_its_wording(sentence: str) -> None:
    """Orders, verdicts, limits, amounts, permissions and what the evidence is held to tell, by both sides' reading."""
    assert guides(sentence)
    assert why_no_guidance(sentence) is None


@pytest.mark.parametrize("sentence", NO_GUIDANCE)
def test_what_merely_tells_does_not_guide(sentence: str) -> None:
    """Of the illness, of studies, of the guideline and its grades."""
    assert not guides(sentence)
    assert why_no_guidance(sentence)


GUIDELINE = """
# Care of quorbital ache

## Recommendations

Offer plinamide to adults with quorbital ache. [A]

We suggest against quorbital bracing in adults with quorbital ache. [B]

## Considerations

Quorbital ache is common among glaziers.

## Imaging

Quorbital radiography is rarely needed in the first six weeks of quorbital ache unless there was a fall.

## Plinamide in kidney disease

The usual dose of plinamide is 20 mg per day.

## Lasers

Quorbital lasers were compared with plinamide in Utah.
"""


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library with one guideline of one's own."""
    shelf = tmp_path_factory.mktemp("shelf")
    with library_on_disk(tmp_path_factory.mktemp("library"), keep_answers="no") as opened:
        page = shelf / "ache.md"
        page.write_text(GUIDELINE.lstrip(), encoding="utf-8")
        Path(f"{page}.quoth.yaml").write_text(
            'title: "Care of quorbital ache"\nissuer: "A Division of Compensation"\nkind: guideline\nyear: 2024\n',
            encoding="utf-8",
        )
        ingest([page], opened)
        yield opened


def page_on(question: str, parts: Parts) -> Answer:
    """The page, which has to be an answer."""
    page = ask(question, parts).page
    assert isinstance(page, Answer), page
    return page


def test_guidance_leads_where_no_recommendation_answers(parts: Parts) -> None:
    """It says that it is none, and stands among the notes, not among the actions."""
    page = page_on("Is quorbital radiography needed in quorbital ache?", parts)

    assert phrase("lead.guidance") == page.bottom_line.lead
    led = page.bottom_line.statements[0]
    assert led.quote.text.startswith("Quorbital radiography is rarely needed")
    assert (FindingKind.GUIDANCE, None) == (led.kind, led.action)
    assert led in page.guideline_notes
    assert led not in [row.statement for row in (*page.actions, *page.more_actions)]


def test_a_recommendation_on_it_leads_before_any_guidance(parts: Parts) -> None:
    """A dose stands beside it, and does not take its place."""
    page = page_on("Plinamide in quorbital ache?", parts)

    assert [FindingKind.RECOMMENDATION] == [one.kind for one in page.bottom_line.statements][:1]


def test_a_line_on_a_dose_brings_the_heading_that_says_for_whom(parts: Parts) -> None:
    """The dose in kidney disease is none for everybody."""
    page = page_on("What is the usual dose of plinamide in kidney disease?", parts)

    doses = [one for one in page.statements() if one.quote.text.startswith("The usual dose")]
    assert ["Plinamide in kidney disease"] == [q.quote.text for q in doses[0].qualifiers]


def faults(page: Answer, parts: Parts) -> set[FaultKind]:
    """What the checker finds wrong with a page."""
    found: tuple[Fault, ...] = parts.checker().verify(page).faults
    return {fault.kind for fault in found}


def test_the_checker_lets_no_guidance_pass_for_a_recommendation(parts: Parts) -> None:
    """Neither by the words over it, nor by its kind, nor by an action."""
    page = page_on("Is quorbital radiography needed in quorbital ache?", parts)
    led = page.bottom_line.statements[0]
    advice = replace(led, kind=FindingKind.RECOMMENDATION)

    assert faults(page, parts) == set()
    renamed = replace(page, bottom_line=replace(page.bottom_line, lead=phrase("lead.one")))
    assert FaultKind.STRUCTURE in faults(renamed, parts)
    passed_off = replace(page, bottom_line=replace(page.bottom_line, statements=(advice,)), guideline_notes=(advice,))
    assert FaultKind.STRUCTURE in faults(passed_off, parts)


def test_the_checker_refuses_guidance_that_does_not_guide(parts: Parts) -> None:
    """A sentence on how common something is, offered as guidance."""
    page = page_on("Is quorbital radiography needed in quorbital ache?", parts)
    led = page.bottom_line.statements[0]
    text = parts.store.rendition(led.quote.span.rendition_id).rendition.text
    other = "Quorbital ache is common among glaziers."
    start = text.index(other)
    span = replace(led.quote.span, start=start, end=start + len(other), sha256=hash_of_text(other))
    told = replace(led, quote=replace(led.quote, span=span, text=other))
    changed = replace(page, bottom_line=replace(page.bottom_line, statements=(told,)), guideline_notes=(told,))

    assert FaultKind.NOT_A_FINDING in faults(changed, parts)


TABLES = """
<html><body><main><h1>Care of quorbital ache</h1>
<h2>Recommendations</h2>
<table><caption>Table 1. Treatment in adults</caption>
<thead><tr><th>COR</th><th>LOE</th><th>Recommendation</th></tr></thead>
<tbody><tr><td>I</td><td>A</td><td>Plinamide should be offered in quorbital ache.</td></tr>
<tr><td>III</td><td>B</td><td>Quorbital bracing should not be used. It delays healing.</td></tr></tbody></table>
<h2>Therapies</h2>
<table><caption>Table 2. Therapies after the sixth week</caption>
<tr><th>Therapy</th><th>Frequency</th><th>Maximum duration</th><th>Notes</th></tr>
<tr><td>Quorbital massage</td><td>2 times per week</td><td>6 weeks</td><td>By hand. Not in pregnancy.</td></tr></table>
<h2>Trials</h2>
<table><tr><th>Trial</th><th>Treatment</th><th>Mean change</th></tr>
<tr><td>Utah 2004</td><td>Quorbital lasers</td><td>2 points</td></tr></table>
</main></body></html>
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library with a guideline of tables."""
    shelf = tmp_path_factory.mktemp("tables")
    with library_on_disk(tmp_path_factory.mktemp("library-of-tables"), keep_answers="no") as opened:
        page = shelf / "ache.html"
        page.write_text(TABLES.lstrip(), encoding="utf-8")
        Path(f"{page}.quoth.yaml").write_text(
            'title: "Care of quorbital ache"\nissuer: "A Division of Compensation"\nkind: guideline\nyear: 2024\n',
            encoding="utf-8",
        )
        ingest([page], opened)
        yield opened


def test_a_graded_row_of_three_columns_leads_whole_with_its_table(tables: Parts) -> None:
    """Class and level of evidence in columns of their own are how many bodies recommend."""
    page = page_on("Plinamide for quorbital ache?", tables)

    led = page.bottom_line.statements[0]
    assert "COR: I | LOE: A | Recommendation: Plinamide should be offered in quorbital ache." == led.quote.text
    assert {"COR: I", "LOE: A", "Table 1. Treatment in adults"} == {q.quote.text for q in led.qualifiers}


def test_a_row_with_a_frequency_guides_with_all_its_cells(tables: Parts) -> None:
    """Its last cell says who is left out, in a second sentence."""
    page = page_on("How often is quorbital massage given?", tables)

    led = page.bottom_line.statements[0]
    assert FindingKind.GUIDANCE is led.kind
    assert led.quote.text.startswith("Therapy: Quorbital massage | Frequency: 2 times per week")
    assert led.quote.text.endswith("Notes: By hand. Not in pregnancy.")
    assert ["Table 2. Therapies after the sixth week"] == [q.quote.text for q in led.qualifiers]


def test_a_row_on_a_trial_is_no_guidance(tables: Parts) -> None:
    """What a trial gave is not what the guideline tells anybody to give."""
    page = ask("Quorbital lasers for quorbital ache?", tables).page

    assert not isinstance(page, Answer) or not any("Utah" in one.quote.text for one in page.statements())


def test_the_checker_refuses_a_row_without_its_rest_or_its_table(tables: Parts) -> None:
    """A cell that is left away may say for whom not, and a title when."""
    page = page_on("How often is quorbital massage given?", tables)
    led = page.bottom_line.statements[0]
    words = led.quote.text.removesuffix(" Not in pregnancy.")
    span = replace(led.quote.span, end=led.quote.span.start + len(words), sha256=hash_of_text(words))

    for changed in (replace(led, quote=replace(led.quote, span=span, text=words)), replace(led, qualifiers=())):
        bare = replace(page, bottom_line=replace(page.bottom_line, statements=(changed,)), guideline_notes=(changed,))
        assert FaultKind.QUALIFIER_CUT in faults(bare, tables)


@pytest.mark.parametrize(
    ("row", "guiding"),
    [
        ("Drug: Plinamide | Starting dose: 5 mg | Maximum dose: 20 mg", True),
        ("Finding: Loss of vision | Refer to: Eye clinic | How soon: The same day", True),
        ("Age: 2 to 5 years | Vaccine: Inactivated | Interval (weeks): 4", True),
        ("Risk: High | Follow-up: Every 3 months", True),
        ("Trial: Utah 2004 | Treatment: Plinamide | n: 40", False),
        ("Grade: A | Definition: Good evidence", False),
        ("Plinamide | 5 mg | 20 mg", False),
        ("Score: 3 | Risk of stroke: 2.8%", False),
    ],
)
def test_a_row_guides_by_the_heads_of_its_columns(row: str, guiding: bool) -> None:
    """Both sides read the same heads, each in its way."""
    assert row_guides(row) is guiding
    assert (why_no_guidance(row) is None) is guiding
