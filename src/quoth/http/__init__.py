"""The one door to the network: rules, and what gets through under them."""

from quoth.http.addresses import is_public
from quoth.http.door import Door, Reply, Request, Stream
from quoth.http.mail import MailServer, send_mail
from quoth.http.rules import Rules, host_list, rules_for

__all__ = [
    "Door",
    "MailServer",
    "Reply",
    "Request",
    "Rules",
    "Stream",
    "host_list",
    "is_public",
    "rules_for",
    "send_mail",
]
