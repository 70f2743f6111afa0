"""The services of the literature: what they are asked, and what they answer."""

from quoth.live.conversation import Check, converse
from quoth.live.documents import FetchedDocument, fetch_document
from quoth.live.europepmc import Article, EuropePmc
from quoth.live.eutils import Eutils, Found
from quoth.live.lists import Journal, WholeList, fetch_list, parse_journals
from quoth.live.pubmed_files import BaselineFile, Downloaded, PubmedFiles
from quoth.live.shortfall import Fetched, Shortfall
from quoth.live.sources import SOURCES, Live, Source
from quoth.live.strategy import RETRACTED, TIERS, Strategy, Tier, strategy_of

__all__ = [
    "RETRACTED",
    "SOURCES",
    "TIERS",
    "Article",
    "BaselineFile",
    "Check",
    "Downloaded",
    "EuropePmc",
    "Eutils",
    "Fetched",
    "FetchedDocument",
    "Found",
    "Journal",
    "Live",
    "PubmedFiles",
    "Shortfall",
    "Source",
    "Strategy",
    "Tier",
    "WholeList",
    "converse",
    "fetch_document",
    "fetch_list",
    "parse_journals",
    "strategy_of",
]
