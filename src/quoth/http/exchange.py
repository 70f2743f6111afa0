"""What is asked and answered, and what the head of an answer says: whether to ask again, when, and why, in words."""

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

__all__ = ["AGAIN", "REDIRECTS", "Reply", "Request", "Stream", "is_number", "retry_after_s", "starts_at", "words_of"]

AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses after which asking again may help."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WORDS = {
    400: "it does not understand the request",
    401: "it asks who we are",
    403: "it refuses the request",
    404: "there is nothing at this address",
    410: "what was there has gone",
    414: "the request is too long",
    429: "it limits how often it may be asked",
}
_RETRY_AFTER_MAX_S = 30.0


# Not str.isdigit: it also takes "²", which no int() reads.
_NUMBER = re.compile(r"[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked. With `form` or `content` it is a POST, which follows no redirect."""

    url: str
    params: Mapping[str, str] | None = None
    form: Mapping[str, str] | None = None
    content: bytes | None = None
    headers: Mapping[str, str] | None = None
    accept: tuple[int, ...] = ()
    """Statuses beyond 200 to 299 that are an answer and no failure, such as 404."""


@dataclass(frozen=True, slots=True)
class Stream:
    """An answer that is still coming. `pieces` are its bytes, unpacked and bounded, as they arrive."""

    media_type: str
    pieces: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `url` is where it came from in the end; it may hold a query and is for links, never for a log."""

    status: int
    body: bytes
    media_type: str
    headers: Mapping[str, str]
    url: str


def words_of(status: int) -> str:
    """Why an answer with this status is of no use."""
    return _WORDS.get(status, f"it answers with status {status}")


def is_number(value: str) -> bool:
    """Whether a field holds a plain number."""
    return _NUMBER.fullmatch(value) is not None


def retry_after_s(value: str) -> float | None:
    """Seconds to wait, from a number or a date; never longer than half a minute."""
    if is_number(value.strip()):
        return min(float(value), _RETRY_AFTER_MAX_S)
    try:
        ahead = parsedate_to_datetime(value).timestamp() - time.time()
    except (ValueError, TypeError, IndexError):
        return None
    return min(max(ahead, 0.0), _RETRY_AFTER_MAX_S)


def starts_at(content_range: str, have: int) -> bool:
    """Whether a part of a file begins where the part that is there ends."""
    return content_range.strip().lower().startswith(f"bytes {have}-")
