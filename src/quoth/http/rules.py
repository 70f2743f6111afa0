"""What one source may reach, how often, and how much an answer may hold. A source without rules has no door."""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from quoth.errors import BadInput

__all__ = ["Rules", "host_list", "rules_for"]

_DEFAULT_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one door. Host names are in lower case; one that begins with a dot stands for all below it."""

    name: str
    """What a person calls the source, for messages."""
    hosts: frozenset[str]
    """Hosts that may be asked. "*" stands for every public host."""
    private_hosts: frozenset[str] = frozenset()
    """Hosts that may stand at a private or local address: an institute's mirror."""
    schemes: frozenset[str] = frozenset({"https"})
    ports: frozenset[int] = frozenset({443})
    per_second: float = 3.0
    """Most requests a second."""
    timeout_s: float = 20.0
    """Longest silence: to connect, and between two pieces of an answer."""
    total_s: float = 120.0
    """Longest time for one answer, from the first byte to the last."""
    body_bytes: int = 64 * 2**20
    """Most bytes of one answer, unpacked."""
    attempts: int = 5
    """How often one request is tried in all."""
    retry_s: float = 45.0
    """Longest time that retries may take together."""
    retry_wait_s: float = 0.5
    """Shortest wait before the first retry, doubled with each one; as much again is added by chance."""
    redirects: int = 5
    proxy: str = ""
    """Address of the institute's web proxy; empty to connect directly."""

    def allow_host(self, host: str) -> bool:
        """Whether the source may be asked at this host."""
        names = self.hosts
        return "*" in names or host in names or any(n.startswith(".") and host.endswith(n) for n in names)


def host_list(text: str) -> frozenset[str]:
    """Host names from a setting: parted by commas or spaces, in lower case."""
    return frozenset(name.lower().rstrip(".") for name in text.replace(",", " ").split())


def rules_for(name: str, address: str, base: Rules) -> Rules:
    """The rules for a source that lives at one address: that host, its scheme and its port, and nothing else.

    Raises:
        BadInput: the address is no web address.
    """
    try:
        parts = urlsplit(address)
        port = parts.port or _DEFAULT_PORTS.get(parts.scheme, 0)
    except ValueError:
        parts, port = urlsplit(""), 0
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname or parts.username is not None:
        raise BadInput(
            f"The address of {name} is {address!r}. Expected a web address such as https://host/path, without a name "
            "or password in it. See `quoth settings`."
        )
    return replace(
        base,
        name=name,
        hosts=frozenset({parts.hostname.lower()}),
        schemes=frozenset({parts.scheme}),
        ports=frozenset({port}),
    )
