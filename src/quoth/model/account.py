"""Who may do what here: accounts with their offices, and the secrets that open them, kept as hashes alone."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Account", "ApiToken", "Invitation", "Office", "Session"]


class Office(StrEnum):
    """What somebody is entitled to. Offices add up: no one of them brings another with it."""

    READER = "reader"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Account:
    """One person, or one program, that can sign in."""

    id: str
    """Random; what acts are recorded under."""
    name: str
    """What is typed to sign in: lower case, without blanks, unique."""
    shown_name: str
    """Under which reviews are signed."""
    offices: tuple[Office, ...] = (Office.READER,)
    password_hash: str = ""
    """Argon2 in its own notation; empty where nobody can sign in by password."""
    subject: str = ""
    """"issuer subject" of a sign-in by another provider (OpenID Connect)."""
    made_at: str = ""
    """ISO time, UTC, like every time of these nouns."""
    seen_at: str = ""
    """The day of the last sign-in: what retention goes by."""
    active: bool = True

    @property
    def about(self) -> str:
        """What it is looked up by besides its id."""
        return self.name

    @property
    def until(self) -> str:
        """Accounts end by retention or by hand, not by themselves."""
        return ""

    def holds(self, *offices: Office) -> bool:
        """Whether it has any of these offices."""
        return self.active and any(office in self.offices for office in offices)


@dataclass(frozen=True, slots=True)
class Session:
    """One sign-in of one browser. `id` is the hash of the cookie's value, which is stored nowhere."""

    id: str
    account_id: str
    made_at: str
    ends_at: str

    @property
    def about(self) -> str:
        """Whose it is."""
        return self.account_id

    @property
    def until(self) -> str:
        """When it ends."""
        return self.ends_at


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that makes one account, once. `id` is the hash of the link's secret."""

    id: str
    offices: tuple[Office, ...]
    shown_name: str
    made_by: str
    made_at: str
    ends_at: str
    account_id: str = ""
    """Set where the link gives an existing account a new password instead of making one."""

    @property
    def about(self) -> str:
        """Who made it."""
        return self.made_by

    @property
    def until(self) -> str:
        """When it can no longer be used."""
        return self.ends_at


@dataclass(frozen=True, slots=True)
class ApiToken:
    """A secret by which a program acts for an account. `id` is its hash."""

    id: str
    account_id: str
    label: str
    made_at: str
    ends_at: str = ""
    """Empty for one that stays until it is taken back."""

    @property
    def about(self) -> str:
        """Whose it is."""
        return self.account_id

    @property
    def until(self) -> str:
        """When it ends by itself, if it does."""
        return self.ends_at
