"""The key that seals reviews: made at first use, kept in the home folder for its owner alone.

Older public keys stay, so that what they sealed can still be verified after the key was changed. Nothing else of quoth
touches `cryptography`.
"""

import base64
import hashlib
import os
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from quoth.errors import LibraryDamaged
from quoth.model import Signature

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

__all__ = ["KeyRing", "SealState"]

_PRIVATE = "signing.pem"
_FILE = re.compile(r"signing\.pem|[0-9a-f]{16}\.pub")


class SealState(StrEnum):
    """What can be said of one seal."""

    GOOD = "the seal fits the document"
    BROKEN = "the seal does not fit the document"
    UNKNOWN_KEY = "the seal was made with a key that this installation does not know"


class KeyRing:
    """The private key of this installation and every public key that it ever had; in memory without a folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder of the keys; it is made when the first thing is sealed."""
        self._folder = folder
        self._private: Ed25519PrivateKey | None = None

    def seal(self, document: str) -> Signature:
        """The document with this installation's signature."""
        key = self._key()
        value = base64.b64encode(key.sign(document.encode("utf-8", "surrogatepass"))).decode()
        return Signature(document, value, _key_id(key.public_key()))

    def state(self, signature: Signature) -> SealState:
        """Whether a seal is good, broken, or of a key that is not known here."""
        from cryptography.exceptions import InvalidSignature

        public = self._public(signature.key_id)
        if public is None:
            return SealState.UNKNOWN_KEY
        try:
            public.verify(
                base64.b64decode(signature.value, validate=True), signature.document.encode("utf-8", "surrogatepass")
            )
        except (InvalidSignature, ValueError):
            return SealState.BROKEN
        return SealState.GOOD

    def public_keys(self) -> dict[str, str]:
        """Key id -> public key, base64 of its 32 bytes, for whoever verifies elsewhere."""
        held = {_key_id(self._private.public_key()): _raw(self._private.public_key())} if self._private else {}
        files = sorted(self._folder.glob("*.pub")) if self._folder and self._folder.is_dir() else []
        return {**{file.stem: base64.b64encode(file.read_bytes()).decode() for file in files}, **{
            key_id: base64.b64encode(raw).decode() for key_id, raw in held.items()
        }}  # fmt: skip

    def files(self) -> dict[str, bytes]:
        """Every key file by its name, the private key included: for a backup."""
        held = sorted(self._folder.iterdir()) if self._folder and self._folder.is_dir() else []
        return {file.name: file.read_bytes() for file in held if _FILE.fullmatch(file.name)}

    def take(self, files: Mapping[str, bytes]) -> tuple[str, ...]:
        """Put back key files of a backup; what is here already stays. Returns the names of those that were put."""
        taken = []
        for name, content in sorted(files.items()):
            if self._folder is None or not _FILE.fullmatch(name) or (self._folder / name).exists():
                continue
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            mode = 0o600 if name == _PRIVATE else 0o644
            with os.fdopen(os.open(self._folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as handle:
                handle.write(content)
            taken.append(name)
        return tuple(taken)

    def _key(self) -> "Ed25519PrivateKey":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        if self._private is None and self._folder is not None:
            self._private = _load_or_make(self._folder)
        if self._private is None:
            self._private = Ed25519PrivateKey.generate()
        return self._private

    def _public(self, key_id: str) -> "Ed25519PublicKey | None":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        raw = self.public_keys().get(key_id)
        if raw is None:
            return None
        try:
            key = Ed25519PublicKey.from_public_bytes(base64.b64decode(raw))
        except ValueError:
            return None
        return key if _key_id(key) == key_id else None


def _load_or_make(folder: Path) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    file = folder / _PRIVATE
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = Ed25519PrivateKey.generate()
    pem = made.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    draft = folder / f".{_PRIVATE}.{os.getpid()}.{id(made)}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as handle:
        handle.write(pem)
    try:
        os.link(draft, file)  # the first process wins, whole; the others take its key
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    try:
        held = serialization.load_pem_private_key(file.read_bytes(), password=None)
    except ValueError as fault:
        raise LibraryDamaged(f"The signing key cannot be read ({file}): {fault}. Restore it from a backup.") from fault
    if not isinstance(held, Ed25519PrivateKey):
        raise LibraryDamaged(f"The signing key is of another kind ({file}). Restore it from a backup.")
    (folder / f"{_key_id(held.public_key())}.pub").write_bytes(_raw(held.public_key()))
    return held


def _raw(key: "Ed25519PublicKey") -> bytes:
    from cryptography.hazmat.primitives import serialization

    return key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def _key_id(key: "Ed25519PublicKey") -> str:
    return hashlib.sha256(_raw(key)).hexdigest()[:16]
