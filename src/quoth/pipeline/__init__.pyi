"""What `quoth.pipeline` offers, and where each name lives; nothing is imported before it is used."""

from .abstracts import Abstracts as Abstracts
from .adding import Added as Added
from .adding import AddReport as AddReport
from .adding import add as add
from .asking import (
    ask as ask,
)
from .asking import (
    check_stored as check_stored,
)
from .asking import (
    forget as forget,
)
from .asking import (
    literally as literally,
)
from .asking import (
    retold as retold,
)
from .asking import (
    stored_page as stored_page,
)
from .asking import (
    without as without,
)
from .auditing import TrailReport as TrailReport
from .auditing import trail as trail
from .auditing import verify_trail as verify_trail
from .backing_up import RestoreReport as RestoreReport
from .backing_up import back_up as back_up
from .backing_up import restore as restore
from .carrying import ExportReport as ExportReport
from .carrying import export_library as export_library
from .catalogue import (
    Overview as Overview,
)
from .catalogue import (
    PassageView as PassageView,
)
from .catalogue import (
    SourceView as SourceView,
)
from .catalogue import (
    Use as Use,
)
from .catalogue import (
    Uses as Uses,
)
from .catalogue import (
    overview as overview,
)
from .catalogue import (
    passage as passage,
)
from .catalogue import (
    source as source,
)
from .catalogue import (
    uses as uses,
)
from .composing import (
    Outcome as Outcome,
)
from .composing import (
    Told as Told,
)
from .composing import (
    topic_question as topic_question,
)
from .doubling import duplicates as duplicates
from .doubling import hold_apart as hold_apart
from .doubling import merge_records as merge_records
from .doubling import mergers as mergers
from .doubling import undo_merger as undo_merger
from .encoding import build_vectors as build_vectors
from .examining import examine as examine
from .exhaustive import EXHAUSTIVE_DEPTH as EXHAUSTIVE_DEPTH
from .exhaustive import run_exhaustive as run_exhaustive
from .falling_back import FellBack as FellBack
from .falling_back import recheck_approvals as recheck_approvals
from .importing import ImportReport as ImportReport
from .importing import import_library as import_library
from .ingesting import (
    IngestReport as IngestReport,
)
from .ingesting import (
    Options as Options,
)
from .ingesting import (
    Progress as Progress,
)
from .ingesting import (
    ingest as ingest,
)
from .ingesting import (
    rebuild_index as rebuild_index,
)
from .journals import JournalLine as JournalLine
from .journals import fetch_journals as fetch_journals
from .journals import journals as journals
from .leafing import ReadFor as ReadFor
from .leafing import ReadPassage as ReadPassage
from .leafing import read_for as read_for
from .living import (
    LiveReport as LiveReport,
)
from .living import (
    LiveStep as LiveStep,
)
from .living import (
    ask_live as ask_live,
)
from .living import (
    live_search as live_search,
)
from .loading import (
    LoadReport as LoadReport,
)
from .loading import (
    fetch_mesh as fetch_mesh,
)
from .loading import (
    fetch_retractions as fetch_retractions,
)
from .loading import (
    load_pubmed as load_pubmed,
)
from .parts import Parts as Parts
from .recommended import (
    Recommended as Recommended,
)
from .recommended import (
    recommended as recommended,
)
from .recommending import (
    Recommendations as Recommendations,
)
from .recommending import (
    TextProposals as TextProposals,
)
from .recommending import (
    recommendations as recommendations,
)
from .recommending import (
    rule as rule,
)
from .rehearsing import rehearse as rehearse
from .searching import (
    forget_strategy as forget_strategy,
)
from .searching import (
    found_records as found_records,
)
from .searching import (
    may_change_strategy as may_change_strategy,
)
from .searching import (
    run_strategy as run_strategy,
)
from .searching import (
    save_strategy as save_strategy,
)
from .searching import (
    saved_strategies as saved_strategies,
)
from .searching import (
    saved_strategy as saved_strategy,
)
from .searching import (
    search_record as search_record,
)
from .shelves import Shelf as Shelf
from .shelves import ShelfPage as ShelfPage
from .shelves import browse as browse
from .shelves import shelf_page as shelf_page
from .taking import live_of as live_of
from .telling import digest_feed as digest_feed
from .telling import mail_digests as mail_digests
from .thin import is_thin as is_thin
from .thin import may_search as may_search
from .threads import (
    ThreadView as ThreadView,
)
from .threads import (
    forget_thread as forget_thread,
)
from .threads import (
    keep_thread as keep_thread,
)
from .threads import (
    kept_thread as kept_thread,
)
from .under_review import page_state as page_state
from .under_review import standing_address as standing_address
from .verifying import VerifyReport as VerifyReport
from .verifying import verify_library as verify_library
from .vocabulary import Vocabulary as Vocabulary
from .watching import (
    add_watch as add_watch,
)
from .watching import (
    digests as digests,
)
from .watching import (
    due_watches as due_watches,
)
from .watching import (
    remove_watch as remove_watch,
)
from .watching import (
    run_watches as run_watches,
)
from .watching import (
    watch_named as watch_named,
)
from .watching import (
    watches as watches,
)
from .weighing import LicenceReport as LicenceReport
from .weighing import licences as licences
from .weighing import limited as limited
