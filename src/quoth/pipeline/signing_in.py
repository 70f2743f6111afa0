"""Signing in and out, and the tokens of programs. A secret is told once and stored as its hash."""

from dataclasses import replace
from datetime import timedelta

from quoth.errors import BadInput, NotAllowed, NotFound, NotSignedIn
from quoth.identity import Identity
from quoth.model import Account, ApiToken, Session
from quoth.passwords import fits, hash_password, hash_secret, needs_new_hash, new_secret
from quoth.pipeline.auditing import COMMAND_LINE, QUOTH, note, recorded, stamp
from quoth.pipeline.parts import Parts
from quoth.pipeline.people import add_account

__all__ = [
    "account_of_session",
    "account_of_token",
    "change_password",
    "drop_token",
    "make_token",
    "sign_in",
    "sign_in_as",
    "sign_in_by",
    "sign_out",
    "tokens_of",
]

_TOKEN_PREFIX = "quoth_"  # noqa: S105 - a prefix by which leaked tokens are found
_MOST_TOKENS = 20


def sign_in(name: str, password: str, parts: Parts) -> tuple[Account, str]:
    """The account and a new session's secret. Takes as long for a wrong name as for a wrong password.

    Raises:
        NotSignedIn: name and password do not fit, or the account is closed.
    """
    found = parts.store.items(Account, about=name.strip().lower())
    held = found[0] if found else None
    right = fits(password, held.password_hash if held else "")
    if held is None or not right or not held.active:
        if held is not None:
            with recorded(parts):
                note(parts, held, "failed to sign in", held.id)
        raise NotSignedIn(
            "Name and password do not fit, or the account is closed. Ask an administrator for a new link."
        )
    if needs_new_hash(held.password_hash):
        held = replace(held, password_hash=hash_password(password))
    return sign_in_as(held, parts)


def sign_in_as(held: Account, parts: Parts) -> tuple[Account, str]:
    """A new session for somebody whose identity is established. Its secret is new each time."""
    secret, now = new_secret(), stamp(parts)
    ends = f"{parts.now() + timedelta(hours=parts.settings.session_hours):%Y-%m-%dT%H:%M:%SZ}"
    seen = replace(held, seen_at=now)
    with recorded(parts):
        parts.store.put_item(seen)
        parts.store.put_item(Session(hash_secret(secret), held.id, now, ends))
        note(parts, held, "signed in", held.id)
    return seen, secret


def sign_in_by(identity: Identity, parts: Parts) -> tuple[Account, str]:
    """The account of somebody whom another provider vouches for, made when it is their first time, and a session.

    Raises:
        NotSignedIn: they are new here and new people are kept out, or their account is closed.
    """
    held = next((one for one in parts.store.items(Account) if one.subject == identity.subject), None)
    if held is None and not parts.settings.oidc_new_accounts:
        raise NotSignedIn("There is no account for you here. Ask an administrator to let you in.")
    if held is None:
        held = add_account(
            _free_name(identity.name, parts),
            parts,
            by=QUOTH,
            shown_name="".join(c for c in identity.shown_name if c.isprintable())[:120].strip() or "Somebody",
            subject=identity.subject,
        )
    if not held.active:
        raise NotSignedIn("This account is closed. Ask an administrator.")
    return sign_in_as(held, parts)


def account_of_session(secret: str, parts: Parts) -> Account | None:
    """Who a session belongs to, while it lasts and its account is open."""
    session = parts.store.item(Session, hash_secret(secret)) if secret else None
    if session is None or session.ends_at <= stamp(parts):
        return None
    held = parts.store.item(Account, session.account_id)
    return held if held is not None and held.active else None


def sign_out(secret: str, parts: Parts) -> None:
    """End a session; one that has ended is no fault."""
    session = parts.store.item(Session, hash_secret(secret)) if secret else None
    if session is not None:
        with recorded(parts):
            parts.store.delete_item(Session, session.id)
            note(parts, session.account_id, "signed out", session.account_id)


def change_password(held: Account, old: str, new: str, parts: Parts) -> str:
    """A new password by somebody who knows the old one. Every session ends; the secret of a new one comes back.

    Raises:
        NotAllowed: the old password is wrong.
        BadInput: the new one is too weak.
    """
    if not fits(old, held.password_hash):
        raise NotAllowed("The old password is not right. Nothing was changed.")
    hashed = hash_password(new, name=held.name)
    with recorded(parts):
        changed = replace(held, password_hash=hashed)
        for session in parts.store.items(Session, about=held.id):
            parts.store.delete_item(Session, session.id)
        parts.store.put_item(changed)
        note(parts, held, "changed the password", held.id)
        return sign_in_as(changed, parts)[1]


def tokens_of(held: Account, parts: Parts) -> tuple[ApiToken, ...]:
    """The tokens of an account, newest first."""
    return tuple(sorted(parts.store.items(ApiToken, about=held.id), key=lambda one: one.made_at, reverse=True))


def make_token(
    held: Account, label: str, parts: Parts, *, days: int = 0, by: Account | str = COMMAND_LINE
) -> tuple[ApiToken, str]:
    """A token by which a program acts for an account; its secret is told now and never again. Raises BadInput."""
    said = " ".join(label.split())[:80]
    if not said:
        raise BadInput("A token needs a label that says what it is for, such as “nightly export”.")
    if len(parts.store.items(ApiToken, about=held.id)) >= _MOST_TOKENS:
        raise BadInput(f"There are {_MOST_TOKENS} tokens already. Take one back first.")
    secret = _TOKEN_PREFIX + new_secret()
    ends = f"{parts.now() + timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}" if days > 0 else ""
    made = ApiToken(hash_secret(secret), held.id, said, stamp(parts), ends)
    with recorded(parts):
        parts.store.put_item(made)
        note(parts, by, "made a token", held.id)
    return made, secret


def drop_token(held: Account, token_id: str, parts: Parts, *, by: Account | str = COMMAND_LINE) -> None:
    """Take one of an account's own tokens back. Raises NotFound for anybody else's."""
    token = parts.store.item(ApiToken, token_id)
    if token is None or token.account_id != held.id:
        raise NotFound("There is no such token among yours.")
    with recorded(parts):
        parts.store.delete_item(ApiToken, token_id)
        note(parts, by, "took a token back", held.id)


def account_of_token(secret: str, parts: Parts) -> Account | None:
    """Who a token acts for, while it lasts and its account is open."""
    token = parts.store.item(ApiToken, hash_secret(secret)) if secret.startswith(_TOKEN_PREFIX) else None
    if token is None or (token.ends_at and token.ends_at <= stamp(parts)):
        return None
    held = parts.store.item(Account, token.account_id)
    return held if held is not None and held.active else None


def _free_name(wanted: str, parts: Parts) -> str:
    """A name to sign in with that nobody has, as near as can be to what somebody is called elsewhere."""
    name = "".join(c for c in wanted.strip().lower() if c.isprintable() and not c.isspace())[:56] or "somebody"
    number, free = 2, name
    while parts.store.items(Account, about=free):
        number, free = number + 1, f"{name}-{number}"
    return free
