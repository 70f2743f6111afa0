"""What `quoth.live` offers, and where each name lives; nothing is imported before it is used."""

from .conversation import Check as Check
from .conversation import converse as converse
from .documents import FetchedDocument as FetchedDocument
from .documents import fetch_document as fetch_document
from .europepmc import Article as Article
from .europepmc import EuropePmc as EuropePmc
from .eutils import Eutils as Eutils
from .eutils import Found as Found
from .lists import (
    Journal as Journal,
)
from .lists import (
    WholeList as WholeList,
)
from .lists import (
    fetch_list as fetch_list,
)
from .lists import (
    parse_journals as parse_journals,
)
from .pubmed_files import BaselineFile as BaselineFile
from .pubmed_files import Downloaded as Downloaded
from .pubmed_files import PubmedFiles as PubmedFiles
from .shortfall import Fetched as Fetched
from .shortfall import Shortfall as Shortfall
from .sources import SOURCES as SOURCES
from .sources import Live as Live
from .sources import Source as Source
from .strategy import (
    RETRACTED as RETRACTED,
)
from .strategy import (
    TIERS as TIERS,
)
from .strategy import (
    Strategy as Strategy,
)
from .strategy import (
    Tier as Tier,
)
from .strategy import (
    strategy_of as strategy_of,
)
