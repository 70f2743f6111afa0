"""A librarian's strategy: what each way of writing finds, and what is refused instead of guessed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import BadInput
from quoth.model import RecordId, RenditionId, Unit
from quoth.search import MemoryIndex
from quoth.search.boolean import evaluate, parse_strategy, references_of


def index() -> MemoryIndex:
    """Six small records, the third with two texts."""
    made = MemoryIndex()
    made.add(
        [
            unit("tape", "Taping of the knee reduced pain.", year=2018, kind="rct", authors="Smith JA; Lee K"),
            unit("brace", "Bracing the knee.", title="Knee braces", year=2010, mesh="Knee Joint; Humans"),
            unit("full", "Exercises for knee pain.", year=2020, kind="guideline", journal="Knee Surgery"),
            unit("full", "Nothing else.", part=2, year=2020, kind="guideline", journal="Knee Surgery"),
            unit("rat", "Knee pain in rats.", year=2015, mesh="Animals", types="Randomized Controlled Trial"),
            unit("ankle", "Strengthening the ankle.", mesh="Humans; Animals", authors="Jones, Smith A"),
            unit("old", "Vitamin B 12 and 1 2 3."),
        ]
    )
    return made


def unit(name: str, text: str, *, part: int = 1, title: str = "", **facts: object) -> Unit:
    """One text of a record."""
    return Unit(f"{name}-{part}", RecordId(name), RenditionId(f"{name}-{part}"), 0, len(text), title, text, **facts)  # type: ignore[arg-type]


def found(strategy: str) -> set[str]:
    """Records that the last line finds."""
    held = index()
    return {str(name) for name in held.names(evaluate(parse_strategy(strategy), held.matching)[-1].keys)}


@pytest.mark.parametrize(
    ("strategy", "expected"),
    [
        ("taping", {"tape"}),
        ("TAPES", {"tape"}),
        ('"knee pain"', {"full", "rat"}),
        ("“knee pain”", {"full", "rat"}),
        ("knee pain", {"tape", "full", "rat"}),
        ("exercis*", {"full"}),
        ("tap* or brac*", {"tape", "brace"}),
        ("knee NOT pain", {"brace"}),
        ("knee AND NOT pain", {"brace"}),
        ("(taping OR bracing) AND knee", {"tape", "brace"}),
        ("braces[ti]", {"brace"}),
        ("ti:brace", {"brace"}),
        ("(brace OR taping)[ti]", {"brace"}),
        ("(brace[ti] OR taping)[ab]", {"brace", "tape"}),
        ("knee[ta]", {"full"}),
        ("humans[mh]", {"brace", "ankle"}),
        ('"smith j"[au]', {"tape"}),
        ("au:smith*", {"tape", "ankle"}),
        ('"k smith"[au]', set()),
        ('"smith ja"[au]', {"tape"}),
        ('"smith ab"[au]', set()),
        ('"smith j*"[au]', {"tape"}),
        ('("smith j" OR brace)[au]', {"tape"}),
        ('"lee k"[au]', {"tape"}),
        ("knee.ti,ab.", {"tape", "brace", "full", "rat"}),
        ("brace.ti.", {"brace"}),
        ("exercis*.mp.", {"full"}),
        ('"knee pain".tw.', {"full", "rat"}),
        ("(brace OR taping).ti", {"brace"}),
        ("2015.yr.", {"rat"}),
        ("humans[mh:noexp]", {"brace", "ankle"}),
        ("pain[ti,ab]", {"tape", "full", "rat"}),
        ('"of the knee"', {"tape"}),
        ('"reduced the pain"', set()),
        ("the AND pain", {"tape"}),
        ("randomi*[pt]", {"rat"}),
        ("cohort[pt]", set()),
        ("webcast[pt]", set()),
        ("2015[dp]", {"rat"}),
        ("2015:2018[dp]", {"tape", "rat"}),
        ("2018/03/01:2020/12[dp]", {"tape", "full"}),
        ("2018:[dp]", {"tape", "full"}),
        (":2010[dp]", {"brace"}),
        ("rct[pt]", {"tape", "rat"}),
        ('"randomized controlled trial"[pt]', {"tape", "rat"}),
        ("kind:guideline", {"full"}),
        ('"not stated"[pt]', {"brace", "rat", "ankle", "old"}),
        ("knee\npain\n#1 AND #2", {"tape", "full", "rat"}),
        ("1. knee\n2. pain\n3. 1 AND 2", {"tape", "full", "rat"}),
        ("knee\nankle\nor/1-2", {"tape", "brace", "full", "rat", "ankle"}),
        ("// a remark\nknee\n\nrats\n#1 NOT #2", {"tape", "brace", "full"}),
        ("knee NOT (animals[mh] NOT humans[mh])", {"tape", "brace", "full"}),
        ("1 2 3", {"old"}),
        ('"B 12"', {"old"}),
        ("unheard", set()),
    ],
)
def test_a_strategy_finds_what_it_says(strategy: str, expected: set[str]) -> None:
    """Operators, fields, phrases, truncation, dates, kinds, line references: as librarians write them."""
    assert expected == found(strategy)


@pytest.mark.parametrize(
    ("strategy", "says"),
    [
        ("", "empty"),
        ("// only a remark", "empty"),
        ("a OR b AND c", "brackets"),
        ("knee pain OR ankle", "brackets"),
        ("knee AND", "ends where words"),
        ("OR knee", "where words are expected"),
        ("knee OR NOT pain", "nearly everything"),
        ("(knee", "not closed"),
        ("knee)", "closes nothing"),
        ('"knee', "no partner"),
        ("knee[zz]", "not known"),
        ("kn*", "too short"),
        ("kn?e", "wildcard"),
        ("pre*ed", "wildcard"),
        ("!!!", "no word"),
        ("#1 AND knee", "earlier"),
        ("knee\n#2", "earlier"),
        ("knee\nor/2-1", "no range"),
        ("2020:2010[dp]", "before it begins"),
        ("soon[dp]", "no year"),
        ("2. knee", "number 2"),
        ("knee\n" * 201, "at most 200"),
        ("k" * 20_001, "at most 20,000"),
        ("(" * 60 + "knee" + ")" * 60, "nested"),
        ("ti:", "no words"),
        ("knee NEAR/3 pain", "Words near each other"),
        ("pain adj3 knee", "Words near each other"),
        ("pain w/5 knee", "Words near each other"),
        ("pain[tiab:~3]", "Words near each other|near each other"),
        ("exp Pain/", "narrower ones"),
        ("Pain/", r'"Pain"\[mh\]'),
        ("*Pain/", r'"Pain"\[mh\]'),
        ("pain AND/OR knee", "two operators"),
        ("pain[foo]", "Known tags"),
        ("foo:pain", r"behind its words: foo\[tiab\]"),
        ("pain.zz.", "no field that is known"),
        ("knee pain.ti,ab.", "phrase to Ovid"),
        ("TS=(knee)", "behind its words"),
        ("TITLE-ABS-KEY(knee)", "behind its words"),
        ("'knee pain'", "double quotation marks"),
        ("knee -pain", "Write NOT"),
        ("wom#n", "wildcard"),
        ("knee\npain\nS1 AND S2", "Write #1"),
        ("201*[dp]", "no year"),
    ],
)
def test_what_can_be_read_in_two_ways_or_not_at_all_is_refused(strategy: str, says: str) -> None:
    """A wrong search that looks right is worse than a message."""
    with pytest.raises(BadInput, match=says):
        parse_strategy(strategy)


@pytest.mark.parametrize(
    ("strategy", "says"),
    [
        ("pain.ti,ab.", ".ti,ab. was read as [ti,ab]"),
        ("pain.mp.", ".mp. was read as [tw]"),
        ("knee pain[ti]", '[ti] counts for "pain" alone'),
        ('"smith j"[au]', "further initials"),
        ("pain N3 knee", "N3 was read as a word"),
        ("TI knee", "TI was read as a word"),
    ],
)
def test_what_may_be_read_in_another_way_is_told_beside_its_line(strategy: str, says: str) -> None:
    """It runs, since it can be meant so; and nobody has to find out from the counts."""
    (line,) = parse_strategy(strategy)

    assert any(says in note for note in line.notes)


def test_what_is_plain_has_no_note() -> None:
    """A page full of remarks is read by nobody."""
    assert not [line for line in parse_strategy(STRATEGY) if line.notes]


STRATEGY = """\
"patellofemoral pain"[tiab] OR "anterior knee pain"[tiab]
exercis* OR strengthen* OR taping
#1 AND #2
#3 AND 2015:2024[dp] AND (rct[pt] OR systematic-review[pt])
#4 NOT (animals[mh] NOT humans[mh])
knee pain AND (brace tape)[ti] AND "smith-jones"[au]
"""


def test_a_publication_type_that_nobody_knows_is_refused_with_those_that_are_held() -> None:
    """A type that is known may find nothing; one that is typed wrong would, without a word."""
    held = index()
    with pytest.raises(BadInput, match=r"Line 2: 'randomised trail' is no .* holds: .*guideline.*randomized contr"):
        evaluate(parse_strategy('knee\n#1 AND "randomised trail"[pt]'), held.matching)


def test_a_fault_names_its_line() -> None:
    """In forty lines nobody wants to look for it."""
    with pytest.raises(BadInput, match="Line 2: "):
        parse_strategy("knee\npain[zz]")


def test_every_line_has_its_own_count_and_a_record_counts_once() -> None:
    """Two texts of one report are one record."""
    held = index()
    lines = evaluate(parse_strategy("knee\nguideline[pt]\n#1 AND #2"), held.matching)

    assert [4, 1, 1] == [len(line.keys) for line in lines]
    assert {1, 2} == references_of(lines[2].line.node)


@given(st.text(alphabet="ab#1 ()[]\"*:/ANDORTi\n'“", max_size=40))
def test_whatever_is_typed_is_read_or_refused_with_a_reason(text: str) -> None:
    """Nothing that is typed crashes the parser."""
    with suppress(BadInput):
        lines = evaluate(parse_strategy(text), index().matching)
        assert [line.line.number for line in lines] == list(range(1, len(lines) + 1))
