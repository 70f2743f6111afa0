"""What every index must do with catalogue entries: a strategy finds them, a question neither finds nor feels them."""

import pytest

from quoth.model import RecordId, RenditionId
from quoth.search.boolean.atoms import Atom, Kinds, Words, Years
from quoth.search.protocol import Index
from tests.contract.index_units import entry, found, query, unit


class IndexEntriesContract:
    """Records without a text. `IndexContract` has these as well."""

    @pytest.mark.parametrize(
        "atom",
        [
            Words("zebra plain", ("title",)),
            Words("zebr", ("text", "title"), truncated=True),
            Words("humans", ("mesh",)),
            Words("smith j", ("authors",)),
            Words("lancet", ("journal",)),
            Words("review", ("types",)),
            Words("stripes", ("keywords",)),
            Years(2010, 2010),
            Kinds(("guideline",)),
        ],
    )
    def test_a_strategy_finds_a_record_without_a_text(self, index: Index, atom: Atom) -> None:
        """By all that its catalogue entry says; it is a record like any other."""
        facts = {"mesh": "Humans", "authors": "Smith J", "journal": "Lancet", "types": "Review", "keywords": "stripes"}
        index.add([unit("gout", id="a"), entry("Zebra plain", id="b", year=2010, kind="guideline", **facts)])

        assert (RecordId("r-b"),) == index.names(index.matching(atom))

    def test_a_question_neither_finds_nor_feels_an_entry(self, index: Index) -> None:
        """A title is no evidence: hits, scores, counts and frequencies are what they would be without it."""
        index.add([unit("gout and knee", id="a"), unit("gout gout", id="b"), unit("knee", id="c")])
        before = index.search(query("gout", "knee"), k=5)

        index.add([entry("Gout gout and knee pain", id=f"e{number}", mesh="Gout") for number in range(5)])

        assert before == index.search(query("gout", "knee"), k=5)
        assert () == index.search(query("pain"), k=5).hits
        assert (2, 0) == index.document_frequency(["gout", "pain"])
        assert (3, 5) == (len(index), index.without_text())

    def test_an_entry_gives_way_to_the_texts_of_its_record_and_comes_back(self, index: Index) -> None:
        """An abstract that came later, and one that was taken back: the record is found once, as it is now."""
        record = RecordId("r-a")
        index.add([entry("Zebra plain", id="a"), unit("gout", id="b")])

        index.exchange([unit("stripes", id="a")], records=[record])
        assert (2, 0) == (len(index), index.without_text())
        assert ["a"] == found(index.search(query("stripes"), k=5))
        assert () == index.names(index.matching(Words("zebra", ("title",))))

        index.exchange([entry("Zebra plain", id="a")], texts=[RenditionId("a")], records=[record])
        assert (1, 1) == (len(index), index.without_text())
        assert ["b"] == found(index.search(query("gout", "stripes"), k=5))
        assert (record,) == index.names(index.matching(Words("zebra", ("title",))))

    def test_an_entry_is_replaced_told_apart_and_cleared_like_a_unit(self, index: Index) -> None:
        """The one that comes again takes the place of the one before."""
        index.add([entry("Zebra", id="a")])
        index.add([entry("Horse", id="a")])

        assert 1 == index.without_text()
        assert () == index.differing([entry("Horse", id="a")])
        assert ("r-a#",) == index.differing([entry("Zebra", id="a")])
        index.replace([entry("Zebra", id="b"), unit("gout", id="c")])
        assert (1, 1) == (len(index), index.without_text())
        index.clear()
        assert (0, 0) == (len(index), index.without_text())

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("at risk", {"a"}),
            ("risk", {"a", "b", "c"}),
            ("well being", {"c"}),
            ("who", {"b"}),
            ("risk of bias", {"c"}),
            ("risk bias", {"b"}),
            ("it", {"a"}),
        ],
    )
    def test_a_phrase_holds_its_stop_words(self, index: Index, words: str, expected: set[str]) -> None:
        """To a strategy "at risk" is two words, and "risk bias" is not "risk of bias"; a question reads over them."""
        index.add(
            [
                unit("Those at risk, and it's clear.", id="a"),
                unit("Who had a risk bias", id="b"),
                unit("Well-being, risk of bias: all well.", id="c"),
            ]
        )

        assert {RecordId(f"r-{name}") for name in expected} == set(index.names(index.matching(Words(words, ("text",)))))
