"""An export of another library comes in by a browser: literature alone, looked through first, for editors alone."""

import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from quoth.library import keep
from quoth.pipeline import Parts, back_up, export_library, rebuild_index, trail
from quoth.web import create_app
from tests.unit.library.library_factories import report
from tests.unit.pipeline.carried import library
from tests.unit.web.board_site import site_of, starter_library

PAGE, BRING = "/library/care", "/library/bring"


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """An export and a backup of a library of one report."""
    home = tmp_path_factory.mktemp("other")
    with library(home / "a") as parts:
        keep(report(pmid="1", words="Pain fell by half. Function rose."), parts.store)
        rebuild_index(parts)
        export_library(home / "x.quoth", parts)
        back_up(home / "b.quoth", parts)
    return {"export": (home / "x.quoth").read_bytes(), "backup": (home / "b.quoth").read_bytes()}


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """An empty library that takes files of at most one megabyte."""
    with library(tmp_path / "home", web_upload_max_mb="1") as opened:
        yield opened


@pytest.fixture
def client(parts: Parts) -> Iterator[TestClient]:
    """A browser on this machine."""
    app = create_app(parts)
    with TestClient(app, base_url="http://localhost", client=("127.0.0.1", 5000), follow_redirects=False) as made:
        yield made


def brought(client: TestClient, data: bytes, name: str = "literature.quoth") -> str:
    """The page of the job that took a file in, once it has ended."""
    reply = client.post(BRING, files={"archive": (name, data)})
    assert 303 == reply.status_code, reply.text
    for _ in range(200):
        page = client.get(str(reply.headers["location"])).text
        if "data-poll" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("the job does not end")


def packed(**members: bytes) -> bytes:
    """A ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def test_an_export_comes_in_once(client: TestClient, parts: Parts, archives: dict[str, bytes]) -> None:
    """Its sources are held and can be found; the same file again changes nothing, and the page says so."""
    first, again = brought(client, archives["export"]), brought(client, archives["export"])

    assert 1 == parts.store.counts().records
    assert "the one of the archive" in first
    assert "everything in it was held already" in again
    assert ["imported an archive"] == [line.act for line in trail(parts)]
    assert "Bringing an export in" in client.get(PAGE).text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"no archive at all", "no archive of a library"),
        (b"", "no archive of a library"),
        (packed(**{"../../etc/cron.d/x": b"* * * * *"}), "which no library&#39;s archive has"),
        (packed(**{"manifest.json": b"{}"}), "cannot be read"),
        (packed(**{"records/000001.jsonl": b"0" * 40_000_000}), "would unpack to"),
        (packed(**{"records/000001.jsonl": b"{}\n"}), "has no manifest"),
    ],
    ids=["text", "nothing", "a path", "an empty manifest", "a bomb", "no manifest"],
)
def test_what_is_no_export_is_refused_with_its_reason(client: TestClient, parts: Parts, data: bytes, why: str) -> None:
    """A hostile file changes nothing, and no page tells where it lay on this machine."""
    page = brought(client, data, name="<b>evil</b>.quoth")

    assert "Stopped" in page
    assert why in page
    assert "quoth-bring-" not in page
    assert "<b>evil</b>" not in page
    assert 0 == parts.store.counts().records


def test_a_backup_is_put_back_on_the_machine_alone(
    client: TestClient, parts: Parts, archives: dict[str, bytes]
) -> None:
    """It holds accounts and keys: no form takes it, and the page says what does."""
    page = brought(client, archives["backup"])

    assert "is a backup" in page
    assert "quoth library restore" in page
    assert 0 == parts.store.counts().records


def test_what_is_sent_is_bounded_and_comes_from_our_page(client: TestClient) -> None:
    """Too large, from another site, nothing chosen: each with its own refusal."""
    file = {"archive": ("a.quoth", b"x" * (2 * 2**20))}

    assert 413 == client.post(BRING, files=file).status_code
    assert 403 == client.post(BRING, files=file, headers={"Sec-Fetch-Site": "cross-site"}).status_code
    nothing = client.post(BRING, data={"archive": ""})
    assert 422 == nothing.status_code
    assert "No file was chosen" in nothing.text


def test_an_editor_brings_in_and_nobody_else(tmp_path: Path, archives: dict[str, bytes]) -> None:
    """The form stands where it may be used, carries its token, and the trail says whose act it was."""
    with starter_library(str(tmp_path)) as filled:
        site = site_of(filled)
    editor, administrator, reader = (site.client(name) for name in ("editor", "administrator", "reader"))
    file = {"archive": ("x.quoth", archives["export"])}

    assert f'action="{BRING}"' in editor.get(PAGE).text
    assert f'action="{BRING}"' not in administrator.get(PAGE).text
    assert "An editor can bring one in" in administrator.get(PAGE).text
    assert 403 == editor.post(BRING, files=file).status_code
    assert 403 == reader.post(BRING, files=file, data={"form_token": site.token(reader)}).status_code
    reply = editor.post(BRING, files=file, data={"form_token": site.token(editor)})
    assert 303 == reply.status_code
    for _ in range(400):
        if "data-poll" not in editor.get(str(reply.headers["location"])).text:
            break
        time.sleep(0.05)
    acts = [(line.by, line.act) for line in trail(site.parts)]
    assert (site.people["editor"].id, "imported an archive") in acts
