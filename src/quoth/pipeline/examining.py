"""Whether an installation is in order: what holds, said in lines, without asking anybody."""

import os
from pathlib import Path

from quoth.pipeline.loading import retractions_as_of
from quoth.pipeline.parts import Parts

__all__ = ["examine"]


def examine(parts: Parts) -> tuple[tuple[str, str], ...]:
    """(what was looked at, what was found), in the order in which a person would ask."""
    counts = parts.store.counts()
    fits = parts.index.stamp() == parts.store.snapshot()
    as_of = retractions_as_of(parts)
    unfinished = [state.name for state in parts.store.file_states() if not state.done]
    on = [source.title for source in parts.live.on()] if parts.live else []
    return (
        ("library", f"{counts.records:,} records, {counts.passages:,} passages, snapshot {parts.store.snapshot()}"),
        ("search index", f"{len(parts.index):,} units, " + ("up to date" if fits else "behind: quoth index rebuild")),
        ("who can read it", _who_can_read(parts.settings.folder)),
        ("files not read to their end", ", ".join(unfinished) or "none"),
        ("list of retractions", f"as of {as_of.isoformat()}" if as_of else "none loaded: quoth fetch retractions"),
        ("sources switched on", ", ".join(on) or "none: nothing leaves this machine"),
    )


def _who_can_read(home: Path) -> str:
    """Whether somebody else on this machine can look into the library's folder: it holds questions and accounts."""
    if os.name != "posix" or not home.is_dir():
        return "not looked at here"
    if home.stat().st_mode & 0o077:
        return f"others on this machine too: chmod 700 {home}"
    return "whoever owns its folder, alone"
