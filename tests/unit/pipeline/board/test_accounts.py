"""Signing in, invitations, tokens and how long accounts are kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quoth.errors import BadInput, NotFound, NotSignedIn
from quoth.model import (
    Account,
    ApiToken,
    Office,
    Session,
)
from quoth.pipeline import (
    Parts,
    verify_trail,
)
from quoth.pipeline import people as who
from quoth.pipeline import signing_in as door


# --- accounts --------------------------------------------------------------------------------------------------------
def test_signing_in_makes_a_new_session_each_time_and_stores_no_secret(parts: Parts) -> None:
    """Nobody who reads the database can sign in, and no session is older than its sign-in."""
    who.add_account("a.editor", parts, password="seven green lamps dance")
    _, one = door.sign_in("A.Editor ", "seven green lamps dance", parts)
    held, two = door.sign_in("a.editor", "seven green lamps dance", parts)

    assert one != two
    assert held == door.account_of_session(two, parts)
    stored = repr(parts.store.items(Session)) + repr(parts.store.items(Account))
    assert one not in stored
    assert "seven green" not in stored
    door.sign_out(one, parts)
    assert None is door.account_of_session(one, parts)
    assert held == door.account_of_session(two, parts)


@pytest.mark.parametrize(
    ("name", "password"), [("a.editor", "wrong"), ("nobody", "x" * 20), ("open", ""), ("shut", "k" * 9)]
)
def test_what_does_not_fit_signs_nobody_in(name: str, password: str, parts: Parts) -> None:
    """Wrong name, wrong password, an account without a password, a closed one: one answer for all."""
    who.add_account("a.editor", parts, password="seven green lamps dance")
    who.add_account("open", parts)
    shut = who.add_account("shut", parts, password="seven green lamps dance")
    who.change_account(shut.id, parts, active=False)

    with pytest.raises(NotSignedIn, match="Name and password do not fit"):
        door.sign_in(name, password, parts)
    with pytest.raises(NotSignedIn):
        door.sign_in("shut", "seven green lamps dance", parts)


@pytest.mark.parametrize("password", ["short", "a" * 40, "ab" * 10, "a.long.sign-in-name", "x" * 2000])
def test_weak_passwords_are_refused(password: str, parts: Parts) -> None:
    """Length counts; repetition and one's own name do not."""
    with pytest.raises(BadInput):
        who.add_account("a.long.sign-in-name", parts, password=password)


def test_a_session_ends_with_its_time_its_account_and_its_password(parts: Parts) -> None:
    """Twelve hours, or sooner."""
    held = who.add_account("a", parts, password="seven green lamps dance")
    _, secret = door.sign_in("a", "seven green lamps dance", parts)
    later = replace(parts, now=lambda: parts.now() + timedelta(hours=13))
    assert None is door.account_of_session(secret, later)
    fresh = door.change_password(held, "seven green lamps dance", "eight blue lamps sleep", parts)
    assert None is door.account_of_session(secret, parts)
    assert None is not door.account_of_session(fresh, parts)
    who.change_account(held.id, parts, active=False)
    assert None is door.account_of_session(fresh, parts)


def test_an_invitation_works_once_and_for_a_week(parts: Parts, people: dict[str, Account]) -> None:
    """Whoever finds the link later finds nothing."""
    _, secret = who.invite(parts, by=people["root"], offices=[Office.EDITOR], shown_name="Dr New")
    late = replace(parts, now=lambda: parts.now() + timedelta(days=8))
    with pytest.raises(NotFound):
        who.redeem(secret, late, name="new", shown_name="Dr New", password="seven green lamps dance")
    with pytest.raises(BadInput):
        who.redeem(secret, parts, name="ed", shown_name="Dr New", password="seven green lamps dance")
    made = who.redeem(secret, parts, name="new", shown_name="Dr New", password="seven green lamps dance")

    assert (Office.EDITOR,) == made.offices
    with pytest.raises(NotFound):
        who.redeem(secret, parts, name="new2", shown_name="Dr New", password="seven green lamps dance")
    _, again = who.invite(parts, by=people["root"], account_id=made.id)
    who.redeem(again, parts, name="ignored", shown_name="", password="another set of green lamps")
    assert made.id == door.sign_in("new", "another set of green lamps", parts)[0].id


def test_the_last_administrator_stays(parts: Parts, people: dict[str, Account]) -> None:
    """Nobody can lock everybody out."""
    root = people["root"]
    for act in (
        lambda: who.change_account(root.id, parts, offices=[Office.READER]),
        lambda: who.change_account(root.id, parts, active=False),
        lambda: who.delete_account(root.id, parts),
    ):
        with pytest.raises(BadInput, match="last administrator"):
            act()
    who.change_account(people["ed"].id, parts, offices=[Office.ADMINISTRATOR])
    who.delete_account(root.id, parts)
    assert "root" not in [one.name for one in who.accounts(parts)]


def test_tokens_act_for_their_account_until_taken_back_and_only_by_their_owner(
    parts: Parts, people: dict[str, Account]
) -> None:
    """One's own tokens; nobody else's can be touched or even seen."""
    made, secret = door.make_token(people["ed"], "export", parts, days=1)
    assert people["ed"] == door.account_of_token(secret, parts)
    assert secret not in repr(parts.store.items(ApiToken))
    with pytest.raises(NotFound):
        door.drop_token(people["ann"], made.id, parts)
    late = replace(parts, now=lambda: parts.now() + timedelta(days=2))
    assert None is door.account_of_token(secret, late)
    door.drop_token(people["ed"], made.id, parts)
    assert None is door.account_of_token(secret, parts)


def test_retention_forgets_sessions_and_unused_accounts_and_keeps_the_last_administrator(
    parts: Parts, people: dict[str, Account]
) -> None:
    """What the settings say is what is kept; the trail remembers that somebody was deleted, not who it was."""
    door.sign_in_as(people["ed"], parts)
    old = replace(
        parts,
        settings=replace(parts.settings, accounts_kept_days=30),
        now=lambda: parts.now() + timedelta(days=31),
    )
    assert who.keep_to_retention(old).accounts > 0

    assert ["root"] == [one.name for one in who.accounts(parts)]
    assert () == parts.store.items(Session)
    assert "deleted an account" == parts.store.audit()[-1].act
    assert verify_trail(parts).passed
