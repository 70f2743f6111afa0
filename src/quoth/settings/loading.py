"""Settings as they hold: from the table, the file in the home folder, the environment and the command line."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from quoth.errors import BadInput
from quoth.settings.table import SETTINGS, Setting
from quoth.text.nearest import did_you_mean, nearest
from quoth.text.writable import writable

__all__ = ["Settings", "load_settings", "refuse_unknown", "without_password"]

_OURS = "QUOTH_"
_NO_SETTINGS = ("BENCH_", "TEST_", "CHROMIUM", "COMPLETE", "DATA", "EDITOR", "USER")
"""What else of ours stands in an environment: for benchmarks, tests, completion, and who acts at the command line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All values, typed. The fields are the rows of `SETTINGS`, in their order."""

    home: str
    store: str
    index: str
    starter: bool
    units_k: int
    bm25_k1: float
    bm25_b: float
    encoder: str
    encoder_k: int
    encoder_weight: float
    coverage_min: float
    relevance_min: float
    rows_max: int
    question_max_chars: int
    host: str
    port: int
    keep_answers: bool
    answers_kept_days: int
    threads_kept_days: int
    emergency_text: str
    crisis_text: str
    upload_max_mb: int
    web_upload_max_mb: int
    sign_in_to_read: bool
    https: bool
    public_address: str
    session_hours: int
    sign_in_tries: int
    reviewers_needed: int
    accounts_kept_days: int
    reports_kept_days: int
    oidc_issuer: str
    oidc_client_id: str
    oidc_client_secret: str
    oidc_new_accounts: bool
    unanswered_ledger: bool
    live: str
    pubmed: bool
    pubmed_url: str
    europepmc: bool
    europepmc_url: str
    pmc: bool
    pmc_url: str
    pubmed_files: bool
    pubmed_files_url: str
    retraction_watch: bool
    retraction_watch_url: str
    nlm_files: bool
    mesh_url: str
    journals_url: str
    contact_email: str
    ncbi_api_key: str
    ncbi_tool: str
    live_records: int
    live_full_texts: int
    live_cached_days: int
    add_hosts: str
    private_hosts: str
    proxy: str
    http_timeout_s: float
    smtp_host: str
    smtp_port: int
    smtp_security: str
    smtp_user: str
    smtp_password: str
    digest_from: str
    digest_to: str
    model: str
    model_url: str
    model_name: str
    model_key: str
    model_outside: bool
    model_timeout_s: float
    model_tokens_max: int
    model_at_once: int
    model_cost_in: float
    model_cost_out: float
    judge: str
    judge_url: str
    judge_name: str
    judge_key: str

    def for_manifest(self) -> tuple[tuple[str, str], ...]:
        """(name, value) of what can change an answer, in table order."""
        return tuple((row.name, str(getattr(self, row.name))) for row in SETTINGS if row.answers)

    @property
    def folder(self) -> Path:
        """The folder that `home` stands for."""
        if self.home:
            return Path(self.home).expanduser()
        from platformdirs import user_data_path

        return user_data_path("quoth", appauthor=False)


def load_settings(environ: Mapping[str, str] = os.environ, given: Mapping[str, str] | None = None) -> Settings:
    """Settings from defaults, then `<home>/quoth.toml`, then the environment, then `given`; the last one wins.

    Raises:
        BadInput: a value is of the wrong kind, or the file names a setting that does not exist or cannot be read, or
            the environment one that is nearly a setting: a slip of the pen in `sign_in_to_read` must not open a site.
    """
    assert tuple(field.name for field in fields(Settings)) == tuple(row.name for row in SETTINGS)
    given = given or {}
    home = str(given.get("home", environ.get("QUOTH_HOME", "")))
    values: dict[str, object] = {row.name: row.default for row in SETTINGS}
    values["home"] = home
    file = Settings(**values).folder / "quoth.toml"  # type: ignore[arg-type]
    from_file = _read_toml(file)
    _refuse_slips(environ)
    for row in SETTINGS:
        if row.name in from_file and row.name != "home":
            values[row.name] = _typed(row, from_file[row.name], str(file))
        if row.variable in environ:
            values[row.name] = _typed(row, environ[row.variable], row.variable)
        if row.name in given:
            values[row.name] = _typed(row, given[row.name], "command line")
    return Settings(**values)  # type: ignore[arg-type]


def _refuse_slips(environ: Mapping[str, str]) -> None:
    """Other names may stand in the environment for other programs; one that is nearly a setting was meant as one."""
    known = {row.variable for row in SETTINGS}
    for name in sorted(environ):
        if not name.startswith(_OURS) or name in known or name.removeprefix(_OURS).startswith(_NO_SETTINGS):
            continue
        if meant := nearest(name.removeprefix(_OURS), [row.name for row in SETTINGS]):
            raise BadInput(
                f"Setting {name.removeprefix(_OURS).lower()!r} does not exist ({name} in the environment). "
                f"Did you mean {_OURS}{meant.upper()}? `quoth settings` lists them all."
            )


def without_password(store: str) -> str:
    """A database's address as it may be shown."""
    return re.sub(r"(://[^/@:]*):[^/]*@", r"\1:***@", store)


_TRUTH = {word: word in ("yes", "true", "1", "on") for word in ("yes", "true", "1", "on", "no", "false", "0", "off")}


def _read_toml(file: Path) -> dict[str, object]:
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as fault:
        raise _unreadable(file, fault.strerror or "") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise _unreadable(file, str(fault)) from fault
    refuse_unknown(found, str(file))
    return found


def refuse_unknown(names: Iterable[str], where: str) -> None:
    """Refuse a name that is no setting. There are too many to list: the nearest are named, and where the list stands.

    Raises:
        BadInput: the first such name.
    """
    known = [row.name for row in SETTINGS]
    for name in names:
        if name not in known:
            meant = did_you_mean(name, known, most=3)
            raise BadInput(f"Setting {name!r} does not exist ({where}).{meant} `quoth settings` lists them all.")


def _unreadable(file: Path, why: str) -> BadInput:
    return BadInput(f"The settings file cannot be read: {why} ({file}). Mend it or take it away.")


def _typed(row: Setting, value: object, where: str) -> str | int | float | bool:
    kind = type(row.default)
    if isinstance(value, bool) and kind is bool:
        return value
    text = str(value).strip()
    if text != writable(text):
        raise BadInput(f"Setting {row.name} is {text!a} ({where}), which is no text in UTF-8. Write it anew.")
    try:
        if kind is bool:
            return _TRUTH[text.lower()]
        return kind(text)
    except (KeyError, ValueError) as fault:
        expected = {bool: "yes or no", int: "a whole number", float: "a number"}[kind]
        raise BadInput(f"Setting {row.name} is {text!r} ({where}). Expected {expected} ({row.unit}).") from fault
