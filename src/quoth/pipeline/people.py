"""Accounts: who they are, what they may do, and how they come and go. Every change leaves a line in the audit trail."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from quoth.errors import BadInput, NotFound
from quoth.model import Account, ApiToken, Invitation, Office, Session
from quoth.passwords import hash_password, hash_secret, new_secret
from quoth.pipeline.auditing import COMMAND_LINE, QUOTH, note, recorded, stamp
from quoth.pipeline.parts import Parts

__all__ = [
    "Forgotten",
    "account",
    "account_by_name",
    "accounts",
    "add_account",
    "change_account",
    "delete_account",
    "invitation",
    "invite",
    "keep_to_retention",
    "redeem",
]

INVITATION_DAYS = 7
_NAME_CHARS = 64
_SHOWN_CHARS = 120


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much was forgotten because its time was over."""

    answers: int
    ended: int
    """Sessions, links, tokens, reports and threads."""
    accounts: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.answers + self.ended + self.accounts


def accounts(parts: Parts) -> tuple[Account, ...]:
    """Everybody, by name."""
    return tuple(sorted(parts.store.items(Account), key=lambda one: one.name))


def account(account_id: str, parts: Parts) -> Account:
    """One account by its id. Raises NotFound."""
    found = parts.store.item(Account, account_id)
    if found is None:
        raise NotFound("There is no such account here. It may have been deleted.")
    return found


def account_by_name(name: str, parts: Parts) -> Account:
    """One account by the name that is typed to sign in. Raises NotFound."""
    found = parts.store.items(Account, about=name.strip().lower())
    if not found:
        raise NotFound(f"There is no account {name!r} here. `quoth user list` shows all.")
    return found[0]


def add_account(
    name: str,
    parts: Parts,
    *,
    by: Account | str = COMMAND_LINE,
    shown_name: str = "",
    offices: Iterable[Office] = (Office.READER,),
    password: str = "",
    subject: str = "",
) -> Account:
    """A new account. Without a password nobody can sign in by one.

    Raises:
        BadInput: the name is taken or no name, or the password is too weak.
    """
    wanted, shown = _name(name), _shown(shown_name or name)
    hashed = hash_password(password, name=wanted) if password else ""
    now = stamp(parts)
    made = Account(parts.new_id(), wanted, shown, _offices(offices), hashed, subject, now, now)
    with recorded(parts):
        if parts.store.items(Account, about=wanted):
            raise BadInput(f"The name {wanted!r} is taken. Choose another one.")
        parts.store.put_item(made)
        note(parts, by, "made an account", made.id, offices=_told(made.offices))
    return made


def change_account(
    account_id: str,
    parts: Parts,
    *,
    by: Account | str = COMMAND_LINE,
    offices: Iterable[Office] | None = None,
    active: bool | None = None,
    shown_name: str | None = None,
    password: str | None = None,
) -> Account:
    """An account changed. Whoever loses an office, the password or the account is signed out everywhere.

    Raises:
        NotFound: no such account.
        BadInput: it is the last administrator that is left, or the password is too weak.
    """
    hashed = None if password is None else hash_password(password, name=account(account_id, parts).name)
    with recorded(parts):
        held = account(account_id, parts)
        changed = replace(
            held,
            offices=held.offices if offices is None else _offices(offices),
            active=held.active if active is None else active,
            shown_name=held.shown_name if shown_name is None else _shown(shown_name),
            password_hash=held.password_hash if hashed is None else hashed,
        )
        _keep_an_administrator(held, changed, parts)
        parts.store.put_item(changed)
        if (changed.offices, changed.active, changed.password_hash) != (held.offices, held.active, held.password_hash):
            _sign_out_everywhere(account_id, parts)
        what = {"offices": _told(changed.offices), "active": "yes" if changed.active else "no"}
        note(parts, by, "changed an account", account_id, **what, password="new" if hashed else "kept")
    return changed


def delete_account(account_id: str, parts: Parts, *, by: Account | str = COMMAND_LINE) -> None:
    """Forget an account with its sessions and tokens. What it signed stays signed, under the name it went by.

    Raises:
        NotFound: no such account.
        BadInput: it is the last administrator that is left.
    """
    with recorded(parts):
        held = account(account_id, parts)
        _keep_an_administrator(held, None, parts)
        _forget(held, parts)
        note(parts, by, "deleted an account", account_id)


def invite(
    parts: Parts,
    *,
    by: Account | str = COMMAND_LINE,
    offices: Iterable[Office] = (Office.READER,),
    shown_name: str = "",
    account_id: str = "",
) -> tuple[Invitation, str]:
    """A link's secret that makes one account, or gives an account a new password, once and within a week.

    The secret is told now and never again.
    """
    if account_id:
        account(account_id, parts)
    secret = new_secret()
    ends = f"{parts.now() + timedelta(days=INVITATION_DAYS):%Y-%m-%dT%H:%M:%SZ}"
    who = by if isinstance(by, str) else by.id
    made = Invitation(
        hash_secret(secret), _offices(offices), _shown(shown_name or "-"), who, stamp(parts), ends, account_id
    )
    with recorded(parts):
        parts.store.put_item(made)
        note(parts, by, "invited somebody", account_id, offices=_told(made.offices))
    return made, secret


def invitation(secret: str, parts: Parts) -> Invitation:
    """The invitation that a link opens. Raises NotFound."""
    held = parts.store.item(Invitation, hash_secret(secret))
    if held is None or held.ends_at <= stamp(parts):
        raise NotFound("This invitation was used already, or its time is over. Ask for a new one.")
    return held


def redeem(secret: str, parts: Parts, *, name: str, shown_name: str, password: str) -> Account:
    """The account that an invitation makes. The link is used up. Raises NotFound, BadInput."""
    held = invitation(secret, parts)
    if held.account_id:
        with recorded(parts):
            _use_up(held, parts)
            return change_account(held.account_id, parts, by=held.account_id, password=password)
    with recorded(parts):
        _use_up(held, parts)
        return add_account(name, parts, by=held.made_by, shown_name=shown_name, offices=held.offices, password=password)


def keep_to_retention(parts: Parts) -> Forgotten:
    """Forget what has ended: answers, threads, sessions, links, tokens, reports, and accounts unused for too long."""
    days, unused = parts.settings.accounts_kept_days, 0
    with recorded(parts):
        oldest = parts.now().date() - timedelta(days=parts.settings.answers_kept_days)
        answers = parts.store.delete_answers(before=oldest)
        ended = parts.store.delete_ended_items(stamp(parts))
        if days > 0:
            limit = f"{parts.now() - timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}"
            for one in parts.store.items(Account):
                if max(one.seen_at, one.made_at) < limit and not _is_last_administrator(one, parts):
                    _forget(one, parts)
                    note(parts, QUOTH, "deleted an account", one.id, because="unused")
                    unused += 1
    return Forgotten(answers, ended, unused)


def _use_up(held: Invitation, parts: Parts) -> None:
    """Take the link out, in the transaction that uses it: of two at once, one finds it gone."""
    if parts.store.item(Invitation, held.id) is None:
        raise NotFound("This invitation was used already. Ask for a new one.")
    parts.store.delete_item(Invitation, held.id)


def _forget(held: Account, parts: Parts) -> None:
    _sign_out_everywhere(held.id, parts)
    for token in parts.store.items(ApiToken, about=held.id):
        parts.store.delete_item(ApiToken, token.id)
    parts.store.delete_item(Account, held.id)


def _sign_out_everywhere(account_id: str, parts: Parts) -> None:
    for session in parts.store.items(Session, about=account_id):
        parts.store.delete_item(Session, session.id)


def _keep_an_administrator(held: Account, changed: Account | None, parts: Parts) -> None:
    stays = changed is not None and changed.holds(Office.ADMINISTRATOR)
    if not stays and _is_last_administrator(held, parts):
        raise BadInput(f"{held.shown_name} is the last administrator here. Make somebody else an administrator first.")


def _is_last_administrator(held: Account, parts: Parts) -> bool:
    others = [one for one in parts.store.items(Account) if one.id != held.id and one.holds(Office.ADMINISTRATOR)]
    return held.holds(Office.ADMINISTRATOR) and not others


def _name(name: str) -> str:
    wanted = name.strip().lower()
    if not 1 <= len(wanted) <= _NAME_CHARS or not wanted.isprintable() or any(c.isspace() for c in wanted):
        raise BadInput(f"A name to sign in with has 1 to {_NAME_CHARS} characters and no blanks, such as “a.editor”.")
    return wanted


def _shown(name: str) -> str:
    shown = " ".join(name.split())
    if not 1 <= len(shown) <= _SHOWN_CHARS or not shown.isprintable():
        raise BadInput(f"A name to sign under has 1 to {_SHOWN_CHARS} characters, such as “Dr A. Editor”.")
    return shown


def _offices(offices: Iterable[Office]) -> tuple[Office, ...]:
    held = set(offices)
    return tuple(office for office in Office if office in held) or (Office.READER,)


def _told(offices: Sequence[Office]) -> str:
    return ", ".join(office.value for office in offices)
