"""What every index must do. Subclass `IndexContract` and give an `index` fixture: an empty one."""

import random

import pytest
from msgspec.structs import replace

from quoth.errors import BadInput
from quoth.model import Query, QueryClause, RecordId, RenditionId
from quoth.search.boolean.atoms import ENDINGS_MAX, Atom, Kinds, Words, Years
from quoth.search.memory import MemoryIndex
from quoth.search.protocol import Index
from tests.contract.index_changes_contract import IndexChangesContract
from tests.contract.index_entries_contract import IndexEntriesContract
from tests.contract.index_units import found, query, unit


class IndexContract(IndexChangesContract, IndexEntriesContract):
    """What every Index must do. Subclass it and give an `index` fixture."""

    def test_an_empty_index_finds_nothing(self, index: Index) -> None:
        """A new library is empty, not broken."""
        assert () == index.search(query("pain"), k=5).hits
        assert (0,) == index.document_frequency(["pain"])
        assert 0 == len(index)
        assert "" == index.stamp()

    def test_search_returns_at_most_k_hits_in_rank_order(self, index: Index) -> None:
        """Asking for two never yields three; ranks count from one; more of the word in less text is better."""
        index.add([unit("aspirin", id="a"), unit("aspirin dose after a meal", id="b"), unit("aspirin aspirin", id="c")])

        run = index.search(query("aspirin"), k=2)

        assert ["c", "a"] == found(run)
        assert [1, 2] == [hit.rank for hit in run.hits]
        assert run.hits[0].score > run.hits[1].score
        assert 3 == run.considered

    @pytest.mark.parametrize("k", [0, -1])
    def test_asking_for_no_hits_gives_none(self, index: Index, k: int) -> None:
        """Zero and less are answered with nothing."""
        index.add([unit("aspirin")])

        assert () == index.search(query("aspirin"), k=k).hits

    def test_ties_are_broken_by_unit_id(self, index: Index) -> None:
        """Equal units come in the order of their ids, however they arrived."""
        index.add([unit("gout", id=name) for name in ("d", "b", "c", "a")])

        assert ["a", "b", "c", "d"] == found(index.search(query("gout"), k=10))

    def test_hits_carry_where_the_unit_lies(self, index: Index) -> None:
        """A hit leads back to its record, text and place."""
        index.add([unit("gout", id="a", start=7, end=11, record_id=RecordId("pmid-1"))])

        hit = index.search(query("gout"), k=1).hits[0]

        assert ("a#0-4", "pmid-1", "a", 7, 11) == (hit.unit_id, hit.record_id, hit.rendition_id, hit.start, hit.end)

    def test_hits_tell_how_much_of_a_full_match_they_are(self, index: Index) -> None:
        """Half of the question is half a match at most, and repeating it never makes more than one."""
        index.add([unit("gout", id="a"), unit("gout cherries " * 50, id="b"), unit("rest", id="c")])

        shares = {hit.rendition_id: hit.match_0_1 or 0.0 for hit in index.search(query("gout", "cherries"), k=5).hits}

        assert 0 < shares[RenditionId("a")] < 0.5 < shares[RenditionId("b")] < 1

    def test_words_are_found_in_any_inflection_and_spelling(self, index: Index) -> None:
        """Plural, British and American spelling, accents and capitals do not matter."""
        index.add([unit("Randomised trials of OEDEMA in Sjögren patients")])

        for word in ("trial", "edema", "sjogren", "patient"):
            assert ["a"] == found(index.search(query(word), k=1)), word

    def test_stop_words_alone_find_nothing(self, index: Index) -> None:
        """A query of "the of and" is no query."""
        index.add([unit("the risk of the bias and the")])

        assert () == index.search(query("the", "of", "and"), k=5).hits
        assert ["a"] == found(index.search(query("bias of risk", "risk of bias"), k=5))

    def test_phrases_are_matched_as_phrases_and_not_across_fields(self, index: Index) -> None:
        """The phrase heart failure is not a failing heart valve, nor a title's last word with a text's first."""
        index.add(
            [
                unit("heart failure", id="a"),
                unit("failure of a heart valve", id="b"),
                unit("failure rates", id="c", title="Heart"),
            ]
        )

        assert ["a"] == found(index.search(query("heart failure"), k=5))

    def test_alternatives_stand_for_one_thing(self, index: Index) -> None:
        """A rare synonym is worth no more than the usual word, and two synonyms no more than two uses of one."""
        index.add([unit(f"hypertension {n}", id=f"u{n}") for n in range(8)])
        index.add([unit("bloodpressure 9", id="lay"), unit("gout 9", id="no")])
        asked = Query((QueryClause(("hypertension", "bloodpressure")),))

        run = index.search(asked, k=20)

        assert 9 == len(run.hits)
        assert 1 == len({hit.score for hit in run.hits})

    def test_every_field_is_searched(self, index: Index) -> None:
        """Title, text, MeSH, keywords and interventions all count."""
        fields = ("title", "text", "mesh", "keywords", "interventions")
        index.add([replace(unit("filler", id=name), **{name: "colchicine"}) for name in fields])

        assert set(fields) == set(found(index.search(query("colchicine"), k=9)))

    def test_weights_order_what_matters(self, index: Index) -> None:
        """The clause that weighs more decides."""
        index.add([unit("gout pain", id="a"), unit("knee pain", id="b"), unit("other text", id="c")])

        heavy = Query((QueryClause(("gout",), 0.5), QueryClause(("knee",), 2.0)))

        assert ["b", "a"] == found(index.search(heavy, k=5))

    def test_required_clauses_are_required(self, index: Index) -> None:
        """What lacks a required clause is not found, and a clause that nothing holds leaves nothing."""
        index.add([unit("gout pain", id="a"), unit("knee pain", id="b")])

        assert ["a"] == found(index.search(Query((QueryClause(("gout",), required=True), QueryClause(("pain",)))), k=5))
        assert [] == found(index.search(Query((QueryClause(("lupus",), required=True), QueryClause(("pain",)))), k=5))

    @pytest.mark.parametrize(
        ("walls", "expected"),
        [
            ({"kinds": ("rct",)}, ["a"]),
            ({"kinds": ("rct", "guideline")}, ["a", "b"]),
            ({"year_from": 2010}, ["b"]),
            ({"year_to": 2009}, ["a"]),
            ({"year_from": 2001, "year_to": 2020}, ["a", "b"]),
            ({"populations": ("children",)}, ["b", "c"]),
            ({"populations": ("children",), "kinds": ("guideline",)}, ["b"]),
            ({"kinds": ("nothing",)}, []),
        ],
    )
    def test_filters_are_walls(self, index: Index, walls: dict[str, object], expected: list[str]) -> None:
        """Outside a wall nothing is found; an unknown year is outside any wall of years."""
        index.add(
            [
                unit("gout", id="a", kind="rct", year=2001, populations=("adults",)),
                unit("gout", id="b", kind="guideline", year=2020, populations=("adults", "children")),
                unit("gout", id="c", populations=("children",)),
            ]
        )

        run = index.search(query("gout", **walls), k=5)

        assert expected == found(run)
        assert len(expected) == run.considered

    def test_words_of_one_family_count_a_little(self, index: Index) -> None:
        """Who asks about infection also finds infected and infectious, behind what says infection."""
        index.add(
            [
                unit("infected patients of the ward", id="kin"),
                unit("infection patients of the ward", id="own"),
                unit("infant patients of the ward", id="other"),
            ]
        )

        assert ["own", "kin"] == found(index.search(query("infection"), k=5))
        assert ["own", "kin"] == found(index.search(query("infections"), k=5))

    def test_short_words_genes_and_numbers_have_no_family(self, index: Index) -> None:
        """Such as "p53", "nitric" and "1200" are found by their own letters alone."""
        index.add([unit("p53", id="gene"), unit("nitrate", id="nitrate"), unit("12000", id="number")])

        for word in ("p5", "nitric", "1200"):
            assert [] == found(index.search(query(word), k=5)), word

    def test_of_equal_sums_the_unit_that_holds_more_of_the_question_wins(self, index: Index) -> None:
        """One word said often is worth less than both words said once."""
        index.add([unit("gout gout gout gout", id="a"), unit("gout knee pain trial", id="b"), unit("knee", id="c")])

        assert "b" == found(index.search(query("gout", "knee"), k=5))[0]

    @pytest.mark.parametrize(
        ("atom", "expected"),
        [
            (Words("knee pain", ("title", "text")), {"a", "c"}),
            (Words("knee pain", ("title",)), {"c"}),
            (Words("pain knee", ("title", "text")), set()),
            (Words("exercis", ("title", "text"), truncated=True), {"a", "b"}),
            (Words("knee exercis", ("text",), truncated=True), {"b"}),
            (Words("Arthralgia", ("mesh",)), {"b"}),
            (Words("smith j", ("authors",)), {"a"}),
            (Words("j doe", ("authors",)), set()),
            (Words("lancet", ("journal",)), {"b"}),
            (Words("the of", ("text",)), set()),
            (Years(2010, 2020), {"b"}),
            (Years(None, 2020), {"a", "b"}),
            (Years(2015, None), {"b"}),
            (Kinds(("rct",)), {"a"}),
            (Kinds(("",)), {"c"}),
        ],
    )
    def test_a_piece_of_a_strategy_matches_records_exactly(self, index: Index, atom: Atom, expected: set[str]) -> None:
        """Fields, phrases, truncation, years and kinds: each record once, whatever its number of units."""
        index.add(
            [
                unit("knee pain and exercises", id="a", kind="rct", year=2001, authors="Smith J; Doe A"),
                unit("other part", id="a2", record_id=RecordId("r-a"), kind="rct", year=2001, authors="Smith J; Doe A"),
                unit("knee exercise", id="b", kind="guideline", year=2015, mesh="Arthralgia", journal="The Lancet"),
                unit("hip", id="c", title="Knee pain"),
            ]
        )

        keys = index.matching(atom)

        assert {RecordId(f"r-{name}") for name in expected} == set(index.names(keys))
        assert sorted(set(keys.tolist())) == keys.tolist()

    def test_a_truncated_word_with_too_many_endings_is_refused(self, index: Index) -> None:
        """Three letters that begin half of the dictionary are no search."""
        index.add([unit(" ".join(f"abc{n}x" for n in range(ENDINGS_MAX + 1)), id="a")])

        with pytest.raises(BadInput, match="more of the word"):
            index.matching(Words("abc", ("text",), truncated=True))

    def test_plain_wording_is_found_and_makes_no_word_known(self, index: Index) -> None:
        """What only an editor says in plain words is not held by the library; it leads to what the source says."""
        index.add([unit("offer analgesia", id="a", plain="painkillers and analgesia"), unit("painkillers", id="b")])

        assert {"a", "b"} == set(found(index.search(query("painkillers"), k=5)))
        assert (1, 1, 0) == index.document_frequency(["painkillers", "analgesia", "and painkillers leeches"])

    def test_document_frequency_counts_units_after_analysis(self, index: Index) -> None:
        """Knees and knee are one word; a stop word and an unknown word are in none."""
        index.add([unit("knee knee", id="a"), unit("the knees", id="b")])

        assert (2, 2, 0, 0, 0) == index.document_frequency(["knees", "KNEE", "the", "unheard", "🦵"])

    @pytest.mark.parametrize(
        "text", ["", " ", "\x00\x01", "🦵" * 50, "\u202eabc", "a" * 100_000, "+(-[{\"'~*?:\\|/&!^"]
    )
    def test_hostile_words_are_words(self, index: Index, text: str) -> None:
        """Nothing that is typed or ingested is read as a command, and nothing crashes."""
        index.add([unit(text, id="h"), unit("gout", id="a")])
        index.search(Query((QueryClause((text,)), QueryClause((text, "gout")))), k=3)

        assert ["a"] == found(index.search(query("gout"), k=3))

    def test_the_order_and_the_batches_change_nothing(self, index: Index) -> None:
        """The same units give the very same run, scores included, in whatever order and batches they came."""
        words = ["gout", "knee", "pain", "trial", "dose", "harm"]
        random_words = random.Random(7)
        units = [
            unit(" ".join(random_words.choices(words, k=random_words.randint(1, 9))), id=f"u{n}") for n in range(60)
        ]
        asked = Query((QueryClause(("gout",), 2.0), QueryClause(("knee pain", "harm")), QueryClause(("dose",))))
        whole = MemoryIndex()
        whole.add(units)

        shuffled = units[:]
        random.Random(3).shuffle(shuffled)
        for start in range(0, 60, 7):
            index.add(shuffled[start : start + 7])

        assert whole.search(asked, k=50) == index.search(asked, k=50)
