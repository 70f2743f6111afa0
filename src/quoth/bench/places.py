"""Where the experiments, their results and the real data lie."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Places", "find_places"]


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of one checkout. `data` lies outside of it: real files never enter the repository."""

    repository: Path
    bench: Path
    data: Path

    @property
    def experiments(self) -> Path:
        """One YAML file an experiment."""
        return self.bench / "experiments"

    @property
    def results(self) -> Path:
        """One JSON file an experiment: its last run."""
        return self.bench / "results"

    @property
    def page(self) -> Path:
        """All last runs for a reader, generated."""
        return self.bench / "RESULTS.md"

    def missing(self, needs: Sequence[str]) -> tuple[str, ...]:
        """Those of the needed files and folders that are not there."""
        return tuple(name for name in needs if not (self.data / name).exists())


def find_places(bench: Path | None = None, environ: Mapping[str, str] = os.environ) -> Places:
    """The places of this checkout, or of another one by its bench folder; QUOTH_DATA moves the data."""
    folder = (bench or Path(__file__).resolve().parents[3] / "bench").resolve()
    repository = folder.parent
    data = environ.get("QUOTH_DATA")
    return Places(repository, folder, (Path(data) if data else repository.parent / "shared" / "data").resolve())
