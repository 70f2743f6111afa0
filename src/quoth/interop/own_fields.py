"""What RIS has no field for, in fields of our own: written by an export of quoth, and read back by its reader.

RIS leaves C1 to C8 to whoever writes the file. Each of ours begins with a word that nobody else writes, so that another
program's use of the field is not mistaken for it. Other programs find the headings among the keywords.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from quoth.model import Design, MeshHeading, Record

__all__ = ["OWN_FIELDS", "OwnFacts", "own_fields", "read_own_fields"]

OWN_FIELDS = {"licence": "C5", "kind": "C6", "types": "C7", "mesh": "C8"}
_MARK = "quoth {}: "
_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """What an export says beyond RIS."""

    licence: str = ""
    kind: Design | None = None
    types: tuple[str, ...] = ()
    mesh: tuple[MeshHeading, ...] = ()


def own_fields(record: Record) -> list[tuple[str, str]]:
    """Tags and values for a record; those that it has nothing for are left out."""
    said = {
        "licence": record.licence or "",
        "kind": record.design.value if record.design else "",
        "types": _BETWEEN.join(record.publication_types),
        "mesh": _BETWEEN.join(map(_written, record.mesh)),
    }
    return [(OWN_FIELDS[name], _MARK.format(name) + value) for name, value in said.items() if value]


def read_own_fields(fields: Mapping[str, str]) -> OwnFacts | None:
    """What the fields of a reference say, by tag; None for a reference that quoth did not write."""
    said = {
        name: value.removeprefix(mark).strip()
        for name, tag in OWN_FIELDS.items()
        if (value := fields.get(tag, "")).startswith(mark := _MARK.format(name))
    }
    if not said:
        return None
    kind = said.get("kind", "")
    return OwnFacts(
        said.get("licence", ""),
        Design(kind) if kind in set(Design) else None,
        _several(said.get("types", "")),
        tuple(map(_heading, _several(said.get("mesh", "")))),
    )


def _several(value: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, value.split(";")) if part)


def _written(heading: MeshHeading) -> str:
    """As MEDLINE writes it: a star for what is a major topic, qualifiers behind slashes."""
    names = [(heading.descriptor, heading.major), *heading.qualifiers]
    return "/".join(f"*{name}" if major else name for name, major in names)


def _heading(text: str) -> MeshHeading:
    descriptor, *qualifiers = text.split("/")
    return MeshHeading(
        descriptor.lstrip("*").strip(),
        descriptor.startswith("*"),
        tuple((name.lstrip("*").strip(), name.startswith("*")) for name in qualifiers if name.strip("* ")),
    )
