"""A server for one machine or one ward: Uvicorn with our own log and nothing that could note a question."""

import gc
import logging
import socket
from collections.abc import Iterable
from contextlib import suppress

from quoth.errors import BadInput
from quoth.pipeline import Parts
from quoth.web.access_log import LOG
from quoth.web.app import create_app
from quoth.web.retention import Retention

__all__ = ["serve"]


def serve(parts: Parts, host: str, port: int, *, hosts: Iterable[str] = ()) -> None:
    """Serve until interrupted, and keep to the settings on retention meanwhile.

    Args:
        parts: what to ask with; the caller closes them.
        host: address to listen on; requests may name it.
        port: port to listen on.
        hosts: further names under which the machine is reached, behind a proxy for instance.

    Raises:
        BadInput: the address or port cannot be listened on.
    """
    import uvicorn

    if not LOG.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        LOG.addHandler(handler)
        LOG.setLevel(logging.INFO)
        LOG.propagate = False
    config = uvicorn.Config(
        create_app(parts, host=host, hosts=hosts),
        access_log=False,  # it would note addresses with their query
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        limit_concurrency=256,
    )
    gc.freeze()  # what was made until here stays as long as the server: it is never looked through for rubbish again
    gc.set_threshold(50_000, 20, 50)
    with _listening(host, port) as listener, Retention(parts).running(), suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """A socket bound before the server starts, so that a taken port is told in words."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except (OSError, OverflowError) as fault:
        listener.close()
        raise BadInput(
            f"Port {port} on {host!r} cannot be listened on: {fault}. Choose another port, or stop what uses this one."
        ) from fault
    return listener
