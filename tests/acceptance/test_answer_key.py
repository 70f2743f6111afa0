"""The answer key on the starter library: what must and must not be on the page of each of its questions."""

from pathlib import Path

import pytest

from quoth.bench.answer_key import KeyedQuestion, judge_page, load_answer_key
from quoth.bench.libraries import ask_keyed
from quoth.pipeline import Parts

KEY = load_answer_key(Path(__file__).parent / "answer_key")


@pytest.mark.parametrize("keyed", KEY, ids=[f"{keyed.pack}: {keyed.question}" for keyed in KEY])
def test_page_is_as_the_answer_key_says(keyed: KeyedQuestion, parts: Parts) -> None:
    """Each question finds its guideline and its research, leads with whom it may, or is refused."""
    faults = judge_page(keyed, ask_keyed(keyed, parts).page)

    assert not faults, f"{keyed.question}\n  " + "\n  ".join(faults) + f"\n  {keyed.why}"
