"""Experiments are read strictly, run one after the other, and written down."""

import importlib
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from quoth.bench import (
    Expectation,
    Experiment,
    Measured,
    Measurement,
    Places,
    Report,
    Result,
    check,
    find_places,
    load_experiments,
    pick,
    render_results,
    run,
)
from quoth.bench.measures import MEASURES, Bench
from quoth.bench.results import kept_results
from quoth.errors import BadFile, BadInput, MissingExtra


@dataclass
class Takes:
    """What the fake measure can be told."""

    wanted: int = 0


class FakeMeasure:
    """Stands in for a measure's module: hands back what the test put in."""

    Parameters = Takes

    def __init__(self) -> None:
        self.figures = [Measurement("share", 0.5, 0.4, 0.6, 20)]
        self.missing_extra = False

    def measure(self, parameters: Takes, bench: Bench) -> Measured:
        """The figures of the test."""
        bench.say(f"measuring {parameters.wanted}")
        if self.missing_extra:
            raise MissingExtra("This measure", "bench")
        return Measured(tuple(self.figures), ("taken on nothing",))


TABLE = {"fake": "fake_measure"}


@pytest.fixture(autouse=True)
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeMeasure:
    """The fake measure, under the name that the table gives it."""
    stand_in = FakeMeasure()
    monkeypatch.setitem(sys.modules, "fake_measure", stand_in)  # type: ignore[arg-type]
    return stand_in


def _places(tmp_path: Path) -> Places:
    return Places(tmp_path, tmp_path / "bench", tmp_path / "data")


def _write(tmp_path: Path, name: str = "one", *, needs: Sequence[str] = (), more: str = "") -> None:
    folder = tmp_path / "bench" / "experiments"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(
        f"name: {name}\nshows: What it shows.\nmeasure: fake\nneeds: {list(needs)}\nseed: 7\n{more}"
        "figures:\n- {name: share, what: share that holds, expected: 0.5, tolerance: 0.01}\n"
    )


def _run(tmp_path: Path, *, go_on: bool = False) -> tuple[Report, ...]:
    places = _places(tmp_path)
    experiments = load_experiments(places.experiments)
    return run(experiments, experiments, places, go_on=go_on, say=lambda _: None, table=TABLE)


def test_a_run_is_kept_and_shown_with_its_interval_seed_and_machine(tmp_path: Path) -> None:
    """A result says what was measured, against what, when and on what, so that it can be rerun."""
    _write(tmp_path)

    _run(tmp_path)

    page = (tmp_path / "bench" / "RESULTS.md").read_text()
    assert "| share that holds | 0.500 [0.400 to 0.600], n 20 | 0.500 ± 0.010 | holds |" in page
    assert "seed 7" in page
    assert "processor(s)" in page
    assert "Python 3." in page
    assert "- taken on nothing" in page


def test_a_result_names_no_folder_and_no_host(tmp_path: Path) -> None:
    """Results are published: they must not tell where they were made."""
    _write(tmp_path)

    _run(tmp_path)

    written = (tmp_path / "bench" / "RESULTS.md").read_text() + (
        tmp_path / "bench" / "results" / "one.json"
    ).read_text()
    assert str(tmp_path) not in written
    assert socket.gethostname() not in written


def test_running_one_experiment_leaves_the_other_results_on_the_page(tmp_path: Path, fake: FakeMeasure) -> None:
    """The page is made from all kept runs, not from the last command."""
    _write(tmp_path, "one")
    _write(tmp_path, "two")
    _run(tmp_path)
    places = _places(tmp_path)
    experiments = load_experiments(places.experiments)
    fake.figures = [Measurement("share", 0.25)]

    run(pick(experiments, ["two"]), experiments, places, go_on=False, say=lambda _: None, table=TABLE)

    page = places.page.read_text()
    assert "| 0.500 [0.400 to 0.600], n 20 |" in page
    assert "| 0.250 | 0.500 ± 0.010 | drifted |" in page


def test_a_figure_over_nothing_is_not_measured_and_the_page_can_be_made_again(
    tmp_path: Path, fake: FakeMeasure
) -> None:
    """JSON has no "not a number": one run on an empty sample kept every later run from being shown."""
    _write(tmp_path)
    fake.figures = [Measurement("share", float("nan"), n=0)]

    _run(tmp_path)
    _run(tmp_path)

    assert () == kept_results(_places(tmp_path).results)["one"].measured.figures
    assert "not measured" in (tmp_path / "bench" / "RESULTS.md").read_text()


def test_a_check_tells_drift_and_writes_nothing(tmp_path: Path, fake: FakeMeasure) -> None:
    """A check that rewrote its yardstick would always pass the second time."""
    _write(tmp_path)
    fake.figures = [Measurement("share", 0.3)]
    places = _places(tmp_path)

    report = check(load_experiments(places.experiments), places, go_on=False, say=lambda _: None, table=TABLE)[0]

    assert [row.name for row in report.failed] == ["share"]
    assert not places.page.exists()
    assert kept_results(places.results) == {}


def test_missing_data_stops_with_its_name_and_what_to_do(tmp_path: Path) -> None:
    """Whoever has no data is told which file is missing and how to say where it lies."""
    _write(tmp_path, needs=["scifact/corpus.jsonl.gz"])

    with pytest.raises(BadFile, match=r"scifact/corpus.jsonl.gz .*QUOTH_DATA") as caught:
        _run(tmp_path)

    assert caught.value.exit_code == 3


def test_a_run_of_everything_skips_what_has_no_data_and_says_so(tmp_path: Path) -> None:
    """One missing file does not keep the other figures from being measured."""
    _write(tmp_path, "one", needs=["nowhere"])
    _write(tmp_path, "two")

    first, second = _run(tmp_path, go_on=True)

    assert "nowhere" in first.skipped
    assert second.result is not None
    assert "Not run yet." in (tmp_path / "bench" / "RESULTS.md").read_text()


def test_a_run_of_everything_skips_what_lacks_a_package(tmp_path: Path, fake: FakeMeasure) -> None:
    """The bench extra is an extra: without it the rest still runs."""
    _write(tmp_path)
    fake.missing_extra = True

    assert "quoth[bench]" in _run(tmp_path, go_on=True)[0].skipped
    with pytest.raises(MissingExtra):
        _run(tmp_path)


def test_an_unknown_experiment_gets_the_one_that_was_meant(tmp_path: Path) -> None:
    """A typing error is answered with the name that is near, and where the others are."""
    _write(tmp_path, "answers")

    with pytest.raises(BadInput, match=r"'answrs' does not exist\. Did you mean 'answers'\? `quoth bench list`"):
        pick(load_experiments(tmp_path / "bench" / "experiments"), ["answrs"])


def test_a_fault_in_an_experiment_is_told_with_its_place(tmp_path: Path) -> None:
    """A field typed wrong is an error, never a figure that silently has no bar."""
    _write(tmp_path, more="figurs: []\n")

    with pytest.raises(BadFile, match=r"figurs.*one.yaml"):
        load_experiments(tmp_path / "bench" / "experiments")


def test_a_parameter_that_the_measure_does_not_take_is_refused(tmp_path: Path) -> None:
    """A parameter of the wrong kind is told before anything is measured."""
    _write(tmp_path, more="parameters: {wanted: many}\n")

    with pytest.raises(BadFile, match=r"'one'.*wanted"):
        _run(tmp_path)


def test_a_cell_of_the_page_cannot_break_the_table() -> None:
    """Notes hold words of sources: pipes and tags in them stay words."""
    experiment = Experiment("x", "s", "fake", (Expectation("f", "a | b <script>"),))
    result = Result("x", Measured((Measurement("f", 1.0),)), 1.0, "abc", "2026-11-23", "a machine", 1)

    assert "a \\| b &lt;script>" in render_results((experiment,), {"x": result})


def test_every_experiment_of_the_repository_names_a_measure_and_takes_its_parameters() -> None:
    """`quoth bench run --all` never stops on an experiment that is written wrongly."""
    pytest.importorskip("numpy", reason="numpy comes with the bench extra")
    for experiment in load_experiments(find_places().experiments):
        module = importlib.import_module(MEASURES[experiment.measure])
        msgspec.convert(experiment.parameters, module.Parameters)


def test_an_experiment_with_an_encoder_is_skipped_where_none_is_named(tmp_path: Path, fake: FakeMeasure) -> None:
    """`bench run --all` goes on, and says which variable to set; with a folder the measure is told to use it."""
    _write(tmp_path, more="encoder: true\n")
    seen: list[Bench] = []
    measured = fake.measure
    fake.measure = lambda parameters, bench: (seen.append(bench), measured(parameters, bench))[1]  # type: ignore[method-assign]
    experiments = load_experiments(tmp_path / "bench" / "experiments")

    skipped = _run(tmp_path, go_on=True)[0]
    assert skipped.result is None
    assert "QUOTH_BENCH_ENCODER" in skipped.skipped
    with pytest.raises(BadFile, match="an encoder"):
        _run(tmp_path)

    (tmp_path / "minilm").mkdir()
    places = find_places(tmp_path / "bench", {"QUOTH_BENCH_ENCODER": str(tmp_path / "minilm")})
    report = run(experiments, experiments, places, go_on=False, say=lambda _: None, table=TABLE)[0]
    assert report.result is not None
    assert seen[0].with_encoder
    assert places.vectors == tmp_path / "minilm" / "bench-vectors"
