"""The page that cares for the library: licences and room, verification, an export to take away, backups that stay."""

import re
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from quoth.library import keep
from quoth.model import RenditionId
from quoth.pipeline import Parts, import_library, rebuild_index, restore, trail
from quoth.web import create_app
from tests.unit.library.library_factories import report
from tests.unit.pipeline.carried import library
from tests.unit.web.board_site import site_of, starter_library

PAGE = "/library/care"


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """Two reports, one of which may be quoted in ten words, its title hostile."""
    with library(tmp_path / "home") as opened:
        few = report(pmid="1", words="Pain fell by half. Function rose.", title="A <b>trial</b> of rest for sore knees")
        keep(replace(few, record=replace(few.record, licence="quote 10 words")), opened.store)
        keep(report(pmid="2", words="Nothing changed in either arm."), opened.store)
        rebuild_index(opened)
        yield opened


@pytest.fixture
def client(parts: Parts) -> Iterator[TestClient]:
    """A browser on this machine."""
    app = create_app(parts)
    with TestClient(app, base_url="http://localhost", client=("127.0.0.1", 5000), follow_redirects=False) as made:
        yield made


def done(client: TestClient, act: str) -> tuple[str, str]:
    """The address of a job that has ended, and its page."""
    job = str(client.post(PAGE, data={"act": act}).headers["location"])
    for _ in range(200):
        page = client.get(job).text
        if "data-poll" not in page:
            return job, page
        time.sleep(0.05)
    raise AssertionError("the job does not end")


def test_licences_and_room_are_counted(client: TestClient) -> None:
    """Texts with a limit are named, and what a source says is text."""
    _, page = done(client, "weighing")

    assert "at most 10 words" in page
    assert "not stated: sentences" in page
    assert "database, on disk" in page
    assert "<b>trial</b>" not in page
    assert "A &lt;b&gt;trial" in page


def test_verifying_says_what_is_wrong_and_what_to_do(client: TestClient, parts: Parts) -> None:
    """A sound library first; then one whose index lacks a text."""
    assert "Nothing is wrong" in done(client, "verifying")[1]
    gone = next(parts.store.iter_renditions()).rendition.id
    parts.index.remove([RenditionId(gone)])
    page = done(client, "verifying")[1]

    assert "Nothing is wrong" not in page
    assert re.search(r"[1-9] faults?\b", page)
    assert "What to do" in page
    assert re.search(r"done · [1-9] faults?\b", client.get(PAGE).text)


def test_an_export_is_taken_away_and_read_elsewhere(client: TestClient, tmp_path: Path) -> None:
    """The newest one alone is held."""
    first, page = done(client, "exporting")
    sent = client.get(f"{first}/file")
    (tmp_path / "got.quoth").write_bytes(sent.content)
    with library(tmp_path / "other") as other:
        came = import_library(tmp_path / "got.quoth", other)
    done(client, "exporting")

    assert f"{first}/file" in page
    assert 'attachment; filename="literature.quoth"' == sent.headers["content-disposition"]
    assert zipfile.is_zipfile(BytesIO(sent.content))
    assert (2, came.archive_snapshot) == (came.records_new, came.snapshot)
    assert 404 == client.get(f"{first}/file").status_code
    assert "took this one’s place" in client.get(first).text


def test_a_backup_stays_on_the_machine_and_can_be_put_back(client: TestClient, parts: Parts, tmp_path: Path) -> None:
    """It is listed, nobody else can read it, and no address gives it away."""
    job, page = done(client, "backing-up")
    (file,) = (parts.settings.folder / "backups").iterdir()
    with library(tmp_path / "other") as other:
        back = restore(file, other)

    assert str(file) in page
    assert 0o600 == file.stat().st_mode & 0o777
    assert back.verified.passed
    assert file.name in client.get(PAGE).text
    assert 404 == client.get(f"{job}/file").status_code
    assert ["made a backup"] == [line.act for line in trail(parts)]


def test_what_is_under_way_is_not_begun_twice(
    client: TestClient, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second press leads to the job of the first."""
    held = []
    monkeypatch.setattr("quoth.pipeline.verify_library", lambda *_, **__: held.append(time.sleep(0.5)))
    twice = {client.post(PAGE, data={"act": "verifying"}).headers["location"] for _ in range(3)}

    assert 1 == len(twice)


@pytest.mark.parametrize("act", ["", "adding", "burn", "<script>"])
def test_an_act_that_is_none_is_told_so(act: str, client: TestClient) -> None:
    """Adding has a form of its own."""
    assert 422 == client.post(PAGE, data={"act": act}).status_code


def test_whoever_comes_from_elsewhere_sees_none_of_it(parts: Parts) -> None:
    """Where there are no accounts, this machine alone."""
    with TestClient(create_app(parts, hosts=["ward.example"]), base_url="http://ward.example") as far:
        assert [403, 403, 403] == [
            far.get(PAGE).status_code,
            far.get("/job/x/file").status_code,
            far.post(PAGE, data={"act": "exporting"}).status_code,
        ]
        assert PAGE not in far.get("/library").text


def test_an_editor_makes_no_backup(tmp_path: Path) -> None:
    """Backups hold everybody's accounts: an administrator's to make."""
    with starter_library(str(tmp_path)) as filled:
        site = site_of(filled)
    editor, administrator = site.client("editor"), site.client("administrator")
    refused = site.send(editor, PAGE, act="backing-up")
    verified = site.send(editor, PAGE, act="verifying")

    assert 403 == refused.status_code
    assert 303 == verified.status_code
    assert "An administrator can make one" in editor.get(PAGE).text
    assert 'value="backing-up"' in administrator.get(PAGE).text
    assert PAGE in administrator.get("/library").text
