"""From a question's words to ranked units."""

from quoth.search.acronyms import explained
from quoth.search.check_tags import tags_asked
from quoth.search.everyday import plain_words
from quoth.search.everyday_names import other_names
from quoth.search.evidence_order import EvidenceFacts, by_evidence
from quoth.search.feedback import FEEDBACK_FROM, with_feedback
from quoth.search.hints import Hint, hinted
from quoth.search.indexes import INDEXES, open_index
from quoth.search.inferring import uses_of
from quoth.search.literal import is_literal, stands_in, with_literal_terms
from quoth.search.medical_names import medical_names
from quoth.search.memory import MemoryIndex
from quoth.search.packs_first import is_of_a_vocabulary
from quoth.search.plan import plan, strategy
from quoth.search.protocol import Index
from quoth.search.retrieve import retrieve
from quoth.search.said_together import said_together
from quoth.search.scoring import Bm25
from quoth.search.understand import understand
from quoth.search.widening import is_class_of_medicines, widened
from quoth.text.abbreviations import abbreviations

__all__ = [
    "FEEDBACK_FROM",
    "INDEXES",
    "Bm25",
    "EvidenceFacts",
    "Hint",
    "Index",
    "MemoryIndex",
    "abbreviations",
    "by_evidence",
    "explained",
    "hinted",
    "is_class_of_medicines",
    "is_literal",
    "is_of_a_vocabulary",
    "medical_names",
    "open_index",
    "other_names",
    "plain_words",
    "plan",
    "retrieve",
    "said_together",
    "stands_in",
    "strategy",
    "tags_asked",
    "understand",
    "uses_of",
    "widened",
    "with_feedback",
    "with_literal_terms",
]
