"""Passwords and secrets: hashed the moment they come in, compared without telling how near they were."""

import hashlib
import secrets
from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from quoth.errors import BadInput

if TYPE_CHECKING:
    from argon2 import PasswordHasher

__all__ = ["LEAST_CHARS", "fits", "hash_password", "hash_secret", "needs_new_hash", "new_secret"]

LEAST_CHARS = 12
_MOST_CHARS = 1_000
_AT_ONCE = BoundedSemaphore(2)
"""Each hash takes 64 MiB: a flood of sign-ins must not take the machine's memory."""


def hash_password(password: str, *, name: str = "") -> str:
    """An Argon2id hash in its own notation.

    Raises:
        BadInput: the password is too short, too long, one letter repeated, or the name.
    """
    if not LEAST_CHARS <= len(password) <= _MOST_CHARS:
        raise BadInput(f"A password has {LEAST_CHARS} to {_MOST_CHARS} characters. Several words make a good one.")
    if len(set(password)) < 5 or (name and password.casefold() in (name.casefold(), name.casefold() * 2)):
        raise BadInput("This password is too easy to guess. Several words that do not belong together make a good one.")
    with _AT_ONCE:
        return _hasher().hash(password)


def fits(password: str, password_hash: str) -> bool:
    """Whether the password is the one. Takes as long where there is none to compare with."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        with _AT_ONCE:
            matched = _hasher().verify(password_hash or _nobodys_hash(), password[:_MOST_CHARS])
    except (VerificationError, InvalidHashError):
        return False
    return matched and bool(password_hash)


def needs_new_hash(password_hash: str) -> bool:
    """Whether the hash was made with weaker parameters than today's."""
    return _hasher().check_needs_rehash(password_hash)


def new_secret() -> str:
    """256 random bits for a cookie, a link or a token."""
    return secrets.token_urlsafe(32)


def hash_secret(secret: str) -> str:
    """What is stored of a random secret: SHA-256 is enough where there is nothing to guess."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobodys_hash() -> str:
    return _hasher().hash(secrets.token_urlsafe(32))
