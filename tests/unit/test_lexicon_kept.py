"""A lexicon that was kept finds what the one that was made finds, and anything else in its place is no lexicon."""

import pytest

from quoth.lexicon import Lexicon, pack, unpack
from quoth.model import Concept, ConceptKind

KEY = b"k" * 32
CONDITION, INTERVENTION, OUTCOME = ConceptKind.CONDITION, ConceptKind.INTERVENTION, ConceptKind.OUTCOME
CONCEPTS = (
    Concept(
        "patellofemoral pain",
        CONDITION,
        lay=("kneecap pain", "runner's knee"),
        clinical=("PFP",),
        broader=("knee pain",),
    ),
    Concept("patellar taping", INTERVENTION, lay=("taping the kneecap",), group="taping", origin="pack pfp 1"),
    Concept(
        "patellar taping", INTERVENTION, clinical=("McConnell taping",), group="external aids", origin="pack knee 1"
    ),
    Concept("pain", OUTCOME, lay=("soreness",)),
    Concept("knee pain", CONDITION, descriptions=("knee hurts stairs",), mesh="Arthralgia"),
    Concept("diabetes mellitus, type 2", CONDITION, clinical=("T2D", "Typ-2-Diabetes (µ)")),
)
TEXTS = (
    "Taping the kneecap (McConnell) for PFP: less soreness?",
    "patellofemoral (kneecap) pain and knee pains in diabetes mellitus, type 2",
    "pfp, t2d, arthralgia",
    "nothing of it",
    "",
)


@pytest.fixture(scope="module")
def made() -> Lexicon:
    """A lexicon as it is made."""
    return Lexicon.build(CONCEPTS)


@pytest.fixture
def kept(made: Lexicon) -> Lexicon:
    """The same one, read from its bytes."""
    read = unpack(pack(made, key=KEY), key=KEY)
    assert read is not None
    return read[0]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("any_case", [True, False])
def test_a_kept_lexicon_finds_the_same(made: Lexicon, kept: Lexicon, text: str, any_case: bool) -> None:
    """A page does not depend on whether the words were made at this start or at an earlier one."""
    assert made.mentions(text, any_case=any_case) == kept.mentions(text, any_case=any_case)
    assert any(made.mentions(text, any_case=True) for text in TEXTS[:3])


def test_a_kept_lexicon_knows_the_same_of_each_name(made: Lexicon, kept: Lexicon) -> None:
    """Synonyms, families, broader and narrower names, single words and descriptions are kept with the names."""

    def told(lexicon: Lexicon) -> list[object]:
        names = ("Knee  pain", "patellofemoral pain", "patellar taping", "pain", "no such name")
        return [
            len(lexicon),
            lexicon.concepts(),
            lexicon.concepts(INTERVENTION),
            lexicon.described(),
            dict(lexicon.vocabulary()),
            [lexicon.knows(word) for word in ("kneecaps", "type-2", "moon")],
            [(c.kind, c.name) for c in lexicon.holding("pain")],
            [list(lexicon.holding(word)) for word in ("arthralgia", "moon")],
            [lexicon.get(kind, name) for kind in ConceptKind for name in names],
            [(lexicon.synonyms(n), lexicon.broader(n), lexicon.narrower(n), lexicon.group(n)) for n in names],
            [lexicon.group("patellar taping", pack=name) for name in ("pfp", "knee", "none")],
        ]

    assert told(made) == told(kept)
    assert [("condition", "knee pain"), ("condition", "patellofemoral pain"), ("outcome", "pain")] == told(kept)[6]
    assert ["taping", "external aids", "external aids"] == told(kept)[-1]


def test_what_is_kept_beside_comes_back(made: Lexicon) -> None:
    """Whoever keeps a lexicon may keep bytes of their own with it."""
    read = unpack(pack(made, key=KEY, beside=b"\x00mine"), key=KEY)

    assert read is not None
    assert b"\x00mine" == read[1]


def test_an_empty_lexicon_can_be_kept() -> None:
    """A library without packs has no words, and no fault."""
    read = unpack(pack(Lexicon.build(()), key=KEY), key=KEY)

    assert read is not None
    assert (0, (), ()) == (len(read[0]), read[0].mentions("knee pain"), read[0].concepts())


def test_bytes_of_other_words_are_no_lexicon(made: Lexicon) -> None:
    """The key names what a lexicon was made from."""
    assert unpack(pack(made, key=KEY), key=b"x" * 32) is None


def test_damaged_bytes_are_no_lexicon(made: Lexicon) -> None:
    """A bit that flipped anywhere, a file cut short or grown, or any other file: made anew, never read."""
    data = pack(made, key=KEY)
    flipped = [data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in range(0, len(data), 37)]
    other = [b"", b"quoth lexicon 1\n", data[:-1], data + b"x", data[: len(data) // 2], b"\x80\x04." * 100, bytes(500)]

    assert not [bad for bad in (*flipped, *other) if unpack(bad, key=KEY) is not None]
