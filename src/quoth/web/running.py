"""A server for one machine or one ward: Uvicorn with our own log and nothing that could note a question."""

import logging
from collections.abc import Iterable

from quoth.pipeline import Parts
from quoth.web.access_log import LOG
from quoth.web.app import create_app

__all__ = ["serve"]


def serve(parts: Parts, host: str, port: int, *, hosts: Iterable[str] = ()) -> None:
    """Serve until interrupted.

    Args:
        parts: what to ask with; the caller closes them.
        host: address to listen on; requests may name it.
        port: port to listen on.
        hosts: further names under which the machine is reached, behind a proxy for instance.
    """
    import uvicorn

    if not LOG.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        LOG.addHandler(handler)
        LOG.setLevel(logging.INFO)
        LOG.propagate = False
    uvicorn.run(
        create_app(parts, host=host, hosts=hosts),
        host=host,
        port=port,
        access_log=False,  # it would note addresses with their query
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        limit_concurrency=256,
    )
