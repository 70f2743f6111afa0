"""Routes of signing in with the organisation's own provider: out to it, and back with what it says."""

import secrets
import time
from collections import OrderedDict
from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from quoth.errors import NotFound, NotSignedIn
from quoth.identity import Flow, Provider
from quoth.passwords import hash_secret
from quoth.pipeline import Parts
from quoth.pipeline import signing_in as door
from quoth.web.accounts import sign_in_page
from quoth.web.local import local_path
from quoth.web.visitors import set_cookie

__all__ = ["elsewhere_routes"]

FLOW_COOKIE = "quoth_sign_in"
_SECONDS = 600
_MOST = 1_000


class Flows:
    """Sign-ins that have begun, in the memory of this process; each belongs to one browser and ends once."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, tuple[float, str, Flow]] = OrderedDict()
        self._lock = Lock()

    def put(self, flow: Flow, wanted: str) -> str:
        """Hold a flow. Returns the secret of the browser that it belongs to."""
        secret = secrets.token_urlsafe(32)
        with self._lock:
            self._held[hash_secret(secret)] = (time.monotonic(), wanted, flow)
            while len(self._held) > _MOST:
                self._held.popitem(last=False)
        return secret

    def take(self, secret: str) -> tuple[str, Flow]:
        """The flow of a browser, once. Raises NotSignedIn."""
        with self._lock:
            held = self._held.pop(hash_secret(secret), None)
        if held is None or time.monotonic() - held[0] > _SECONDS:
            raise NotSignedIn("This sign-in took too long, or began in another browser. Begin again.")
        return held[1], held[2]


def elsewhere_routes(parts: Parts) -> APIRouter:
    """Out and back."""
    routes = APIRouter()
    flows = Flows()

    def provider() -> Provider:
        settings = parts.settings
        if not settings.oidc_issuer:
            raise NotFound("Nobody can sign in with another provider here (setting oidc_issuer).")
        return Provider(settings.oidc_issuer, settings.oidc_client_id, settings.oidc_client_secret)

    @routes.get("/sign-in/elsewhere")
    def out(request: Request, next: Annotated[str, Query(max_length=400)] = "/") -> Response:
        """To the provider's page."""
        base = parts.settings.public_address.rstrip("/") or str(request.base_url).rstrip("/")
        try:
            flow = provider().begin(f"{base}/sign-in/back")
        except NotSignedIn as fault:
            return sign_in_page(parts, local_path(next), why=str(fault), status=401)
        response = RedirectResponse(flow.address, status_code=303)
        response.set_cookie(
            FLOW_COOKIE,
            flows.put(flow, local_path(next)),
            max_age=_SECONDS,
            httponly=True,
            samesite="lax",
            secure=parts.settings.https,
            path="/sign-in",
        )
        return response

    @routes.get("/sign-in/back")
    def back(
        request: Request,
        code: Annotated[str, Query(max_length=4000)] = "",
        state: Annotated[str, Query(max_length=400)] = "",
    ) -> Response:
        """Back with a code: signed in as whoever the provider vouches for."""
        wanted = "/"
        try:
            wanted, flow = flows.take(request.cookies.get(FLOW_COOKIE, ""))
            identity = provider().finish(flow, code=code, state=state)
            _, secret = door.sign_in_by(identity, parts)
        except NotSignedIn as fault:
            return sign_in_page(parts, wanted, why=str(fault), status=401)
        response = set_cookie(RedirectResponse(wanted, status_code=303), secret, parts)
        response.delete_cookie(FLOW_COOKIE, path="/sign-in", httponly=True, samesite="lax")
        return response

    return routes
