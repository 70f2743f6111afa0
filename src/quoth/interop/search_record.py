"""The record of a search, as a review has to report it: where, when, every line with its count, what was found.

Source of what must be said: PRISMA-S, doi:10.1186/s13643-020-01542-z; the counts of its flow diagram: PRISMA 2020,
doi:10.1136/bmj.n71. What this library does not know (other databases, screening) is left to whoever reports.
"""

from collections.abc import Mapping
from datetime import date

from quoth.interop.markdown_text import escape_markdown
from quoth.model import StrategyLine, StrategyRun

__all__ = ["render_search_record"]


def render_search_record(
    run: StrategyRun,
    *,
    on: date,
    version: str,
    library: str,
    name: str = "",
    marked: Mapping[str, int] | None = None,
) -> str:
    """The record as Markdown.

    Args:
        run: what was searched and found.
        on: the day of the search.
        version: of quoth.
        library: what the library holds, in words.
        name: under which the search is saved.
        marked: how many of the found carry which mark (retracted, superseded).
    """
    lines = ["# Record of a search", ""]
    lines += [f"- Search: {escape_markdown(name)}"] if name else []
    lines += [
        f"- Date: {on.isoformat()}",
        f"- Database: a quoth library, {escape_markdown(library)}",
        f"- State of the library: snapshot {run.snapshot}",
        f"- Program: quoth {version}",
        "- Limits: ranked by relevance and cut at the best"
        if run.ranked
        else "- Limits: none but those in the strategy",
        "- Words match in any inflection (plural, -ing, -ed) and in either English spelling; a phrase keeps its order",
        "",
        "## Strategy",
        "",
        "| line | strategy | records |",
        "|---|---|---|",
    ]
    lines += [f"| {line.number} | {escape_markdown(_with_notes(line))} | {line.records:,} |" for line in run.lines]
    lines += [
        "",
        "## Flow",
        "",
        "| step | records |",
        "|---|---|",
        f"| in the library (duplicates were joined when they came in) | {run.in_library:,} |",
        f"| identified by the last line | {len(run.found):,} |",
    ]
    lines += [f"| of these {escape_markdown(mark)} | {count:,} |" for mark, count in (marked or {}).items()]
    lines += ["", "Screening, eligibility and inclusion are for whoever made the search to report.", ""]
    return "\n".join(lines)


def _with_notes(line: StrategyLine) -> str:
    return " ".join([line.text, *(f"({note})" for note in line.notes)])
