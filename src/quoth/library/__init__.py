"""Reports into records: one entry for each report, all its texts beside it, and how it stands."""

from quoth.library.bulk import Prepared, prepared
from quoth.library.cutting import cut, passages
from quoth.library.editing import as_read, put_edition
from quoth.library.intake import Intake, ReadyItem, Taken
from quoth.library.keeping import Kept, keep, prepare
from quoth.library.naming import ids_from_text
from quoth.library.origins import pack_rank
from quoth.library.overview import Doubtful, Overview, doubtful, overview
from quoth.library.packs import STARTER_EDITOR, KeptWords, finish_pack, keep_words
from quoth.library.standing import RETRACTION_CHECKED, delete_citation, keep_notice_list, keep_notices, standings
from quoth.library.units import units

__all__ = [
    "RETRACTION_CHECKED",
    "STARTER_EDITOR",
    "Doubtful",
    "Intake",
    "Kept",
    "KeptWords",
    "Overview",
    "Prepared",
    "ReadyItem",
    "Taken",
    "as_read",
    "cut",
    "delete_citation",
    "doubtful",
    "finish_pack",
    "ids_from_text",
    "keep",
    "keep_notice_list",
    "keep_notices",
    "keep_words",
    "overview",
    "pack_rank",
    "passages",
    "prepare",
    "prepared",
    "put_edition",
    "standings",
    "units",
]
