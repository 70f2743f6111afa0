"""Everyday words: signed by a named reviewer, shown as such on every page, and unsigned again when anything changes."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from quoth.errors import BadInput, NotAllowed, NotFound
from quoth.interop.html import render_html
from quoth.interop.json_page import render_json
from quoth.interop.markdown import render_markdown
from quoth.model import Account, EverydayCheck, Office, Role, Statement
from quoth.pipeline import Parts, ask, ingest, stored_page, verify_trail
from quoth.pipeline import people as who
from quoth.pipeline.everyday import (
    everyday_pairs,
    everyday_topics,
    id_of_words,
    pair_id_of,
    sign_everyday,
    take_back_everyday,
)
from quoth.pipeline.under_review import page_state
from tests.unit.web.board_site import copied, starter_library

QUESTION = "Does taping the kneecap work?"
UNCHECKED = "Our summary, not yet checked by a clinician"
CHECKED = "Our summary, checked by Dr Ann on "


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library in memory."""
    with starter_library(str(tmp_path_factory.mktemp("everyday"))) as parts:
        yield parts


@pytest.fixture
def parts(filled: Parts) -> Parts:
    """A library of the test's own."""
    return copied(filled)


def person(parts: Parts, name: str, *offices: Office, shown: str = "") -> Account:
    """Somebody with offices."""
    return who.add_account(name, parts, shown_name=shown or f"Dr {name.title()}", offices=offices)


def first_words(parts: Parts) -> tuple[str, Statement]:
    """A kept page and its first statement with everyday words."""
    page = ask(QUESTION, parts, role=Role.PATIENT).page
    return page.id, next(one for one in page.statements() if one.plain)  # type: ignore[union-attr]


def shown(answer_id: str, parts: Parts) -> str:
    """The page as readers see it."""
    outcome = stored_page(answer_id, parts)
    return render_html(outcome.page, outcome.verdict, open_passage=None, checks=outcome.checks)


def test_every_recommendation_of_the_eleven_topics_has_everyday_words(filled: Parts) -> None:
    """The starter library leaves no reader alone with a guideline's wording."""
    topics = everyday_topics(filled)
    assert 11 == len(topics)
    assert all(topic.pairs and not topic.signed for topic in topics)
    without = [
        (record.id, annotation.id)
        for record in filled.store.iter_records()
        for held in filled.store.renditions(record.id)
        for annotation in held.rendition.annotations
        if annotation.kind.value == "recommendation" and not annotation.plain
    ]
    assert [] == without


def test_a_signature_changes_the_label_in_every_form_and_on_pages_kept_before(parts: Parts) -> None:
    """One reviewer's name takes the warning from these words wherever they stand, and from no others."""
    answer_id, statement = first_words(parts)
    before, state = shown(answer_id, parts), page_state(answer_id, parts)
    assert UNCHECKED in before
    assert CHECKED not in before

    sign_everyday(id_of_words(statement), parts, by=person(parts, "ann", Office.REVIEWER))

    outcome = stored_page(answer_id, parts)
    assert [statement.id] == [one.id for one in outcome.page.statements() if one.id in outcome.checks]  # type: ignore[union-attr]
    assert CHECKED in shown(answer_id, parts)
    assert UNCHECKED in shown(answer_id, parts)
    assert state != page_state(answer_id, parts)
    assert b'"everyday_signed":{"' + statement.id.encode() in render_json(
        outcome.page, outcome.verdict, checks=outcome.checks
    )
    assert CHECKED in render_markdown(outcome.page, outcome.verdict, checks=outcome.checks)
    again = ask(QUESTION, parts, role=Role.PATIENT)
    assert again.checks
    assert verify_trail(parts).passed


def test_only_a_reviewer_signs_and_never_the_author(parts: Parts) -> None:
    """Whoever wrote the words, and whoever lacks the office, is refused; nobody signs twice."""
    _, statement = first_words(parts)
    pair = id_of_words(statement)
    for name, office in (("ed", Office.EDITOR), ("root", Office.ADMINISTRATOR), ("rea", Office.READER)):
        with pytest.raises(NotAllowed):
            sign_everyday(pair, parts, by=person(parts, name, office))
    author = person(parts, "author", Office.REVIEWER, shown=str(statement.plain_by).upper())
    with pytest.raises(NotAllowed, match="wrote these words yourself"):
        sign_everyday(pair, parts, by=author)
    ann = person(parts, "ann", Office.REVIEWER)
    sign_everyday(pair, parts, by=ann)
    with pytest.raises(BadInput, match="Dr Ann signed"):
        sign_everyday(pair, parts, by=ann)


def test_a_signature_is_taken_back_by_its_signer_or_an_editor_alone(parts: Parts) -> None:
    """Another reviewer cannot; afterwards the page warns again."""
    answer_id, statement = first_words(parts)
    pair = id_of_words(statement)
    sign_everyday(pair, parts, by=person(parts, "ann", Office.REVIEWER))
    with pytest.raises(NotAllowed):
        take_back_everyday(pair, parts, by=person(parts, "ben", Office.REVIEWER))
    take_back_everyday(pair, parts, by=person(parts, "ed", Office.EDITOR))
    assert CHECKED not in shown(answer_id, parts)
    with pytest.raises(NotFound):
        take_back_everyday(pair, parts, by=person(parts, "eve", Office.EDITOR))


def test_other_words_are_not_what_was_signed(parts: Parts, tmp_path: Path) -> None:
    """The signature falls by itself when an edition of the pack has other words."""
    _, statement = first_words(parts)
    sign_everyday(id_of_words(statement), parts, by=person(parts, "ann", Office.REVIEWER))
    pair = next(one for one in everyday_pairs(parts) if one.check)
    pack = yaml.safe_load((files("quoth.data") / "packs/patellofemoral-pain.yaml").read_text("utf-8"))
    changed = 0
    for record in pack["records"]:
        for one in record.get("recommendations", ()):
            if one.get("plain") == pair.annotation.plain:
                one["plain"] += " Always."
                changed += 1
    assert changed
    own = tmp_path / "own.yaml"
    own.write_text(yaml.safe_dump(pack, allow_unicode=True), encoding="utf-8")
    assert not ingest([own], parts).refused

    assert not [one for one in everyday_pairs(parts) if one.check]
    with pytest.raises(NotFound, match="have changed"):
        sign_everyday(pair.id, parts, by=person(parts, "ben", Office.REVIEWER))


@pytest.mark.parametrize("field", ["name", "at", "id", "by"])
def test_a_signature_that_was_tampered_with_counts_for_nothing(field: str, parts: Parts) -> None:
    """A changed database cannot put a name under words: the seal tells."""
    answer_id, statement = first_words(parts)
    signed = sign_everyday(id_of_words(statement), parts, by=person(parts, "ann", Office.REVIEWER))
    others = [one for one in stored_page(answer_id, parts).page.statements() if one.plain]  # type: ignore[union-attr]
    forged = {"name": "Dr Great", "at": "2020-01-01T00:00:00Z", "id": id_of_words(others[-1]), "by": "x"}[field]
    parts.store.delete_item(EverydayCheck, signed.id)
    parts.store.put_item(replace(signed, **{field: forged}))
    person(parts, "somebody", Office.READER)  # the trail grows, so signatures are read again

    assert not stored_page(answer_id, parts).checks


def test_the_beginning_of_an_id_is_enough_where_it_is_its_own(parts: Parts) -> None:
    """Ids are long; what is too short or unknown is told."""
    pair = everyday_pairs(parts)[0]
    assert pair.id == pair_id_of(pair.id[:16], parts)
    with pytest.raises(BadInput, match="too short"):
        pair_id_of(pair.id[:3], parts)
    with pytest.raises(NotFound):
        pair_id_of("0" * 20, parts)
