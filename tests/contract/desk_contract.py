"""What every store must do for what people keep besides the library. Part of the one contract of stores."""

from dataclasses import replace

import pytest

from quoth.model import (
    CHAIN_START,
    Account,
    AuditEntry,
    Invitation,
    Office,
    ProblemKind,
    ProblemReport,
    Review,
    ReviewAct,
    ReviewActKind,
    Session,
    Signature,
)
from quoth.store import Store

NOON, LATER = "2026-11-26T12:00:00Z", "2026-11-26T13:00:00Z"


def account(account_id: str = "u1", name: str = "a.editor") -> Account:
    """Somebody with two offices."""
    return Account(account_id, name, "A. Editor", (Office.EDITOR, Office.REVIEWER), "$argon2id$…", made_at=NOON)


def session(session_id: str, *, of: str = "u1", ends: str = LATER) -> Session:
    """A sign-in."""
    return Session(session_id, of, NOON, ends)


class DeskContract:
    """The promises of the desk and the trail, one test each."""

    def test_an_item_comes_back_as_it_was_put_and_is_replaced_by_its_id(self, store: Store) -> None:
        """Nothing of an account or a review is lost; the newest state counts."""
        act = ReviewAct(
            ReviewActKind.APPROVED, "u1", "A. Editor", NOON, 1, signature=Signature('{"a": "ü"}', "c2ln", "0123")
        )
        review = Review("page", (act,))
        for item in (account(), review):
            store.put_item(item)

        assert account() == store.item(Account, "u1")
        assert review == store.item(Review, "page")
        store.put_item(replace(account(), active=False))
        assert [False] == [one.active for one in store.items(Account)]
        assert None is store.item(Review, "u1")

    def test_items_are_found_by_what_they_are_about(self, store: Store) -> None:
        """Somebody is found by name, sessions by whose they are, in the order of their ids."""
        for one in (session("s2"), session("s1"), session("s3", of="u2"), account()):
            store.put_item(one)

        assert ["s1", "s2"] == [one.id for one in store.items(Session, about="u1")]
        assert ["s1", "s2", "s3"] == [one.id for one in store.items(Session)]
        assert ("u1",) == tuple(one.id for one in store.items(Account, about="a.editor"))
        assert () == store.items(Account, about="nobody")

    def test_hostile_names_find_nothing(self, store: Store) -> None:
        """Whatever is typed or sent as an id is looked for, and nothing else happens."""
        store.put_item(account())
        for hostile in ("", "a\x00b", "\ud800", "' OR 1=1 --", "x" * 100_000, "u1 "):
            assert None is store.item(Account, hostile)
            assert () == store.items(Account, about=hostile)
            store.delete_item(Account, hostile)
        assert account() == store.item(Account, "u1")

    def test_what_ends_by_itself_is_forgotten_when_its_time_has_come(self, store: Store) -> None:
        """Retention takes what has ended, at its very second, and nothing that stays."""
        report = ProblemReport("p1", "page", "s1", "t:0-5", ProblemKind.OUTDATED, "old", NOON, ends_at=NOON)
        for item in (session("s1", ends=NOON), session("s2"), report, account()):
            store.put_item(item)

        assert 2 == store.delete_ended_items(NOON)
        assert ["s2"] == [one.id for one in store.items(Session)]
        assert () == store.items(ProblemReport)
        assert account() == store.item(Account, "u1")

    def test_an_item_is_forgotten_by_kind_and_id(self, store: Store) -> None:
        """The same id of another kind stays."""
        store.put_item(session("x"))
        store.put_item(Invitation("x", (Office.READER,), "B", "u1", NOON, LATER))
        store.delete_item(Session, "x")

        assert None is store.item(Session, "x")
        assert None is not store.item(Invitation, "x")

    def test_the_trail_is_numbered_and_linked_whatever_was_put(self, store: Store) -> None:
        """Each line holds the hash of the one before; a caller cannot choose its place."""
        forged = AuditEntry(99, NOON, "u1", "signed in", before="f" * 64, sha256="e" * 64)
        first, second = store.append_audit(forged), store.append_audit(AuditEntry(0, LATER, "quoth", "fell back", "p"))

        assert [(1, CHAIN_START), (2, first.sha256)] == [(one.number, one.before) for one in store.audit()]
        assert second == store.last_audit()
        assert all(one.sha256 == one.hashed() for one in store.audit())
        assert (second,) == store.audit(after=1)
        assert (first,) == store.audit(limit=1)

    def test_an_act_that_fails_leaves_no_line(self, store: Store) -> None:
        """The trail and what it tells of are one transaction."""

        def fail() -> None:
            with store.writing():
                store.put_item(account())
                store.append_audit(AuditEntry(0, NOON, "u1", "made an account"))
                raise RuntimeError("power cut")

        with pytest.raises(RuntimeError):
            fail()
        assert None is store.last_audit()
        assert () == store.items(Account)

    def test_the_desk_is_no_content(self, store: Store) -> None:
        """Who reviews what changes no answer, and so no snapshot."""
        before = (store.snapshot(), store.revision())
        store.put_item(account())
        store.append_audit(AuditEntry(0, NOON, "u1", "made an account"))

        assert before == (store.snapshot(), store.revision())
