"""Zip archives among the files to be taken in: unpacked while they are read, and told of as one file each."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from quoth.errors import BadFile
from quoth.model import Refusal
from quoth.pipeline.file_reports import FileReport, as_one
from quoth.sources import DocumentFacts, Limits, holds_files, unzip
from quoth.text.writable import writable

__all__ = ["OpenedArchives", "opened_archives"]


@dataclass(frozen=True, slots=True)
class _Archive:
    """A file as it was named, and the files that stand for it: itself, or those of the archive that it is."""

    file: Path
    inside: tuple[tuple[str, Path], ...] = ()
    fault: BadFile | None = None
    is_archive: bool = False


@dataclass(frozen=True, slots=True)
class OpenedArchives:
    """The files that were named, with archives opened."""

    named: tuple[_Archive, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """What is to be read, in order."""
        return tuple(file for one in self.named for _, file in one.inside)

    def told(self, reports: Sequence[FileReport]) -> list[FileReport]:
        """Reports on `files`, in their order, as one report on each file that was named."""
        coming, told = iter(reports), []
        for one in self.named:
            shown = writable(str(one.file))
            if one.fault is not None:
                refusal = Refusal(writable(one.file.name), "the whole file", str(one.fault), fatal=True)
                told.append(FileReport(shown, status="refused", refused=1, refusals=[refusal]))
            elif one.is_archive:
                told.append(as_one(shown, [(writable(name), next(coming)) for name, _ in one.inside]))
            else:
                told.append(next(coming))
        return told


@contextmanager
def opened_archives(files: Sequence[Path], limits: Limits, facts: DocumentFacts) -> Iterator[OpenedArchives]:
    """The files with each zip archive unpacked beside it; what was unpacked is gone afterwards.

    Args:
        files: as they were named.
        limits: how much an honest archive may unpack to.
        facts: about one document; an archive of several is refused where they name a title.
    """
    if not any(map(holds_files, files)):
        yield OpenedArchives(tuple(_Archive(file, (("", file),)) for file in files))
        return
    with TemporaryDirectory(prefix="quoth-unpacked-") as folder:
        yield OpenedArchives(
            tuple(_opened(file, Path(folder) / str(number), limits, facts) for number, file in enumerate(files))
        )


def _opened(file: Path, into: Path, limits: Limits, facts: DocumentFacts) -> _Archive:
    if not holds_files(file):
        return _Archive(file, (("", file),))
    try:
        inside = tuple(unzip(file, into, limits))
        if facts.title and len(inside) > 1:
            raise BadFile(f"One title was given for the {len(inside)} files in {file.name!r}. Take them in one by one.")
    except BadFile as fault:
        return _Archive(file, fault=fault, is_archive=True)
    return _Archive(file, inside, is_archive=True)
