"""What the pages do: ask, read, follow up, forget, look."""

import json

import pytest
from starlette.testclient import TestClient

from quoth import pipeline
from quoth.model import Answer, Standing
from quoth.web import create_app
from tests.unit.web.fake_library import HOSTILE, TEXT, Library, parts_of


def test_a_question_leads_to_a_page_whose_address_holds_nothing_of_it(client: TestClient, library: Library) -> None:
    """No address ever carries what was asked."""
    reply = client.post("/ask", data={"question": "Does taping help?"})

    assert (reply.status_code, reply.headers["location"]) == (303, "/answer/id-1")
    assert library.asked == [("Does taping help?", None)]
    assert "<h1>Does taping help?</h1>" in client.get("/answer/id-1").text


def test_a_follow_up_is_asked_with_the_question_before(client: TestClient, library: Library, page: Answer) -> None:
    """“What about harms?” is understood from the page that it stands on."""
    library.pages["kept"] = page

    reply = client.post("/answer/kept/follow-up", data={"question": "harms?"})

    assert reply.headers["location"] == "/answer/id-1"
    assert library.asked == [("harms?", page.question)]


def test_a_deleted_page_is_gone(client: TestClient, library: Library, page: Answer) -> None:
    """A reader can have a page forgotten."""
    library.pages["kept"] = page

    assert client.post("/answer/kept/delete").status_code == 200
    assert client.get("/answer/kept").status_code == 404


def test_a_citation_of_the_page_opens_its_passage(client: TestClient, library: Library) -> None:
    """The address of a number shows the characters quoted, marked, with a way back."""
    start = TEXT.index("Offer")

    reply = client.get(f"/passage/{library.rendition.id}/{start}-{start + 15}?answer=kept&at=s1")

    assert reply.status_code == 200
    assert "<mark>Offer exercise.</mark>" in reply.text
    assert 'href="/answer/kept#s1"' in reply.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/passage/{id}/0-99999", 422),
        ("/passage/{id}/5-5", 422),
        ("/passage/{id}/a-b", 404),
        ("/passage/none/0-5", 404),
        ("/passage/{id}/0-5?answer=../x&at=%22%3E", 200),
        ("/source/none", 404),
        ("/source/rec/1", 200),
        ("/answer/none", 404),
        ("/answer/id.exe", 422),
        ("/answer/%00", 404),
        ("/nothing/here", 404),
        ("/static/../app.py", 404),
        ("/static/app.py", 404),
        ("/library?offset=-1", 422),
        ("/library?kind=" + "x" * 100, 422),
    ],
)
def test_every_address_answers_with_a_page_of_its_kind(
    client: TestClient, library: Library, path: str, status: int
) -> None:
    """A mistyped or hostile address gets an ordinary page with the right status and no traceback."""
    reply = client.get(path.format(id=library.rendition.id))

    assert reply.status_code == status
    assert "<h1" in reply.text
    assert "Traceback" not in reply.text
    assert 'href="/answer/../' not in reply.text


@pytest.mark.parametrize("path", ["/", "/policy", "/credits", "/glossary", "/library", "/source/rec/1"])
def test_every_page_escapes_what_sources_and_packs_say(client: TestClient, path: str) -> None:
    """A title with markup in it is text."""
    reply = client.get(path)

    assert reply.status_code == 200
    assert "<script>alert" not in reply.text
    assert "<img" not in reply.text


def test_the_passage_page_escapes_the_text_around_the_passage(client: TestClient, library: Library) -> None:
    """The source's text is shown, never run."""
    reply = client.get(f"/passage/{library.rendition.id}/0-{len(TEXT)}")

    assert "<script>alert" not in reply.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in reply.text


def test_a_hostile_question_is_shown_as_text(client: TestClient) -> None:
    """What is typed cannot run in the page that shows it."""
    client.post("/ask", data={"question": HOSTILE})

    assert "<script>alert" not in client.get("/answer/id-1").text


@pytest.mark.parametrize("question", ["", "   ", "x" * 10_000, "ø" * 10_000, "\x00\ud7ff\u202e", "é\r\nü"])
def test_any_question_gets_a_page(client: TestClient, library: Library, question: str) -> None:
    """Empty, long and odd questions reach the pipeline, which knows how to refuse them."""
    reply = client.post("/ask", data={"question": question})

    assert reply.status_code == 303
    assert library.asked[0][0] == question.replace("\r\n", "\n")
    assert client.get(reply.headers["location"]).status_code == 200


def test_bytes_that_are_no_text_are_survived(client: TestClient) -> None:
    """A form in a broken encoding gets a page, not a crash."""
    reply = client.post(
        "/ask", content=b"question=%ED%A0%80%FF", headers={"content-type": "application/x-www-form-urlencoded"}
    )

    assert reply.status_code in (303, 400, 422)
    if reply.status_code == 303:
        assert client.get(reply.headers["location"]).status_code == 200


def test_a_file_in_place_of_a_question_is_refused(client: TestClient) -> None:
    """A question is text."""
    assert client.post("/ask", files={"question": ("x.txt", b"data")}).status_code == 422


def test_an_unknown_reader_is_refused_with_the_known_ones(client: TestClient) -> None:
    """A wrong role is told with what is right."""
    reply = client.post("/ask", data={"question": "x", "role": "wizard"})

    assert reply.status_code == 422
    assert "clinician" in reply.text


def test_the_page_comes_as_text_data_and_file(client: TestClient, library: Library, page: Answer) -> None:
    """One object, four forms."""
    library.pages["kept"] = page

    assert client.get("/answer/kept.md").text.startswith("# What helps knee pain?")
    assert json.loads(client.get("/answer/kept.json").text)["page"]["id"] == "kept"
    assert client.get("/answer/kept", headers={"accept": "application/json"}).json()["kind"] == "answer"
    file = client.get("/answer/kept.html")
    assert "attachment" in file.headers["content-disposition"]
    assert "<script" not in file.text


def test_a_library_search_keeps_its_words_out_of_every_address(client: TestClient) -> None:
    """Words looked for can be as telling as a question."""
    reply = client.post("/library", data={"text": "a title"})

    assert reply.status_code == 200
    assert "1 source fits" in reply.text
    assert "text=a" not in reply.text
    assert "0 sources fit" in client.post("/library", data={"text": "nothing like it"}).text


def test_library_filters_by_year_and_doubt(client: TestClient) -> None:
    """The shelves open by year and by standing."""
    assert "1 source fits" in client.get("/library?year=unknown").text
    assert "0 sources fit" in client.get("/library?year=2020").text
    assert "0 sources fit" in client.get("/library?state=retracted").text
    assert "0 sources fit" in client.get("/library?state=doubtful").text


def test_a_large_library_is_leafed_through_beside_the_records_of_a_page(
    client: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way on goes from the last record, the way back from the first, and from the second page to the top."""
    asked: list[dict[str, object]] = []

    def shelf_page(parts: object, shelf: object, **place: object) -> pipeline.ShelfPage:
        asked.append(place)
        return pipeline.ShelfPage(240, ((library.record, Standing()),) * 50, 90, 41)

    monkeypatch.setattr(pipeline, "shelf_page", shelf_page)
    second = client.post("/library", data={"offset": 50, "before": 91}).text
    third = client.post("/library", data={"offset": 100, "before": 41}).text

    assert [{"offset": 50, "before": 91, "after": None, "limit": 50}] == asked[:1]
    assert "51 to 100 of 240" in second
    assert "what came last stands first" in second
    assert 'name="before" value="41"' in second
    assert 'name="after"' not in second
    assert 'name="after" value="90"' in third
    assert 422 == client.get("/library?before=-1").status_code


def test_pages_that_are_not_kept_live_in_memory_alone(library: Library) -> None:
    """With keeping switched off a reader still gets a page, and the store never sees it."""
    app = create_app(parts_of(library, keep_answers="no"))
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as client:
        address = client.post("/ask", data={"question": "x"}).headers["location"]

        assert client.get(address).status_code == 200
        assert not library.pages
        assert client.post(f"{address}/delete").status_code == 200
        assert client.get(address).status_code == 404
        assert "Answers are not kept" in client.get("/policy").text


def test_health_tells_the_snapshot(client: TestClient) -> None:
    """A monitor sees that the library can be read."""
    assert client.get("/healthz").json()["snapshot"] == "0123456789abcdef"


def test_static_files_are_known_by_their_tag(client: TestClient) -> None:
    """A browser asks again and is told that nothing changed."""
    first = client.get("/static/quoth.css")

    assert first.headers["content-type"].startswith("text/css")
    assert client.get("/static/quoth.css", headers={"if-none-match": first.headers["etag"]}).status_code == 304


def test_credits_name_the_vocabulary_and_its_version(client: TestClient) -> None:
    """MeSH is credited to the NLM, with its year, when it is loaded."""
    text = client.get("/credits").text

    assert "Medical Subject Headings" in text
    assert "2021" in text
