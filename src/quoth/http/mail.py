"""A message through the operator's own mail server: the other way out, and as closed as the first until it is set."""

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from quoth.errors import BadInput, NetworkNotAllowed, SourceFailed

__all__ = ["MailServer", "send_mail"]

_SECURITY = ("starttls", "tls", "none")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where messages go, and how."""

    host: str
    port: int = 587
    security: str = "starttls"
    user: str = ""
    password: str = ""
    timeout_s: float = 20.0


def send_mail(server: MailServer, *, sender: str, to: Sequence[str], subject: str, lines: Sequence[str]) -> int:
    """Send a message in plain text. Returns how many recipients the server took.

    Raises:
        NetworkNotAllowed: no server, sender or recipient is set.
        BadInput: an address or the kind of security cannot be used.
        SourceFailed: the server did not take it.
    """
    if not (server.host and sender and to):
        raise NetworkNotAllowed("No mail was sent: set smtp_host, digest_from and digest_to first.")
    if server.security not in _SECURITY:
        raise BadInput(f"Setting smtp_security is {server.security!r}. Choose one of: {', '.join(_SECURITY)}.")
    message = EmailMessage()
    try:
        message["From"], message["To"] = sender, ", ".join(to)
    except ValueError as fault:
        raise BadInput(
            "An address in digest_from or digest_to cannot be used. Write name@host, parted by commas."
        ) from fault
    message["Subject"] = " ".join(subject.split())[:200]
    message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain="quoth.invalid")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n".join(lines) + "\n")
    try:
        with _opened(server) as smtp:
            if server.user:
                smtp.login(server.user, server.password)
            refused = smtp.send_message(message)
    except (smtplib.SMTPException, OSError) as fault:
        raise SourceFailed(
            f"The mail server {server.host} did not take the message ({type(fault).__name__}). Check the smtp settings."
        ) from fault
    return len(to) - len(refused)


def _opened(server: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout_s, context=context)
    smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout_s)
    if server.security == "starttls":
        smtp.starttls(context=context)
    return smtp
