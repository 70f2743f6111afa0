"""A library as one file, and into another one: nothing lost, nothing doubled, nothing let in."""

import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.errors import BadFile, BadInput, HostileFile
from quoth.library import keep, keep_notices
from quoth.model import Answer, Holding, Ids, Notice, NoticeKind, ProposalStatus, Report, encode
from quoth.pipeline import (
    Options,
    Parts,
    ask,
    export_library,
    import_library,
    ingest,
    rebuild_index,
    recommendations,
    rule,
    save_strategy,
    verify_library,
)
from quoth.settings import load_settings
from quoth.sources import DocumentFacts
from quoth.wiring import open_parts
from tests.kept import filled_home
from tests.unit.library.library_factories import abstract, record, report

GUIDE = """<!doctype html><html><body><main><h1>Patellofemoral pain</h1><h2>Taping</h2>
<p>The panel suggests patellar taping for adults with patellofemoral pain. (Weak for)</p>
<p>Offer exercise therapy to adults with patellofemoral pain. (Strong for)</p></main></body></html>"""


@contextmanager
def library(home: Path, *, starter: str = "no", index: str = "memory", **given: str) -> Iterator[Parts]:
    """An empty library in a folder, or the starter library."""
    settings = load_settings(
        {"QUOTH_HOME": str(filled_home(home) if starter == "yes" else home)},
        {"starter": starter, "index": index, **given},
    )
    with open_parts(settings) as parts:
        yield parts


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of the starter library with a guideline that an editor ruled upon, a retraction and a saved search."""
    home = tmp_path_factory.mktemp("carried")
    (home / "guide.html").write_text(GUIDE, encoding="utf-8")
    with library(home / "a", starter="yes") as parts:
        facts = DocumentFacts(title="A guideline", issuer="Knee Society", year=2025, doi="10.1000/guide")
        ingest([home / "guide.html"], parts, options=Options(facts=facts))
        recommendations("10.1000/guide", parts)
        rule("10.1000/guide", ["r1"], ProposalStatus.ACCEPTED, parts, by="an editor", why="as printed")
        keep(report("RIS", pmid="77", doi="10.1000/seven", words=None), parts.store)
        keep(report(pmid="77", words="Pain fell by half. Function rose."), parts.store)
        keep_notices([Notice(NoticeKind.RETRACTION, Ids(pmid="77"), on="2026-01-01", source="a list")], parts.store)
        rebuild_index(parts)
        parts.store.put_strategy(replace(save_strategy("knees", "knee AND pain", parts), owner="an account"))
        export_library(home / "a.quoth", parts)
    return home / "a.quoth"


def manifest(archive: Path) -> dict[str, object]:
    """What the archive says of itself."""
    with zipfile.ZipFile(archive) as packed:
        found: dict[str, object] = json.loads(packed.read("manifest.json"))
        return found


def spoiled(
    archive: Path, to: Path, change: Callable[[str, bytes], bytes], *, extra: tuple[str, bytes] | None = None
) -> Path:
    """The archive with changed members, its manifest as it was unless that is changed too."""
    with zipfile.ZipFile(archive) as packed, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as made:
        for name in packed.namelist():
            made.writestr(name, change(name, packed.read(name)))
        if extra:
            made.writestr(*extra)
    return to


def test_an_import_into_an_empty_library_gives_the_identical_snapshot(archive: Path, tmp_path: Path) -> None:
    """Records by source, texts, editions, decisions, words, notices and searches all arrive."""
    with library(tmp_path / "b") as parts:
        done = import_library(archive, parts)

        assert done.snapshot == done.archive_snapshot == manifest(archive)["snapshot"]
        assert verify_library(parts).passed
        ruled = recommendations("10.1000/guide", parts).texts[0].proposals
        assert [("accepted", "as printed"), ("proposed", "")] == [
            (p.status.value, p.decisions[-1].why if p.decisions else "") for p in ruled
        ]
        assert ["PubMed XML", "RIS"] == [source for source, _ in parts.store.entries(parts.store.record("pmid-77").id)]
        assert ("knee AND pain", "") == (parts.store.strategy("knees").text, parts.store.strategy("knees").owner)
        page = ask("Does taping the kneecap work?", parts).page
        assert isinstance(page, Answer)


def test_the_same_archive_again_changes_nothing(archive: Path, tmp_path: Path) -> None:
    """Importing is safe to repeat, and that is how an interrupted import goes on."""
    with library(tmp_path / "b") as parts:
        first = import_library(archive, parts)
        parts.store.put_strategy(replace(parts.store.strategy("knees"), owner="whoever tends it here"))
        stamp = parts.store.revision()
        again = import_library(archive, parts)

        assert (0, 0, 0) == (again.records_new, again.texts_new, again.notices_new)
        assert first.notes == again.notes
        assert first.records_new == again.records_known
        assert (first.snapshot, stamp) == (again.snapshot, parts.store.revision())


def test_an_import_that_was_cut_off_is_gone_on_with(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was committed stays, and the next import ends where an uninterrupted one would have."""
    for module in ("carrying", "importing"):
        monkeypatch.setattr(f"quoth.pipeline.{module}.HOLDINGS_AT_ONCE", 40)
    calls = []

    def cut(step: object) -> None:
        calls.append(step)
        if len(calls) == 8:
            raise KeyboardInterrupt

    with library(tmp_path / "b") as parts:
        with pytest.raises(KeyboardInterrupt):
            import_library(archive, parts, progress=cut)
        held = parts.store.counts().records
        done = import_library(archive, parts)

        assert 0 < held < parts.store.counts().records
        assert done.snapshot == done.archive_snapshot
        assert verify_library(parts).passed


def test_what_is_held_already_is_merged_and_not_doubled(archive: Path, tmp_path: Path) -> None:
    """The archive's record joins the one that is here by its identifier, with both texts and the archive's notice."""
    with library(tmp_path / "b") as parts:
        keep(report("MEDLINE", pmid="77", words="Pain fell."), parts.store)
        keep(
            report("RIS", doi="10.1000/other", title="Something else that nobody else has here", words=None),
            parts.store,
        )
        rebuild_index(parts)
        done = import_library(archive, parts)

        here = parts.store.record("pmid-77")
        assert ["MEDLINE", "PubMed XML", "RIS"] == [source for source, _ in parts.store.entries(here.id)]
        assert here.ids.doi == "10.1000/seven"
        texts = [t.rendition.text for t in parts.store.renditions(here.id, current_only=False)]
        assert {"Pain fell.", "Pain fell by half. Function rose."} <= set(texts)
        assert done.snapshot != done.archive_snapshot
        assert verify_library(parts).passed
        assert "accepted" == recommendations("10.1000/guide", parts).texts[0].proposals[0].status.value


def test_an_older_edition_of_a_pack_in_an_archive_does_not_replace_the_newer_one(archive: Path, tmp_path: Path) -> None:
    """What a library keeps of two editions is the newer one, whichever way it came."""
    with library(tmp_path / "b", starter="yes") as parts:
        before = {state.pack: state.version for state in parts.store.pack_states()}
        state = next(iter(parts.store.iter_words()))
        from dataclasses import replace

        parts.store.put_words(replace(state.words, version="2999.1.1"), site=False)
        done = import_library(archive, parts)

        after = {one.pack: one.version for one in parts.store.pack_states()}
        assert {**before, state.words.pack: "2999.1.1"} == after
        assert any("newer version 2999.1.1" in line for line in done.notes)


def test_two_reports_with_the_same_words_stay_two(tmp_path: Path) -> None:
    """A text id that another record holds here is told apart, and so are its proposals."""
    same = abstract("The very same words, republished elsewhere.")
    with library(tmp_path / "a") as one, library(tmp_path / "b") as other:
        keep(Report(record(pmid="1", title="First report of the very same words here"), (same,)), one.store)
        keep(Report(record(pmid="2", title="Second report of the very same words here"), (same,)), other.store)
        export_library(tmp_path / "a.quoth", one)
        done = import_library(tmp_path / "a.quoth", other)

        assert 1 == done.records_new
        assert 2 == other.store.counts().records
        assert [1, 1] == [len(other.store.renditions(each.id)) for each in other.store.iter_records()]
        assert verify_library(other).passed


def test_a_file_that_is_there_is_not_written_over(archive: Path, tmp_path: Path) -> None:
    """A mistyped name never destroys a file, and a failed export leaves none behind."""
    (tmp_path / "x").write_bytes(b"mine")
    with library(tmp_path / "b") as parts:
        with pytest.raises(BadInput, match="exists"):
            export_library(tmp_path / "x", parts)
        with pytest.raises(BadInput, match="cannot be written"):
            export_library(tmp_path / "none" / "x", parts)
        export_library(tmp_path / "x", parts, overwrite=True)

    assert zipfile.is_zipfile(tmp_path / "x")
    assert ["b", "x"] == sorted(entry.name for entry in tmp_path.iterdir())


# --- hostile archives ------------------------------------------------------------------------------------------------
def refused(path: Path, home: Path, kind: type[BadFile], words: str) -> None:
    """The archive is refused with these words, and nothing of it is in the library."""
    with library(home) as parts:
        before = parts.store.snapshot()
        with pytest.raises(kind, match=words):
            import_library(path, parts)
        assert before == parts.store.snapshot()
        assert () == parts.store.pack_states()


def test_a_changed_word_is_found_by_the_hash_of_its_member(archive: Path, tmp_path: Path) -> None:
    """One letter in one text is enough."""
    bad = spoiled(
        archive, tmp_path / "bad", lambda name, data: data.replace(b"Pain fell by half", b"Pain rose by half")
    )

    refused(bad, tmp_path / "b", BadFile, "its hash is another one")


def test_a_changed_word_with_a_forged_manifest_is_found_by_the_id_of_its_text(archive: Path, tmp_path: Path) -> None:
    """Whoever mends the manifest as well would have to find a text of the same hash."""
    import hashlib

    held = manifest(archive)

    def change(name: str, data: bytes) -> bytes:
        if name.startswith("records/"):
            data = data.replace(b"Pain fell by half", b"Pain rose by half")
            for member in held["members"]:  # type: ignore[attr-defined]
                if member["name"] == name:
                    member["sha256"] = hashlib.sha256(data).hexdigest()
        return encode(held) if name == "manifest.json" else data

    bad = spoiled(archive, tmp_path / "bad", change)

    refused(bad, tmp_path / "b", BadFile, "not the text that its id is the hash of")


@pytest.mark.parametrize(
    "name", ["../../evil", "/etc/passwd", "records/1.jsonl/../../x", "records\\000001.jsonl", "a/b/c"]
)
def test_a_name_that_no_archive_of_ours_has_is_refused(archive: Path, tmp_path: Path, name: str) -> None:
    """Nothing is unpacked to disk, and a name that tries is enough to refuse the whole."""
    bad = spoiled(archive, tmp_path / "bad", lambda _, data: data, extra=(name, b"x"))

    refused(bad, tmp_path / "b", HostileFile, "which no library's archive has")


def test_a_bomb_is_refused_before_it_is_unpacked(archive: Path, tmp_path: Path) -> None:
    """A member that shrinks to a thousandth, and a whole that is larger than the setting allows."""
    bomb = spoiled(archive, tmp_path / "bomb", lambda _, data: data, extra=("records/000099.jsonl", b"0" * 50_000_000))

    refused(bomb, tmp_path / "b", HostileFile, "would unpack to 50,000,000 bytes")
    with library(tmp_path / "c", upload_max_mb="0") as parts, pytest.raises(HostileFile, match="upload_max_mb"):
        import_library(archive, parts)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "no archive"), (b"PK\x03\x04 junk", "no archive"), (b"not a zip at all" * 99, "no archive")],
)
def test_what_is_no_archive_is_told_so(tmp_path: Path, content: bytes, words: str) -> None:
    """An empty file, a broken one, another kind of file."""
    (tmp_path / "bad").write_bytes(content)

    refused(tmp_path / "bad", tmp_path / "b", BadFile, words)


def test_a_cut_or_damaged_archive_is_refused(archive: Path, tmp_path: Path) -> None:
    """Half of a download, and a byte that flipped on the way."""
    whole = archive.read_bytes()
    (tmp_path / "half").write_bytes(whole[: len(whole) // 2])
    middle = whole.index(b"records/000001.jsonl") + 2000
    (tmp_path / "flipped").write_bytes(whole[:middle] + bytes([whole[middle] ^ 0xFF]) + whole[middle + 1 :])

    refused(tmp_path / "half", tmp_path / "b", BadFile, "cut off or damaged")
    refused(tmp_path / "flipped", tmp_path / "c", BadFile, "damaged")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": "quoth archive 99"}, "has the format"),
        ({"members": []}, "does not hold the members"),
        ({"kind": "something"}, "cannot be read"),
        ({"snapshot": 7}, "cannot be read"),
    ],
)
def test_a_manifest_that_does_not_fit_is_refused(
    archive: Path, tmp_path: Path, change: dict[str, object], words: str
) -> None:
    """Another format, members left out, a wrong type."""
    forged = encode({**manifest(archive), **change})
    bad = spoiled(archive, tmp_path / "bad", lambda name, data: forged if name == "manifest.json" else data)

    refused(bad, tmp_path / "b", BadFile, words)


def test_a_place_outside_its_text_is_refused(archive: Path, tmp_path: Path) -> None:
    """A sentence that ends behind its text would make a false quotation."""
    import hashlib

    from quoth.model import decode

    held = manifest(archive)

    def change(name: str, data: bytes) -> bytes:
        if name == "records/000001.jsonl":
            lines = data.splitlines()
            noun = json.loads(lines[0])
            noun["texts"][0]["rendition"]["sentences"][0]["end"] = 10**6
            decode(json.dumps(noun).encode(), Holding)
            lines[0] = json.dumps(noun).encode()
            data = b"\n".join([*lines, b""])
            for member in held["members"]:  # type: ignore[attr-defined]
                if member["name"] == name:
                    member |= {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        return encode(held) if name == "manifest.json" else data

    bad = spoiled(archive, tmp_path / "bad", change)

    refused(bad, tmp_path / "b", BadFile, "outside its words")
