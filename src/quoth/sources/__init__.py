"""Bytes of a file to records, notices and words: one generator for every format that is known."""

from quoth.sources.document_facts import DocumentFacts
from quoth.sources.document_sidecar import SIDECAR_ENDING, file_identity
from quoth.sources.items import Item, Limits, Options
from quoth.sources.opening import file_sha256
from quoth.sources.readers import READERS, Reader, read
from quoth.sources.sniffing import sniff

__all__ = [
    "READERS",
    "SIDECAR_ENDING",
    "DocumentFacts",
    "Item",
    "Limits",
    "Options",
    "Reader",
    "file_identity",
    "file_sha256",
    "read",
    "sniff",
]
