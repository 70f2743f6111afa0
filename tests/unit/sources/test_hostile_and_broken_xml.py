"""Hostile XML is refused and nothing is fetched; a broken record costs itself; a broken file keeps what came before."""

import gzip
from pathlib import Path

import pytest

from quoth.errors import BadFile, HostileFile
from quoth.sources import Limits
from tests.unit.sources.source_factories import citation, items, pubmed, refusals, reports

LAUGHS = "<!DOCTYPE PubmedArticleSet [\n<!ENTITY a 'ha'>\n" + "".join(
    f"<!ENTITY {n} '{f'&{p};' * 10}'>\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
)


def pmids(found: list[object]) -> list[str | None]:
    """PMIDs of the reports among the items."""
    return [report.record.ids.pmid for report in reports(found)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "prologue",
    [
        LAUGHS + "]>",
        '<!DOCTYPE PubmedArticleSet [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE PubmedArticleSet [<!ENTITY % x SYSTEM "http://localhost/x.dtd"> %x;]>',
        '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//X" "http://localhost/x.dtd" [ ]>',
        "<!-- harmless --><!doctype x [<!ELEMENT y ANY>]>",
    ],
    ids=["billion laughs", "outside file", "parameter entity", "empty subset", "lower case"],
)
def test_a_document_type_that_declares_anything_is_refused(tmp_path: Path, prologue: str) -> None:
    """No PubMed or PMC file brings declarations of its own; bombs do."""
    text = f'<?xml version="1.0"?>\n{prologue}\n<PubmedArticleSet>{citation(title="&x;")}</PubmedArticleSet>'

    with pytest.raises(HostileFile, match="declares things of its own"):
        items(tmp_path, text)


def test_an_entity_that_nothing_declares_costs_its_citation_alone(tmp_path: Path) -> None:
    """A citation cannot reach outside itself."""
    found = items(tmp_path, pubmed(citation("1", title="&x;"), citation("2")))

    assert pmids(found) == ["2"]
    assert "record 1, PMID 1" in refusals(found)[0].place


def test_named_characters_are_read_without_their_document_type(tmp_path: Path) -> None:
    """HTML's names for characters are known here."""
    (report,) = reports(items(tmp_path, pubmed(citation(title="5&nbsp;mg &plusmn; 1 &amp; more"))))

    assert report.record.title == "5 mg \u00b1 1 & more"


def test_inclusion_is_never_followed(tmp_path: Path) -> None:
    """An XInclude is an element without words."""
    title = '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>Knees'

    (report,) = reports(items(tmp_path, pubmed(citation(title=title))))

    assert report.record.title == "Knees"


@pytest.mark.parametrize(
    "title",
    ["<i>" * 5000 + "x" + "</i>" * 5000, "x" * 11_000_000],
    ids=["depth", "length of one text"],
)
def test_absurd_depth_and_length_cost_their_citation_alone(tmp_path: Path, title: str) -> None:
    """The parser's own limits hold."""
    found = items(tmp_path, pubmed(citation("1", title=title), citation("2")))

    assert pmids(found) == ["2"]
    assert len(refusals(found)) == 1


def test_a_record_beyond_the_limit_is_skipped(tmp_path: Path) -> None:
    """A record without end does not fill the memory; the next one is read."""
    text = pubmed(citation("1", title="x" * 900_000), citation("2"))

    found = items(tmp_path, text, limits=Limits(record_bytes=300_000))

    assert pmids(found) == ["2"]
    assert "larger than 300,000 bytes" in refusals(found)[0].reason


def test_a_broken_citation_costs_itself_alone(tmp_path: Path) -> None:
    """It is reported with its number and PMID, and the rest goes on."""
    broken = citation("2").replace("</ArticleTitle>", "")

    found = items(tmp_path, pubmed(citation("1"), broken, citation("3")))

    assert pmids(found) == ["1", "3"]
    (refusal,) = refusals(found)
    assert refusal.place == "record 2, PMID 2"
    assert "not well-formed" in refusal.reason
    assert not refusal.fatal


@pytest.mark.parametrize("stray", [b"\xed", b"\x00", b"\x01", b"\xff\xfe"])
@pytest.mark.parametrize(
    "place",
    ["<LastName>{}</LastName><Initials>A</Initials>", "</Author></AuthorList><Keyword>{}"],
    ids=["in a name", "elsewhere"],
)
def test_stray_bytes_cost_their_citation_alone(tmp_path: Path, stray: bytes, place: str) -> None:
    """Bytes that are no text, or no text that XML allows, are refused wherever they stand."""
    people = f'<AuthorList CompleteYN="Y"><Author ValidYN="Y">{place.format("@@")}'
    people += "</Author></AuthorList>" if "Initials" in place else "</Keyword>"
    text = pubmed(citation("1", article=people), citation("2")).encode().replace(b"@@", b"B" + stray + b"C")

    found = items(tmp_path, text)

    assert pmids(found) == ["2"]
    assert refusals(found)[0].place == "record 1, PMID 1"


def test_a_citation_without_end_tag_does_not_swallow_the_next(tmp_path: Path) -> None:
    """The one that follows is given its own chance."""
    found = items(tmp_path, pubmed(citation("1").replace("</PubmedArticle>", ""), citation("2"), citation("3")))

    assert pmids(found) == ["2", "3"]
    assert len(refusals(found)) == 1


@pytest.mark.parametrize(
    "drop", ['<PMID Version="1">2</PMID>', "<Article><ArticleTitle>A trial.</ArticleTitle></Article>"]
)
def test_a_citation_without_pmid_or_article_is_refused(tmp_path: Path, drop: str) -> None:
    """What has no identity or no content is no record."""
    found = items(tmp_path, pubmed(citation("1"), citation("2").replace(drop, "")))

    assert pmids(found) == ["1"]
    assert len(refusals(found)) == 1


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_ends_early_keeps_what_came_before(tmp_path: Path, packed: bool) -> None:
    """The last word is a fatal refusal, so that nobody takes the file for whole."""
    whole = pubmed(citation("1"), citation("2"))

    found = items(tmp_path, whole[: whole.rindex("<PubmedData>")], packed=packed)

    assert pmids(found) == ["1"]
    assert refusals(found)[-1].fatal
    assert found[-1] is refusals(found)[-1]


def test_a_file_whose_root_never_closes_is_not_taken_for_whole(tmp_path: Path) -> None:
    """A cut between two citations shows only in what is missing."""
    found = items(tmp_path, pubmed(citation("1")).replace("</PubmedArticleSet>", ""))

    assert pmids(found) == ["1"]
    assert "before its last element is closed" in refusals(found)[0].reason
    assert refusals(found)[0].fatal


def cut_gzip(folder: Path, change: str) -> list[object]:
    """What is read from a packed file of 400 citations with damage."""
    packed = bytearray(gzip.compress(pubmed(*(citation(str(n)) for n in range(1, 401))).encode()))
    if change == "cut":
        packed = packed[: len(packed) // 2]
    else:
        packed[-8] ^= 0xFF  # the checksum
    return list(items(folder, bytes(packed), "file.xml.gz"))


@pytest.mark.parametrize("change", ["cut", "checksum"])
def test_damaged_compression_keeps_what_came_before(tmp_path: Path, change: str) -> None:
    """What unpacked stands; then the damage is told."""
    found = cut_gzip(tmp_path, change)

    kept = pmids(found)
    assert kept == [str(n) for n in range(1, len(kept) + 1)]
    assert len(kept) >= (1 if change == "cut" else 400)
    last = refusals(found)[-1]  # type: ignore[arg-type]
    assert last.fatal
    assert "compressed data is damaged" in last.reason


def test_a_compression_bomb_is_refused(tmp_path: Path) -> None:
    """It is stopped long before it fills anything."""
    text = pubmed(citation("1", title=" " * 30_000_000))

    with pytest.raises(HostileFile, match="as a bomb does"):
        items(tmp_path, text, packed=True)


def test_unpacking_has_an_end(tmp_path: Path) -> None:
    """However slowly it grows."""
    text = pubmed(*(citation(str(n), title=f"{n * 7919 % 99991}" * 9) for n in range(1, 3000)))

    with pytest.raises(HostileFile, match="unpacks to more than 500,000 bytes"):
        items(tmp_path, text, packed=True, limits=Limits(unpacked_bytes=500_000))


def test_words_between_citations_are_reported(tmp_path: Path) -> None:
    """A server's error in the middle of a reply is not passed over."""
    found = items(tmp_path, pubmed(citation("1"), "Error: timeout", citation("2")))

    assert pmids(found) == ["1", "2"]
    assert "'Error: timeout'" in refusals(found)[0].reason


def test_a_citation_in_a_comment_is_not_read(tmp_path: Path) -> None:
    """What an editor took out stays out."""
    assert pmids(items(tmp_path, pubmed(f"<!-- {citation('1')} -->", citation("2")))) == ["2"]


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [("ISO-8859-1", "latin-1"), ("UTF-16", "utf-16"), ("utf-8", "utf-8-sig"), ("windows-1252", "cp1252")],
)
def test_encodings_are_recoded(tmp_path: Path, declaration: str, encoding: str) -> None:
    """The declaration and the byte-order mark are believed."""
    text = pubmed(citation(title="Gen\u00e8ve")).replace('version="1.0"', f'version="1.0" encoding="{declaration}"')

    (report,) = reports(items(tmp_path, text.encode(encoding)))

    assert report.record.title == "Gen\u00e8ve"


@pytest.mark.parametrize("content", ["", "  \n", "\ufeff"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, content: str) -> None:
    """An empty file is a mistake of whoever gave it."""
    with pytest.raises(BadFile, match=r"is empty\. Known formats: pubmed-xml"):
        items(tmp_path, content)


def test_a_file_without_citations_says_so(tmp_path: Path) -> None:
    """A search that found nothing."""
    (refusal,) = items(tmp_path, pubmed())

    assert "there is no citation in it" in refusal.reason  # type: ignore[union-attr]


def test_records_are_found_across_the_edges_of_what_is_read_at_once(tmp_path: Path) -> None:
    """Whatever a window of the file cuts through is put together again."""
    many = [citation(str(n), title="word " * (n % 97)) for n in range(1, 2500)]

    assert pmids(items(tmp_path, pubmed(*many))) == [str(n) for n in range(1, 2500)]
