"""The story: what happens in which order. Every step is a function of a stage; nothing of medicine is decided here."""

from quoth.pipeline.adding import Added, AddReport, add
from quoth.pipeline.asking import (
    Outcome,
    Told,
    ask,
    check_stored,
    forget,
    retold,
    stored_page,
    topic_question,
    without,
)
from quoth.pipeline.auditing import TrailReport, trail, verify_trail
from quoth.pipeline.catalogue import (
    Overview,
    PassageView,
    SourceView,
    Use,
    Uses,
    browse,
    overview,
    passage,
    source,
    uses,
)
from quoth.pipeline.encoding import build_vectors
from quoth.pipeline.examining import examine
from quoth.pipeline.falling_back import FellBack, recheck_approvals
from quoth.pipeline.ingesting import IngestReport, Options, Progress, ingest, rebuild_index
from quoth.pipeline.leafing import ReadFor, ReadPassage, read_for
from quoth.pipeline.living import LiveReport, LiveStep, ask_live, is_thin, live_search, may_search
from quoth.pipeline.loading import LoadReport, fetch_mesh, fetch_retractions, load_pubmed
from quoth.pipeline.parts import Parts, Vocabulary
from quoth.pipeline.recommending import Recommendations, TextProposals, recommendations, rule
from quoth.pipeline.searching import (
    forget_strategy,
    found_records,
    run_strategy,
    save_strategy,
    saved_strategies,
    saved_strategy,
    search_record,
)
from quoth.pipeline.taking import live_of
from quoth.pipeline.telling import digest_feed, mail_digests
from quoth.pipeline.threads import ThreadView, forget_thread, keep_thread, kept_thread
from quoth.pipeline.under_review import page_state, standing_address
from quoth.pipeline.watching import add_watch, digests, due_watches, remove_watch, run_watches, watch_named, watches

__all__ = [
    "AddReport",
    "Added",
    "FellBack",
    "IngestReport",
    "LiveReport",
    "LiveStep",
    "LoadReport",
    "Options",
    "Outcome",
    "Overview",
    "Parts",
    "PassageView",
    "Progress",
    "ReadFor",
    "ReadPassage",
    "Recommendations",
    "SourceView",
    "TextProposals",
    "ThreadView",
    "Told",
    "TrailReport",
    "Use",
    "Uses",
    "Vocabulary",
    "add",
    "add_watch",
    "ask",
    "ask_live",
    "browse",
    "build_vectors",
    "check_stored",
    "digest_feed",
    "digests",
    "due_watches",
    "examine",
    "fetch_mesh",
    "fetch_retractions",
    "forget",
    "forget_strategy",
    "forget_thread",
    "found_records",
    "ingest",
    "is_thin",
    "keep_thread",
    "kept_thread",
    "live_of",
    "live_search",
    "load_pubmed",
    "mail_digests",
    "may_search",
    "overview",
    "page_state",
    "passage",
    "read_for",
    "rebuild_index",
    "recheck_approvals",
    "recommendations",
    "remove_watch",
    "retold",
    "rule",
    "run_strategy",
    "run_watches",
    "save_strategy",
    "saved_strategies",
    "saved_strategy",
    "search_record",
    "source",
    "standing_address",
    "stored_page",
    "topic_question",
    "trail",
    "uses",
    "verify_trail",
    "watch_named",
    "watches",
    "without",
]
