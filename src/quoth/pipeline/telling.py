"""Digests on their way to people: by mail and as a feed."""

from collections.abc import Sequence

from quoth.http import MailServer, send_mail
from quoth.interop.digest import digest_lines, digest_subject, feed
from quoth.model import Digest
from quoth.pipeline.parts import Parts

__all__ = ["digest_feed", "mail_digests"]


def mail_digests(found: Sequence[Digest], parts: Parts) -> int:
    """Send each digest that has something to say to everybody in `digest_to`. Returns how many were sent.

    Raises:
        NetworkNotAllowed: no mail server, sender or recipient is set.
        SourceFailed: the server did not take one; those before it were sent.
    """
    settings = parts.settings
    server = MailServer(
        settings.smtp_host, settings.smtp_port, settings.smtp_security, settings.smtp_user, settings.smtp_password
    )
    to = [address.strip() for address in settings.digest_to.split(",") if address.strip()]
    sent = 0
    for digest in found:
        if digest.new or digest.touched or digest.shortfalls:
            lines = digest_lines(digest, address=settings.public_address.rstrip("/"))
            send_mail(server, sender=settings.digest_from, to=to, subject=digest_subject(digest), lines=lines)
            sent += 1
    return sent


def digest_feed(found: Sequence[Digest], parts: Parts) -> bytes:
    """An Atom feed of digests, newest first, as UTF-8."""
    address = parts.settings.public_address.rstrip("/") or f"http://{parts.settings.host}:{parts.settings.port}"
    return feed(found, title="quoth: what is new", address=address, path="/watch/feed.atom")
