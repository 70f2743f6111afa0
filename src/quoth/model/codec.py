"""Nouns to JSON bytes and back, strictly: a wrong key or type is an error that names its place."""

from typing import Any, TypeVar

import msgspec

from quoth.errors import BadStoredData

__all__ = ["decode", "encode", "to_builtins"]

T = TypeVar("T")


def encode(noun: object) -> bytes:
    """UTF-8 JSON of any noun, keys in field order, so that equal nouns give equal bytes."""
    return msgspec.json.encode(noun)


def decode(data: bytes, noun_type: type[T]) -> T:
    """The noun that `encode` wrote.

    Raises:
        BadStoredData: the bytes are not JSON of this type.
    """
    try:
        return msgspec.json.decode(data, type=noun_type)
    except (msgspec.DecodeError, msgspec.ValidationError) as fault:
        raise BadStoredData(noun_type.__name__, str(fault)) from fault


def to_builtins(noun: object) -> Any:  # noqa: ANN401 - JSON's own types
    """The noun as dictionaries, lists, strings and numbers, for `--json` and templates."""
    return msgspec.to_builtins(noun)
