"""Benchmarks as data: experiments are run, held against what is expected, and written down."""

from quoth.bench.expectation import Better, Expectation, Judged, Status, judge
from quoth.bench.experiment import Experiment, load_experiments, pick
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.places import Places, find_places
from quoth.bench.results import Result, render_results
from quoth.bench.runner import Report, check, run

__all__ = [
    "Better",
    "Expectation",
    "Experiment",
    "Judged",
    "Measured",
    "Measurement",
    "Places",
    "Report",
    "Result",
    "Status",
    "check",
    "find_places",
    "judge",
    "load_experiments",
    "pick",
    "render_results",
    "run",
]
