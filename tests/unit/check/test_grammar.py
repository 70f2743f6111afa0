"""A written sentence equals what it cites after edits of one closed table; everything else is refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.check import borne_by
from quoth.model import (
    Fidelity,
    FindingKind,
    Qualifier,
    QualifierKind,
    Quote,
    RecordId,
    RenditionId,
    Span,
    Statement,
    hash_of_text,
)
from quoth.model.edit_rules import EDIT_RULES


def statement(words: str, **facts: object) -> Statement:
    """A statement that says these words."""
    span = Span(RecordId("r"), RenditionId("t"), 0, len(words), hash_of_text(words))
    known = {"id": "s1", "kind": FindingKind.RESULT, "quote": Quote(span, words), "fidelity": Fidelity.VERBATIM}
    return Statement(**(known | {"citations": (1,), "issuer": "NICE", "year": 2020} | facts))  # type: ignore[arg-type]


PAIN = "RESULTS: We found that patellofemoral pain (PFP) fell by 12 points (95% CI 8 to 16) versus rest (Table 2)."


@pytest.mark.parametrize(
    ("cited", "said", "edits"),
    [
        (PAIN, PAIN, ()),
        (PAIN, PAIN[9:], ("drop the label",)),
        (
            PAIN,
            "Patellofemoral pain (PFP) fell by 12 points (95% CI 8 to 16) versus rest.",
            ("drop the label", "drop the attribution", "drop a pointer"),
        ),
        (
            PAIN,
            "According to NICE (2020), patellofemoral pain fell by 12 points (95 per cent CI 8 to 16) vs. rest",
            ("name the source", "drop the label", "drop the attribution", "drop a pointer", "drop a short form"),
        ),
        ("In conclusion, taping did not change pain.", "Taping did not change pain.", ("drop the lead-in",)),
        ("Oedema was rarer in the randomised group.", "Edema was rarer in the randomized group.", ()),
        ("Taping did not  change\npain.", "Taping did not change pain", ()),
        ("NSAIDs reduce pain.", "NICE (2020): NSAIDs reduce pain.", ("name the source",)),
    ],
)
def test_edits_of_the_table_are_borne(cited: str, said: str, edits: tuple[str, ...]) -> None:
    """What the table allows passes, and the edits are named in the table's order."""
    bearing = borne_by(said, [statement(cited)])
    assert bearing is not None
    assert edits == bearing.edits


@pytest.mark.parametrize("rule", EDIT_RULES, ids=lambda rule: rule.name)
def test_every_row_of_the_table_does_something_to_its_example(rule: object) -> None:
    """A row without effect would be a promise that nobody keeps."""
    from quoth.check.grammar import _variants

    assert any(rule.name in edits for _, edits in _variants(rule.example))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "said",
    [
        "Patellofemoral pain fell by 12 points versus rest.",
        "Patellofemoral pain fell by 12 points (95% CI 8 to 61) versus rest.",
        "Patellofemoral pain rose by 12 points (95% CI 8 to 16) versus rest.",
        "Patellofemoral pain fell by 12 points (95% CI 8 to 16).",
        "Patellofemoral pain fell by 12 mm (95% CI 8 to 16) versus rest.",
        "Knee pain fell by 12 points (95% CI 8 to 16) versus rest.",
        "Patellofemoral pain fell by -12 points (95% CI 8 to 16) versus rest.",
        "Patellofemoral pain fell by 1.2 points (95% CI 8 to 16) versus rest.",
        "Patellofemoral pain clearly fell by 12 points (95% CI 8 to 16) versus rest.",
        "According to WHO (2020), patellofemoral pain fell by 12 points (95% CI 8 to 16) versus rest.",
        "According to NICE (2021), patellofemoral pain fell by 12 points (95% CI 8 to 16) versus rest.",
        "Rest fell by 12 points (95% CI 8 to 16) versus patellofemoral pain.",
        "",
        " " * 50,
        "x" * 100_000,
    ],
)
def test_what_the_table_does_not_allow_is_refused(said: str) -> None:
    """A number without its interval, another sign, unit, direction, arm, population or source is not borne."""
    assert borne_by(said, [statement(PAIN)]) is None


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ("Pain did not differ (NS) between groups.", "Pain did not differ between groups."),
        ("The median age was 65 years [42-80].", "The median age was 65 years."),
        ("Findings suggest that taping helps.", "Taping helps."),
        ("However, pain returned at one year.", "Pain returned at one year."),
        ("In women, taping helped.", "Taping helped."),
        ("We found that taping may help.", "Taping helps."),
        ("Women in hospital (ICU) were older.", "Women in hospital were older."),
        ("MI was rarer.", "Mi was rarer."),
        ("Individuals improved.", "Patients improved."),
    ],
)
def test_what_changes_the_meaning_is_no_edit(cited: str, said: str) -> None:
    """Hedges, limits, opposition, ranges and names stay; near-synonyms are other words."""
    assert borne_by(said, [statement(cited)]) is None


def test_two_statements_are_joined_in_their_order_alone() -> None:
    """A join relates nothing: a semicolon or a full stop, each half borne by its own statement."""
    first, second = statement("Pain fell by 12 points."), statement("Function did not change.", id="s2")

    joined = borne_by("Pain fell by 12 points; Function did not change.", [first, second])
    assert joined is not None
    assert ("join",) == joined.edits
    for refused in (
        "Function did not change; Pain fell by 12 points.",
        "Pain fell by 12 points, but function did not change.",
        "Pain fell by 12 points because function did not change.",
        "Pain fell by 12 points; Pain fell by 12 points.",
    ):
        assert borne_by(refused, [first, second]) is None
    assert borne_by("Pain fell by 12 points.", []) is None
    assert borne_by("Pain fell by 12 points.", [first, second, first]) is None


def test_a_statement_that_leans_on_its_neighbour_is_never_rewritten() -> None:
    """Promise 2: what must travel with another sentence cannot be repeated without it."""
    words = "Pain fell by 12 points."
    context = Qualifier(QualifierKind.CONTEXT, statement("However, certainty was very low.").quote)
    assert borne_by(words, [replace(statement(words), qualifiers=(context,))]) is None


@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_a_quotation_is_always_borne(words: str) -> None:
    """Whatever a source says, saying it again is borne."""
    assert borne_by(words, [statement(words)]) is not None


@given(st.integers(0, 60), st.sampled_from("0123456789-+<>≥.%µ"))
def test_a_number_or_sign_put_in_anywhere_is_refused(place: int, mark: str) -> None:
    """No edit touches digits, signs, points or units."""
    cited = "Pain fell by 12.5 points (95% CI 8.1 to 16.9; P<0.001) at 12 weeks"
    said = cited[:place] + mark + cited[place:]
    assert borne_by(said, [statement(cited)]) is None
