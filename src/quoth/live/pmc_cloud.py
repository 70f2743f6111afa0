"""PMC's article datasets on AWS: open full texts, each version with its licence and checksum.

Since August 2026 the bucket is flat: `metadata/PMC<id>.<version>.json` describes an article's version and names its
files, `PMC<id>.<version>/` holds them. Licences stand in the description, no longer in the folder's name. The legacy
FTP service has ended.
"""

import hashlib
import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from quoth.errors import SourceFailed
from quoth.http import Door, Request
from quoth.live.eutils_replies import bodyless, unfit_article
from quoth.live.kept import Kept
from quoth.live.shortfall import Fetched

__all__ = ["OPEN_LICENCES", "PmcCloud", "Version"]

NAME = "PMC article datasets"
OPEN_LICENCES = ("CC0", "CC BY", "CC BY-SA", "CC BY-ND", "CC BY-NC", "CC BY-NC-SA", "CC BY-NC-ND")
"""Under these an article may be kept and quoted; the last three not for commercial use."""
_VERSION = re.compile(r"(PMC\d{1,10})\.(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article, as its description states it."""

    pmcid: str
    version: int
    pmid: str | None
    doi: str | None
    licence: str
    open_access: bool
    retracted: bool
    manuscript: bool
    xml_key: str | None
    """Where the XML lies in the bucket."""
    xml_md5: str | None


class PmcCloud:
    """A client of the bucket, or of a mirror with the same layout."""

    def __init__(self, door: Door, address: str, kept: Kept) -> None:
        """Take the door, the bucket's address, and the answers kept."""
        self.door = door
        self.address = address.rstrip("/")
        self._kept = kept

    def versions(self, pmcid: str) -> tuple[Version, ...]:
        """The versions of an article, oldest first; empty when it is not in the datasets. Raises SourceFailed."""
        params = {"list-type": "2", "prefix": f"{pmcid.upper()}.", "delimiter": "/"}
        from lxml import etree  # late: the command line starts without it

        reply = self.door.get(f"{self.address}/", params)
        try:
            root = etree.fromstring(reply.body, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as fault:
            raise SourceFailed(f"{NAME} cannot be used: its list cannot be read. Try again later.") from fault
        names = [(prefix.text or "").rstrip("/") for prefix in root.iterfind(".//{*}CommonPrefixes/{*}Prefix")]
        numbers = sorted(
            int(found[2]) for found in map(_VERSION.fullmatch, names) if found and found[1] == pmcid.upper()
        )
        described = (self._described(f"{pmcid.upper()}.{number}") for number in numbers)
        return tuple(version for version in described if version is not None)

    def full_text(self, pmcid: str, *, licences: Collection[str] = OPEN_LICENCES) -> Fetched | None:
        """The newest open version as JATS XML, checked against its checksum; `None` where none may be used.

        A published version goes before an author's manuscript, whatever their numbers.

        Raises:
            SourceFailed: the datasets cannot be reached, or the file does not fit its checksum.
        """
        usable = [v for v in self.versions(pmcid) if v.open_access and v.licence in licences and v.xml_key]
        if not usable:
            return None
        best = max(usable, key=lambda version: (not version.manuscript, version.version))
        asked = {"key": best.xml_key or "", "md5": best.xml_md5 or ""}
        held = self._kept.get("pmc", asked)
        if held is None:
            body = self.door.ask(Request(f"{self.address}/{best.xml_key}"), unfit=unfit_article).body
            if best.xml_md5 and hashlib.md5(body, usedforsecurity=False).hexdigest() != best.xml_md5:
                raise SourceFailed(f"{NAME} cannot be used: a file does not fit its checksum. Try again later.")
            held = body, self._kept.put("pmc", asked, body)
        if bodyless(held[0]):
            return None
        return Fetched("pmc", held[0], held[1], (pmcid,), licence=best.licence)

    def _described(self, name: str) -> Version | None:
        asked = {"description": name}
        held = self._kept.get("pmc", asked)
        if held is None:
            reply = self.door.ask(Request(f"{self.address}/metadata/{name}.json", accept=(404,)))
            if reply.status == 404:
                return None
            held = reply.body, self._kept.put("pmc", asked, reply.body)
        try:
            found = json.loads(held[0])
        except ValueError as fault:
            raise SourceFailed(f"{NAME} cannot be used: a description cannot be read. Try again later.") from fault
        return _version(found, name) if isinstance(found, dict) else None


def _version(found: dict[str, Any], name: str) -> Version | None:
    stated, _, number = name.partition(".")
    if str(found.get("pmcid", "")).upper() != stated or str(found.get("version", "")) != number:
        return None
    key, md5 = _key(str(found.get("xml_url") or ""), name)
    return Version(
        pmcid=stated,
        version=int(number),
        pmid=str(found["pmid"]) if found.get("pmid") else None,
        doi=str(found["doi"]) if found.get("doi") else None,
        licence=" ".join(str(found.get("license_code") or "").split()),
        open_access=found.get("is_pmc_openaccess") is True,
        retracted=found.get("is_retracted") is True,
        manuscript=found.get("is_manuscript") is True,
        xml_key=key,
        xml_md5=md5,
    )


def _key(url: str, name: str) -> tuple[str | None, str | None]:
    """Key and checksum of "s3://bucket/PMC1.1/PMC1.1.xml?md5=…"; never the key of another article."""
    parts = urlsplit(url)
    key = parts.path.lstrip("/")
    if parts.scheme != "s3" or not key.startswith(f"{name}/") or ".." in key:
        return None, None
    md5 = parse_qs(parts.query).get("md5", [""])[0].lower()
    return key, md5 if re.fullmatch(r"[0-9a-f]{32}", md5) else None
