"""A stand-in for an organisation's sign-in: an OpenID Connect provider with the checks that a real one makes."""

import base64
import hashlib
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI, Request
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from starlette.responses import JSONResponse, RedirectResponse, Response

CLIENT, SECRET = "quoth", "a secret of ours"


@dataclass
class StandIn:
    """What the provider believes, and how it should misbehave."""

    issuer: str = ""
    redirect: str = "http://localhost/sign-in/back"
    person: dict[str, Any] = field(
        default_factory=lambda: {"sub": "4711", "preferred_username": "jane.doe", "name": "Dr Jane Doe"}
    )
    fault: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "k1", "alg": "RS256", "use": "sig"}))
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def app(self) -> FastAPI:
        """The provider's routes."""
        app = FastAPI()

        @app.get("/.well-known/openid-configuration")
        def configuration() -> dict[str, Any]:
            return {
                "issuer": "https://another.example" if self.fault == "another issuer" else self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/jwks",
                "response_types_supported": ["code"],
                "code_challenge_methods_supported": ["S256"],
                "id_token_signing_alg_values_supported": ["RS256"],
            }

        @app.get("/jwks")
        def jwks() -> dict[str, Any]:
            return {"keys": [self.key.as_dict(private=False)]}

        @app.get("/authorize")
        def authorize(request: Request) -> Response:
            asked = dict(request.query_params)
            if asked.get("client_id") != CLIENT or asked.get("redirect_uri") != self.redirect:
                return JSONResponse({"error": "invalid_request"}, status_code=400)
            needed = ("state", "nonce", "code_challenge")
            if asked.get("response_type") != "code" or "openid" not in asked.get("scope", "").split():
                return JSONResponse({"error": "invalid_scope"}, status_code=400)
            if asked.get("code_challenge_method") != "S256" or not all(asked.get(name) for name in needed):
                return JSONResponse({"error": "invalid_request"}, status_code=400)
            code = secrets.token_urlsafe(16)
            self.codes[code] = asked
            return RedirectResponse(f"{self.redirect}?code={code}&state={asked['state']}", status_code=302)

        @app.post("/token")
        async def token(request: Request) -> Response:
            form = dict(await request.form())
            expected = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
            given = request.headers.get("authorization", "").removeprefix("Basic ")
            if base64.b64decode(given or "").replace(b"+", b" ") != base64.b64decode(expected):
                return JSONResponse({"error": "invalid_client"}, status_code=401)
            asked = self.codes.pop(str(form.get("code")), None)
            if asked is None or form.get("redirect_uri") != asked["redirect_uri"]:
                return JSONResponse({"error": "invalid_grant"}, status_code=400)
            digest = hashlib.sha256(str(form.get("code_verifier", "")).encode()).digest()
            if base64.urlsafe_b64encode(digest).decode().rstrip("=") != asked["code_challenge"]:
                return JSONResponse({"error": "invalid_grant"}, status_code=400)
            tokens = {"access_token": "opaque", "token_type": "Bearer", "id_token": self.id_token(asked["nonce"])}
            return JSONResponse(tokens, headers={"Cache-Control": "no-store"})

        return app

    def id_token(self, nonce: str) -> str:
        """The token, good or with the fault that is set."""
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": nonce, **self.person}
        changes: dict[str, dict[str, Any]] = {
            "nonce": {"nonce": "of another sign-in"},
            "audience": {"aud": "somebody else"},
            "audiences": {"aud": [CLIENT, "somebody else"], "azp": "somebody else"},
            "expired": {"iat": now - 4000, "exp": now - 3600},
            "issuer": {"iss": "https://another.example"},
            "nobody": {"sub": " "},
        }
        claims.update(changes.get(self.fault, {}))
        header = {"alg": "RS256", "kid": "k1"}
        if self.fault == "no signature":
            cut = [base64.urlsafe_b64encode(part).decode().rstrip("=") for part in (b'{"alg":"none"}', _json(claims))]
            return ".".join([*cut, ""])
        if self.fault == "our secret":
            return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET), algorithms=["HS256"])
        if self.fault == "another key":
            other = RSAKey.generate_key(2048, {"kid": "k1"})
            return jwt.encode(header, claims, other)
        return jwt.encode(header, claims, self.key)


@contextmanager
def standing_in() -> Iterator[StandIn]:
    """The provider on a port of this machine."""
    import uvicorn

    made = StandIn()
    sock = socket.socket()
    sock.bind(("127.0.0.1", 0))
    made.issuer = f"http://127.0.0.1:{sock.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(made.app(), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield made
    server.should_exit = True
    thread.join(10)


def _json(value: Any) -> bytes:
    import json

    return json.dumps(value).encode()
