"""What becomes of a page with a guest: in time and whole whatever it does, shorter and in order where it plans well."""

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quoth.bench.answer_key import KeyedQuestion, load_answer_key
from quoth.bench.guest_servers import BEHAVIOURS, model_server
from quoth.bench.libraries import ask_keyed, opened_library
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.llm import Ask, Scripted
from quoth.model import Answer, GuestMode, encode
from quoth.pipeline import Parts
from quoth.settings import load_settings
from quoth.wiring import open_guest

__all__ = ["Parameters", "measure"]

_MODES = (GuestMode.SELECT, GuestMode.PROSE)


@dataclass(frozen=True, slots=True)
class Parameters:
    """How many pages meet each bad server, and how long each has."""

    pages: int = 6
    timeout_s: float = 0.5
    key: str = "tests/acceptance/answer_key"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Ask the key's questions with bad servers and with good plans, on the starter library."""
    keyed = load_answer_key(bench.places.repository / parameters.key)
    with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder)) as parts:
        off = parts.settings
        made = ((one.question, ask_keyed(one, parts).page) for one in keyed if not one.context)
        alone = {question: page for question, page in made if isinstance(page, Answer)}
        pages = [one for one in keyed if one.question in alone and not one.context]
        bad = list(_bad_servers(pages[:: max(1, len(pages) // parameters.pages)], alone, parts, parameters, bench))
        parts.settings = replace(off, model=GuestMode.SELECT.value)
        good = list(_good_plans(pages, alone, parts, bench))
    return Measured(
        (*bad, *good),
        (f"Servers: {', '.join(BEHAVIOURS)}; modes: {', '.join(_MODES)}; {parameters.timeout_s:g} s for each.",),
    )


def _bad_servers(
    keyed: Sequence[KeyedQuestion], alone: dict[str, Answer], parts: Parts, parameters: Parameters, bench: Bench
) -> Iterator[Measurement]:
    whole: list[float] = []
    noted: list[float] = []
    beyond: list[float] = []
    settings = parts.settings
    for behaviour in BEHAVIOURS:
        for mode in _MODES:
            with model_server(behaviour) as address:
                given = {"model": mode.value, "model_url": address, "model_name": "bad"}
                given |= {"model_timeout_s": str(parameters.timeout_s)}
                guest = open_guest(load_settings(environ={}, given=given))
                for one in keyed:
                    without_s, _ = _timed(one, parts)
                    parts.settings = replace(settings, model=mode.value, model_timeout_s=parameters.timeout_s)
                    parts.guest = guest
                    with_s, page = _timed(one, parts)
                    parts.settings, parts.guest = settings, None
                    whole.append(float(_bare(page) == _bare(alone[one.question])))
                    noted.append(float(page.guest is not None and "took no part" in page.guest.note))
                    beyond.append(with_s - without_s - parameters.timeout_s)
        bench.say(f"{behaviour}: {len(whole)} pages, {sum(whole):.0f} whole")
    yield Measurement("bad_whole_share", sum(whole) / len(whole), n=len(whole))
    yield Measurement("bad_noted_share", sum(noted) / len(noted), n=len(noted))
    yield Measurement("beyond_timeout_median_ms", statistics.median(beyond) * 1000, n=len(beyond))
    yield Measurement("beyond_timeout_most_ms", max(beyond) * 1000, n=len(beyond))


def _good_plans(
    keyed: Sequence[KeyedQuestion], alone: dict[str, Answer], parts: Parts, bench: Bench
) -> Iterator[Measurement]:
    """Pages whose rows a script chose: half as many as stand on the first page, the last of them in front."""
    taken: list[float] = []
    ordered: list[float] = []
    exact: list[float] = []
    kept: list[float] = []
    for one in keyed:
        before = alone[one.question]
        if _first_rows(before) < 2:
            continue
        parts.guest = Scripted([_plan(_first_rows(before) // 2)])
        outcome = ask_keyed(one, parts)
        page = outcome.page
        assert isinstance(page, Answer)
        assert page.guest is not None
        taken.append(float(bool(page.guest.chosen) and outcome.verdict.passed))
        ordered.append(float(bool(page.guest.chosen) and _in_order(page)))
        exact.append(float(_words(page) == _words(before)))
        kept.append(_first_rows(page) / _first_rows(before))
    parts.guest = None
    bench.say(f"{len(taken)} pages with a plan, {sum(taken):.0f} of them laid out by it")
    yield Measurement("plan_taken_share", sum(taken) / len(taken), n=len(taken))
    yield Measurement("plan_in_order_share", sum(ordered) / len(ordered), n=len(ordered))
    yield Measurement("plan_byte_exact_share", sum(exact) / len(exact), n=len(exact))
    yield Measurement("plan_first_rows_share", statistics.mean(kept), n=len(kept))


def _plan(count: int) -> Callable[[Ask], str]:
    def planned(asked: Ask) -> str:
        numbers = [each["number"] for each in json.loads(asked.messages[1].text)["statements"]]
        return json.dumps({"statements": numbers[:count][::-1]})

    return planned


def _timed(one: KeyedQuestion, parts: Parts) -> tuple[float, Answer]:
    began = time.monotonic()
    page = ask_keyed(one, parts).page
    took_s = time.monotonic() - began
    assert isinstance(page, Answer)
    return took_s, page


def _bare(page: Answer) -> bytes:
    """A page without its id, its guest and its settings."""
    return encode(replace(page, id="", guest=None, manifest=replace(page.manifest, settings=())))


def _words(page: Answer) -> set[tuple[str, str, int, int, str]]:
    """Every quote with its place and hash, as bytes."""
    spans = ((each.quote.text, each.quote.span) for each in page.statements())
    return {(text, span.rendition_id, span.start, span.end, span.sha256) for text, span in spans}


def _first_rows(page: Answer) -> int:
    """Rows that stand on the page before anything is opened."""
    return len(page.actions) + sum(len(group.statements) for group in page.research)


def _in_order(page: Answer) -> bool:
    """Whether the chosen rows of the actions, and of each group of research, stand first and in the plan's order."""
    assert page.guest is not None
    place = {name: at for at, name in enumerate(page.guest.chosen)}
    tables = [[[row.statement.id, *(each.id for each in row.also)] for row in page.actions]]
    tables += [[[each.id] for each in group.statements] for group in page.research]
    for table in tables:
        places = [min((place[name] for name in row if name in place), default=len(place)) for row in table]
        if places != sorted(places):
            return False
    return True
