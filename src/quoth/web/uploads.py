"""What a browser sends, on disk under names of ours: a sender's name is shown as text and never used as a path."""

import re
from pathlib import Path

from starlette.datastructures import UploadFile

__all__ = ["keep_upload", "named_as_sent"]

_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")
_COPY_BYTES = 1 << 20
_NAME_LETTERS = 200


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
