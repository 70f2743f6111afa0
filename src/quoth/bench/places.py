"""Where the experiments, their results and the real data lie."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ENCODER_VARIABLE", "Places", "find_places"]

ENCODER_VARIABLE = "QUOTH_BENCH_ENCODER"


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of one checkout. `data` lies outside of it: real files never enter the repository."""

    repository: Path
    bench: Path
    data: Path
    encoder: Path | None = None
    """Folder of an encoder, for the experiments that measure search with one; none is part of the repository."""

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

    @property
    def vectors(self) -> Path | None:
        """Where vectors are kept between experiments: beside the encoder that made them."""
        return self.encoder / "bench-vectors" if self.encoder else None

    def missing(self, needs: Sequence[str], *, encoder: bool = False) -> tuple[str, ...]:
        """Those of the needed files and folders that are not there, and the encoder if one is needed."""
        lacks = encoder and (self.encoder is None or not self.encoder.is_dir())
        files = [name for name in needs if not (self.data / name).exists()]
        return (*files, *([f"an encoder ({ENCODER_VARIABLE})"] if lacks else []))


def find_places(bench: Path | None = None, environ: Mapping[str, str] = os.environ) -> Places:
    """The places of this checkout, or of another one by its bench folder; QUOTH_DATA moves the data.

    QUOTH_BENCH_ENCODER names an encoder's folder.
    """
    folder = (bench or Path(__file__).resolve().parents[3] / "bench").resolve()
    repository = folder.parent
    data = environ.get("QUOTH_DATA")
    encoder = environ.get(ENCODER_VARIABLE)
    return Places(
        repository,
        folder,
        (Path(data) if data else repository.parent / "shared" / "data").resolve(),
        Path(encoder).expanduser().resolve() if encoder else None,
    )
