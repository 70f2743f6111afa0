"""The web face: pages that work without scripts and ask nothing of other machines."""

from quoth.web.app import create_app
from quoth.web.running import serve

__all__ = ["create_app", "serve"]
