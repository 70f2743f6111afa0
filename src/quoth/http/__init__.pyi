"""What `quoth.http` offers, and where each name lives; nothing is imported before it is used."""

from .addresses import is_public as is_public
from .door import Door as Door
from .exchange import Reply as Reply
from .exchange import Request as Request
from .exchange import Stream as Stream
from .mail import MailServer as MailServer
from .mail import send_mail as send_mail
from .rules import Rules as Rules
from .rules import host_list as host_list
from .rules import rules_for as rules_for
