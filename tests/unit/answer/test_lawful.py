"""How much may be quoted: read from the words of a licence by one table, and kept on the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.model import LICENCE_RULES, Answer, Quoting, allowance
from quoth.pipeline import Options, Parts, ask, ingest, licences, limited
from quoth.sources import DocumentFacts
from tests.unit.pipeline.carried import library

GUIDE = """<!doctype html><html><body><main><h1>Patellofemoral pain</h1><h2>Taping</h2>
<p>We recommend patellar taping for adults with patellofemoral pain. (Strong recommendation)</p>
<p>We suggest patellar taping with exercise for runners with patellofemoral pain. (Weak recommendation)</p>
</main></body></html>"""
QUESTION = "Does taping help patellofemoral pain?"


@pytest.mark.parametrize("rule", LICENCE_RULES, ids=lambda rule: rule.example)
def test_every_row_reads_its_own_example(rule: object) -> None:
    """The table can be held against itself."""
    assert allowance(rule.example).quoting is rule.quoting  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("licence", "quoting", "most"),
    [
        (None, Quoting.NOT_STATED, None),
        ("  ", Quoting.NOT_STATED, None),
        ("CC BY", Quoting.FREE, None),
        ("This is an open access article under the CC BY-NC licence (http://creativecommons.org/licenses/by-nc/4.0/)",
         Quoting.UNCHANGED, None),
        ("Creative Commons Attribution-NonCommercial 3.0", Quoting.UNCHANGED, None),
        ("Copyright © 2019 Elsevier Inc. All rights reserved.", Quoting.SENTENCES, None),
        ("Some licence of our own", Quoting.SENTENCES, None),
        ("Quote at most 250 words", Quoting.WORDS, 250),
        ("CC BY 4.0; quote 40 words", Quoting.WORDS, 40),
        ("Draft. No quotation.", Quoting.NOTHING, 0),
    ],
)  # fmt: skip
def test_a_licence_is_read_by_its_words(licence: str | None, quoting: Quoting, most: int | None) -> None:
    """What an operator says goes before what the licence is called; what nobody knows is quoted in sentences."""
    found = allowance(licence)

    assert (quoting, most) == (found.quoting, found.most_words)


@pytest.fixture
def parts(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Parts]:
    """The starter library with one guideline under the licence of the test."""
    (tmp_path / "guide.html").write_text(GUIDE, encoding="utf-8")
    facts = DocumentFacts(
        title="Patellofemoral pain: a guideline", issuer="Knee Society", year=2025, licence=request.param,
        conditions=("patellofemoral pain",),
    )  # fmt: skip
    with library(tmp_path / "home", starter="yes") as opened:
        ingest([tmp_path / "guide.html"], opened, options=Options(facts=facts))
        yield opened


def quoted(parts: Parts) -> tuple[list[str], list[str]]:
    """What the page quotes of the guideline, and why it leaves things of it out."""
    outcome = ask(QUESTION, parts)
    assert isinstance(outcome.page, Answer)
    assert outcome.verdict.passed
    mine = {record.id for record in parts.store.iter_records() if record.issuer == "Knee Society"}
    said = [s.quote.text for s in outcome.page.statements() if s.quote.span.record_id in mine]
    return said, [one.reason for one in outcome.page.method.exclusions if one.record_id in mine]


@pytest.mark.parametrize(
    ("parts", "count", "reason"),
    [
        ("CC BY 4.0", 2, None),
        ("All rights reserved", 2, None),
        ("All rights reserved; quote 15 words", 1, "its licence lets 15 words be quoted"),
        ("All rights reserved; quote nothing", 0, "its licence lets nothing be quoted"),
    ],
    indirect=["parts"],
)
def test_a_page_quotes_no_more_than_a_licence_allows(parts: Parts, count: int, reason: str | None) -> None:
    """What stays off the page is named with its reason, and the checker agrees."""
    said, reasons = quoted(parts)

    assert count == len(said)
    assert reason is None or any(one.startswith(reason) for one in reasons), reasons


@pytest.mark.parametrize("parts", ["All rights reserved; quote 15 words"], indirect=True)
def test_the_report_counts_by_what_may_be_quoted(parts: Parts) -> None:
    """Verbatim texts by allowance, and each text with a limit by its name."""
    report = licences(parts)

    assert (Quoting.WORDS, 1) in report.by_quoting
    assert ("All rights reserved; quote 15 words", Quoting.WORDS, 1) in report.by_licence
    assert {("full-text", "verbatim"), ("pack", "summary")} <= {(kind.form, kind.fidelity) for kind in report.kinds}
    assert "database" in dict(report.files)
    assert [("Patellofemoral pain: a guideline", 15)] == [(one.title, one.most_words) for one in limited(parts)]
