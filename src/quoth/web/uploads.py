"""What a browser sends, on disk under names of ours: a sender's name is shown as text and never used as a path."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.datastructures import UploadFile

__all__ = ["folder_of_uploads", "keep_upload", "named_as_sent"]

_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")
_COPY_BYTES = 1 << 20
_NAME_LETTERS = 200


@contextmanager
def folder_of_uploads() -> Iterator[Path]:
    """A new folder for what was sent, which whoever takes it on removes; it is gone if what is done here fails."""
    folder = Path(tempfile.mkdtemp(prefix="quoth-upload-"))
    try:
        yield folder
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def named_as_sent(file: UploadFile) -> str:
    """The sender's name for a file, for show."""
    return (file.filename or "")[:_NAME_LETTERS]


def keep_upload(file: UploadFile, folder: Path) -> Path:
    """The file in a folder, copied piece by piece; its ending is kept, which helps where the content leaves a doubt."""
    path = folder / _safe_name(named_as_sent(file))
    with path.open("wb") as out:
        while part := file.file.read(_COPY_BYTES):
            out.write(part)
    return path


def _safe_name(name: str) -> str:
    """Letters, digits and full stops of a name."""
    plain = _PLAIN.sub("-", Path(name.replace("\\", "/")).name).strip(".-")
    return plain[-80:] or "file"
