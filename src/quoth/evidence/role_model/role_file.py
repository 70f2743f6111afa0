"""The role model's file: what it was trained on, its words with their weights, and the order of the roles.

Layout: a line of JSON (version, features, seed, data, roles, counts, scale, sha256 of what follows, packed), then zlib
of feature names joined by newlines, a zero byte, and int8 weights `[n_features, n_roles]`, int16 transitions
`[n_roles, n_roles]` in hundredths. Whoever retrains gets the same bytes from the same data.
"""

import hashlib
import json
import struct
import zlib
from dataclasses import dataclass

from quoth.errors import LibraryDamaged

__all__ = ["RoleWeights", "pack_weights", "unpack_weights"]

_VERSION = 1
_HUNDREDTHS = 100.0
_MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """A trained model as stored. `weights` is int8[n_features, n_roles], row by row; times `scale` it is the score.

    A role that is named twice has two states: the first begins a section of that role, the second goes on with it.
    """

    roles: tuple[str, ...]
    features: tuple[str, ...]
    weights: bytes
    scale: float
    transitions: tuple[tuple[float, ...], ...]
    features_version: int
    seed: int
    trained_on: str


def pack_weights(model: RoleWeights) -> bytes:
    """The file's bytes: the same model gives the same bytes."""
    size = len(model.roles)
    moves = [round(value * _HUNDREDTHS) for row in model.transitions for value in row]
    body = (
        b"\n".join(name.encode() for name in model.features)
        + b"\0"
        + model.weights
        + struct.pack(f"<{size * size}h", *moves)
    )
    packed = zlib.compress(body, 9)
    header = {
        "quoth_roles": _VERSION,
        "features_version": model.features_version,
        "seed": model.seed,
        "trained_on": model.trained_on,
        "roles": list(model.roles),
        "n_features": len(model.features),
        "scale": model.scale,
        "sha256": hashlib.sha256(packed).hexdigest(),
    }
    return json.dumps(header, ensure_ascii=False).encode() + b"\n" + packed


def unpack_weights(data: bytes) -> RoleWeights:
    """The model that `pack_weights` wrote.

    Raises:
        LibraryDamaged: the bytes are not such a file, or were changed.
    """
    head, _, packed = data.partition(b"\n")
    try:
        header = json.loads(head)
        if header["quoth_roles"] != _VERSION or hashlib.sha256(packed).hexdigest() != header["sha256"]:
            raise ValueError("another version, or changed bytes")
        body = zlib.decompressobj().decompress(packed, _MAX_BYTES)
        names, _, numbers = body.partition(b"\0")
        features = tuple(names.decode().split("\n"))
        size, count = len(header["roles"]), len(features)
        if count != header["n_features"] or len(numbers) != count * size + 2 * size * size:
            raise ValueError("its parts do not add up")
        moves = struct.unpack(f"<{size * size}h", numbers[count * size :])
        rows = tuple(tuple(value / _HUNDREDTHS for value in moves[i * size : (i + 1) * size]) for i in range(size))
        return RoleWeights(
            tuple(header["roles"]),
            features,
            numbers[: count * size],
            float(header["scale"]),
            rows,
            int(header["features_version"]),
            int(header["seed"]),
            str(header["trained_on"]),
        )
    except (ValueError, KeyError, TypeError, zlib.error, struct.error) as fault:
        raise LibraryDamaged(
            f"The sentence-role model cannot be read ({fault}). Expected the file that ships with quoth. "
            "Install quoth again."
        ) from fault
