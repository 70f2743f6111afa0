"""Which addresses may be asked: those of the rules, and none in a private, local or reserved range unless allowed.

The name is resolved once, every address that it has is checked, and the connection goes to the checked address, so that
a name that changes its mind between the check and the request gains nothing.
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from urllib.parse import SplitResult, urlsplit

from quoth.errors import NetworkNotAllowed
from quoth.http.rules import Rules

__all__ = ["Resolve", "checked_url", "is_public", "public_addresses", "system_resolve"]

Resolve = Callable[[str, int], Sequence[str]]
"""(host, port) -> IP addresses as text, in the order in which to try them. Raises OSError when there are none."""

_PORTS = {"https": 443, "http": 80}
_EMBEDDED = (
    ipaddress.ip_network("64:ff9b::/96"),  # NAT64, RFC 6052
    ipaddress.ip_network("64:ff9b:1::/48"),  # NAT64 for local use, RFC 8215
    ipaddress.ip_network("::/96"),  # IPv4-compatible, deprecated
)


def system_resolve(host: str, port: int) -> list[str]:
    """The addresses that the system gives for a host. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked_url(url: str, rules: Rules) -> SplitResult:
    """The address in its parts, when the rules allow its scheme, host and port.

    Raises:
        NetworkNotAllowed: they do not, or it is no address, or it carries a user name. Only the host is named.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as fault:
        raise NetworkNotAllowed(f"{rules.name}: this is no web address. Expected https://host/path.") from fault
    host = (parts.hostname or "").lower().rstrip(".")
    if parts.scheme not in rules.schemes:
        known = " or ".join(sorted(rules.schemes))
        raise NetworkNotAllowed(
            f"{rules.name}: addresses that begin with {parts.scheme[:20]!r} are not asked, only {known}."
        )
    if not host or parts.username is not None or parts.password is not None:
        raise NetworkNotAllowed(f"{rules.name}: an address needs a host and may not carry a user name or password.")
    if not rules.allow_host(host):
        raise NetworkNotAllowed(
            f"{rules.name}: host {host[:100]!r} is not on the list of hosts that may be asked. "
            "An operator can add it to the settings."
        )
    if port not in rules.ports:
        raise NetworkNotAllowed(f"{rules.name}: port {port} of {host[:100]!r} may not be asked.")
    return parts


def public_addresses(host: str, port: int, rules: Rules, resolve: Resolve) -> list[str]:
    """The addresses to connect to, every one of them checked.

    Raises:
        NetworkNotAllowed: one of them is private, local or reserved, and the host is not on the list.
        OSError: the name has no address.
    """
    found = list(resolve(host, port))
    if host in rules.private_hosts:
        return found
    for address in found:
        if not is_public(address):
            raise NetworkNotAllowed(
                f"{rules.name}: host {host[:100]!r} stands at a private or reserved address. It is not asked, so that "
                "no outside text can reach into this network. An operator can allow it by the setting private_hosts."
            )
    return found


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also when an IPv4 address hides in an IPv6 one."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is None and any(found in network for network in _EMBEDDED):
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
    return found.is_global and not (
        found.is_multicast or found.is_reserved or found.is_unspecified or found.is_loopback
    )
