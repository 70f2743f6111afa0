"""Addresses to go on to: only ever on this site, whatever was asked for."""

from urllib.parse import quote

__all__ = ["local_path", "sign_in_address"]


def local_path(wanted: str) -> str:
    """The address on this site that somebody wanted to go on to; the start page where it leads elsewhere."""
    plain = wanted.isascii() and wanted.isprintable() and "\\" not in wanted and len(wanted) <= 300
    if plain and wanted.startswith("/") and not wanted.startswith("//"):
        return wanted
    return "/"


def sign_in_address(wanted: str) -> str:
    """The page to sign in on, leading on to an address of this site."""
    path = local_path(wanted)
    return "/sign-in" if path == "/" else f"/sign-in?next={quote(path, safe='/')}"
