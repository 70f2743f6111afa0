"""The table of sources, each off until an operator switches it on, and the doors to those that are on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quoth.errors import BadInput, NetworkNotAllowed
from quoth.http import Door, Rules, host_list, rules_for
from quoth.live.kept import Kept
from quoth.settings import Settings

if TYPE_CHECKING:
    from quoth.live.europepmc import EuropePmc
    from quoth.live.eutils import Eutils
    from quoth.live.pmc_cloud import PmcCloud
    from quoth.live.pubmed_files import PubmedFiles

__all__ = ["LIVE_CHOICES", "SOURCES", "Live", "Source"]

LIVE_CHOICES = ("never", "ask", "always")


@dataclass(frozen=True, slots=True)
class Source:
    """One row of the table: the setting that switches it on, the one that moves it, and what it is called."""

    setting: str
    address: str
    title: str
    per_second: float
    body_mb: int
    sends: str
    """What leaves the machine, in a reader's words."""


SOURCES: dict[str, Source] = {
    source.setting: source
    for source in (
        Source("pubmed", "pubmed_url", "PubMed", 3.0, 128, "search words, or numbers of records"),
        Source("europepmc", "europepmc_url", "Europe PMC", 5.0, 64, "numbers of records"),
        Source("pmc", "pmc_url", "PMC article datasets", 10.0, 64, "numbers of articles"),
        Source("pubmed_files", "pubmed_files_url", "PubMed files", 5.0, 1024, "names of files"),
        Source("retraction_watch", "retraction_watch_url", "Retraction Watch", 1.0, 512, "the name of a file"),
        Source("nlm_files", "mesh_url", "NLM files", 1.0, 2048, "names of files"),
    )
}
_PER_SECOND_WITH_KEY = 10.0
"""NCBI: 3 requests a second, 10 with a key."""


@dataclass(slots=True)
class Live:
    """Clients of the sources that are on. Nothing is connected, nor a client imported, before something is asked."""

    settings: Settings
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    make_door: Callable[[Rules], Door] = Door
    """How a door is made; another one in tests."""
    _doors: dict[str, Door] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a setting that means nothing."""
        if self.settings.live not in LIVE_CHOICES:
            raise BadInput(f"Setting live is {self.settings.live!r}. Choose one of: {', '.join(LIVE_CHOICES)}.")

    @property
    def folder(self) -> Path:
        """Where answers, lists and parts of files lie."""
        return self.settings.folder / "live"

    @property
    def kept(self) -> Kept:
        """The answers of services that are kept."""
        return Kept(self.folder / "answers", days=self.settings.live_cached_days, now=self.now)

    def is_on(self, source: str) -> bool:
        """Whether an operator switched this source on."""
        return bool(getattr(self.settings, source)) and self.settings.live != "never"

    def on(self) -> tuple[Source, ...]:
        """The sources that are on, in the order of the table."""
        return tuple(source for source in SOURCES.values() if self.is_on(source.setting))

    def pubmed(self) -> "Eutils":
        """NCBI's E-utilities. Raises NetworkNotAllowed when they are off."""
        from quoth.live.eutils import Eutils

        settings = self.settings
        door = self._door("pubmed", _PER_SECOND_WITH_KEY if settings.ncbi_api_key else None)
        who = {"tool": settings.ncbi_tool, "email": settings.contact_email, "api_key": settings.ncbi_api_key}
        return Eutils(door, settings.pubmed_url, self.kept, **who)

    def europepmc(self) -> "EuropePmc":
        """Europe PMC. Raises NetworkNotAllowed when it is off."""
        from quoth.live.europepmc import EuropePmc

        door = self._door("europepmc")
        return EuropePmc(door, self.settings.europepmc_url, self.kept, email=self.settings.contact_email)

    def pmc(self) -> "PmcCloud":
        """PMC's article datasets. Raises NetworkNotAllowed when they are off."""
        from quoth.live.pmc_cloud import PmcCloud

        return PmcCloud(self._door("pmc"), self.settings.pmc_url, self.kept)

    def pubmed_files(self) -> "PubmedFiles":
        """PubMed's files. Raises NetworkNotAllowed when they are off."""
        from quoth.live.pubmed_files import PubmedFiles

        return PubmedFiles(self._door("pubmed_files"), self.settings.pubmed_files_url, self.folder / "files")

    def retraction_watch(self) -> tuple[Door, str]:
        """The door to the retraction list, and its address. Raises NetworkNotAllowed when it is off."""
        return self._door("retraction_watch"), self.settings.retraction_watch_url

    def nlm_file(self, setting: str) -> tuple[Door, str]:
        """The door to one of NLM's lists, by the setting of its address. Raises NetworkNotAllowed when they are off."""
        address: str = getattr(self.settings, setting)
        return self._door("nlm_files", address=address), address

    def documents(self) -> Door:
        """The door to the hosts that documents may be added from. Raises NetworkNotAllowed when there are none."""
        hosts = host_list(self.settings.add_hosts)
        if not hosts or self.settings.live == "never":
            raise NetworkNotAllowed(
                "Documents cannot be added by address here: no host is allowed. An operator can name some in the "
                "setting add_hosts. Or save the document as a file and ingest that."
            )
        if "documents" not in self._doors:
            rules = Rules(
                "Documents",
                hosts,
                private_hosts=host_list(self.settings.private_hosts),
                schemes=frozenset({"https"}) if not host_list(self.settings.private_hosts) & hosts else _EITHER,
                ports=_WEB_PORTS if not host_list(self.settings.private_hosts) & hosts else _ANY_PORT,
                per_second=2.0,
                timeout_s=self.settings.http_timeout_s,
                proxy=self.settings.proxy,
            )
            self._doors["documents"] = self.make_door(rules)
        return self._doors["documents"]

    def close(self) -> None:
        """Let go of all connections."""
        for door in self._doors.values():
            door.close()
        self._doors.clear()

    def _door(self, name: str, per_second: float | None = None, address: str | None = None) -> Door:
        source = SOURCES[name]
        if not self.is_on(name):
            why = "The setting live is never" if self.settings.live == "never" else f"{source.title} is not switched on"
            raise NetworkNotAllowed(f"{why}: nothing was sent. An operator can switch it on: quoth --set {name}=yes …")
        address = address or str(getattr(self.settings, source.address))
        key = f"{name} {address}"
        if key not in self._doors:
            base = Rules(
                name,
                frozenset(),
                private_hosts=host_list(self.settings.private_hosts),
                per_second=per_second or source.per_second,
                timeout_s=self.settings.http_timeout_s,
                total_s=600.0,
                body_bytes=source.body_mb * 2**20,
                proxy=self.settings.proxy,
            )
            self._doors[key] = self.make_door(rules_for(source.title, address, base))
        return self._doors[key]


_EITHER = frozenset({"https", "http"})
_WEB_PORTS = frozenset({443})
_ANY_PORT = frozenset(range(1, 65536))
