"""Samples that a person read: places and hashes of what was read, never its words, in one file for each measurement."""

import hashlib
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from quoth.errors import BadFile

__all__ = ["hash_of", "load_sample"]

T = TypeVar("T")


def load_sample(file: Path, kind: type[T]) -> tuple[T, ...]:
    """The items of a sample, in their order: a list, or a list under `items`.

    Raises:
        BadFile: the file is missing, or an item is not of this kind.
    """
    try:
        held = yaml.safe_load(file.read_text(encoding="utf-8"))
        return msgspec.convert(held["items"] if isinstance(held, dict) else held, tuple[kind, ...])  # type: ignore[valid-type]
    except (OSError, KeyError, yaml.YAMLError, msgspec.ValidationError) as fault:
        raise BadFile(f"The sample cannot be read: {fault} ({file.name}). Restore it from the repository.") from fault


def hash_of(words: str) -> str:
    """What stands for words in a sample: the first 16 digits of their SHA-256."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
