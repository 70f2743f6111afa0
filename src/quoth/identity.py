"""Sign-in by an organisation's own provider (OpenID Connect): the code flow with PKCE, state and nonce.

What a provider says is believed when its ID token is signed with a key of its own set, was made for us, now, and for
this very sign-in. Nothing else of quoth touches Authlib or joserfc (extra `oidc`).
"""

import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from quoth.errors import BadInput, MissingExtra, NotSignedIn

__all__ = ["Flow", "Identity", "Provider"]

ALGORITHMS = ("RS256", "PS256", "ES256", "ES384", "EdDSA", "Ed25519")
"""Asymmetric ones alone: never `none`, and never one that our own secret could forge."""
_TIMEOUT_S = 10.0
_LEEWAY_S = 60
_LOCAL = ("localhost", "127.0.0.1", "::1")
_BROKEN = "The provider's answer cannot be believed: {why}. Nobody was signed in. Tell an administrator."


@dataclass(frozen=True, slots=True)
class Flow:
    """One sign-in that has begun: what its end must fit."""

    state: str
    nonce: str
    verifier: str
    redirect: str
    """Our address that the provider leads back to."""
    address: str
    """The provider's page that the browser goes to."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the provider says it is."""

    subject: str
    """"issuer subject": what an account is known by."""
    name: str
    """What the person is called there, for a name to sign in with."""
    shown_name: str


class Provider:
    """One provider, its addresses and keys asked for when they are needed."""

    def __init__(self, issuer: str, client_id: str, client_secret: str) -> None:
        """Take the issuer's URL as the provider itself writes it, and what it knows us by.

        Raises:
            BadInput: the issuer is no HTTPS address (HTTP only on this machine), or we have no id with it.
            MissingExtra: the extra `oidc` is not installed.
        """
        parts = urlsplit(issuer)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
            raise BadInput(f"Setting oidc_issuer is {issuer!r}. Expected an address that begins with https://.")
        if not client_id:
            raise BadInput("Setting oidc_client_id is empty. The provider gives the id when you register this site.")
        self._issuer, self._id, self._secret = issuer, client_id, client_secret
        self._found: dict[str, Any] | None = None

    def begin(self, redirect: str) -> Flow:
        """A sign-in with secrets of its own. Raises NotSignedIn where the provider cannot be reached."""
        verifier, state, nonce = (secrets.token_urlsafe(48) for _ in range(3))
        endpoint = self._metadata("authorization_endpoint")
        with self._client(redirect) as client:
            address, _ = client.create_authorization_url(endpoint, state=state, nonce=nonce, code_verifier=verifier)
        return Flow(state, nonce, verifier, redirect, str(address))

    def finish(self, flow: Flow, *, code: str, state: str) -> Identity:
        """Who signed in. Raises NotSignedIn where anything does not fit."""
        if not secrets.compare_digest(flow.state.encode(), state.encode()):
            raise NotSignedIn(_BROKEN.format(why="it belongs to another sign-in"))
        from authlib.integrations.base_client.errors import OAuthError

        try:
            with self._client(flow.redirect) as client:
                token = client.fetch_token(
                    self._metadata("token_endpoint"),
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=flow.verifier,
                )
        except (OAuthError, _network_errors()) as fault:
            raise NotSignedIn(_BROKEN.format(why="it gave no token")) from fault
        claims = self._claims(str(token.get("id_token", "")), flow.nonce)
        name = str(claims.get("preferred_username") or claims.get("email") or claims["sub"])
        return Identity(f"{self._issuer} {claims['sub']}", name, str(claims.get("name") or name))

    def _claims(self, id_token: str, nonce: str) -> dict[str, Any]:
        from joserfc import jwt
        from joserfc.errors import JoseError
        from joserfc.jwk import KeySet

        try:
            keys = KeySet.import_key_set(self._fetched(self._metadata("jwks_uri")))
            claims = jwt.decode(id_token, keys, algorithms=list(ALGORITHMS)).claims
            jwt.JWTClaimsRegistry(
                leeway=_LEEWAY_S,
                iss={"essential": True, "value": self._issuer},
                aud={"essential": True, "value": self._id},
                exp={"essential": True},
                iat={"essential": True},
                sub={"essential": True},
                nonce={"essential": True, "value": nonce},
            ).validate(claims)
        except (JoseError, ValueError, KeyError, TypeError) as fault:
            raise NotSignedIn(_BROKEN.format(why="its ID token does not hold")) from fault
        if isinstance(claims.get("aud"), list) and len(claims["aud"]) > 1 and claims.get("azp") != self._id:
            raise NotSignedIn(_BROKEN.format(why="its ID token was made for somebody else"))
        if not str(claims["sub"]).strip():
            raise NotSignedIn(_BROKEN.format(why="it names nobody"))
        return dict(claims)

    def _metadata(self, name: str) -> str:
        """One address of the provider, from its own description, which must name the same issuer."""
        if self._found is None:
            found = self._fetched(f"{self._issuer.rstrip('/')}/.well-known/openid-configuration")
            if not isinstance(found, dict) or found.get("issuer") != self._issuer:
                raise NotSignedIn(_BROKEN.format(why="it says that it is another issuer"))
            self._found = found
        address = str(self._found.get(name, ""))
        parts = urlsplit(address)
        if parts.scheme != "https" and parts.hostname not in _LOCAL:
            raise NotSignedIn(_BROKEN.format(why=f"its {name} is not safe"))
        return address

    def _fetched(self, address: str) -> Any:  # noqa: ANN401 - JSON of another
        import httpx2

        try:
            reply = httpx2.get(address, timeout=_TIMEOUT_S, follow_redirects=False)
            reply.raise_for_status()
            return reply.json()
        except (httpx2.HTTPError, ValueError) as fault:
            raise NotSignedIn("The provider cannot be reached. Try again later, or sign in by password.") from fault

    def _client(self, redirect: str) -> Any:  # noqa: ANN401 - Authlib has no types
        try:
            from authlib.integrations.httpx_client import OAuth2Client
        except ImportError as fault:
            raise MissingExtra("Signing in with another provider", "oidc") from fault
        return OAuth2Client(
            self._id,
            self._secret or None,
            scope="openid profile email",
            redirect_uri=redirect,
            code_challenge_method="S256",
            token_endpoint_auth_method="client_secret_basic" if self._secret else "none",
            timeout=_TIMEOUT_S,
        )


def _network_errors() -> type[Exception]:
    import httpx2

    found: type[Exception] = httpx2.HTTPError
    return found
