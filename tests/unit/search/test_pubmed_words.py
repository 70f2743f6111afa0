"""A librarian's strategy in PubMed's language: what a watch sends."""

import pytest

from quoth.errors import BadInput
from quoth.search.boolean import pubmed_words


@pytest.mark.parametrize(
    ("strategy", "sent"),
    [
        ('"knee pain"[tiab] AND exercis*', '"knee pain"[tiab] AND exercis*'),
        ("taping[title] or tape", "taping[ti] OR tape"),
        ("pain[kw] AND Berg[author] AND knee[mesh terms]", "pain[ot] AND Berg[au] AND knee[mh]"),
        ("ti:taping AND guideline[pt] AND 2015:2024[dp]", "taping[ti] AND guideline[pt] AND 2015:2024[dp]"),
        ("tape OR taping\n(pain OR ache) NOT hip\n#1 AND #2", "(tape OR taping) AND ((pain OR ache) NOT hip)"),
        ("a1\nb2\nc3\nor/1-3", "((a1) OR (b2) OR (c3))"),
        ("1. tape\n2. pain\n1 AND 2", "(tape) AND (pain)"),
        ("// a comment\n“runner’s knee”", '"runner\'s knee"'),
    ],
)
def test_a_strategy_is_written_out_on_one_line(strategy: str, sent: str) -> None:
    """Lines are put in where they are referred to; tags become PubMed's; nothing else changes."""
    assert sent == pubmed_words(strategy)


@pytest.mark.parametrize(
    ("strategy", "words"),
    [
        ("(tape OR taping)[ti]", "no tag behind brackets"),
        ("ti:(tape OR taping)", "before brackets|behind each word"),
        ("tape[zz]", r"The tag \[zz\] is not known"),
        ("", "empty"),
    ],
)
def test_what_pubmed_cannot_say_is_refused(strategy: str, words: str) -> None:
    """Better no watch than one that finds something else."""
    with pytest.raises(BadInput, match=words):
        pubmed_words(strategy)
