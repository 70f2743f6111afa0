"""What `quoth.store` offers, and where each name lives; nothing is imported before it is used."""

from .fresh import FreshRecord as FreshRecord
from .fresh import Held as Held
from .fresh import Shelved as Shelved
from .memory import MemoryStore as MemoryStore
from .opening import open_store as open_store
from .packing import fresh_record as fresh_record
from .protocol import Store as Store
from .stored import Counts as Counts
from .stored import FileState as FileState
from .stored import PackState as PackState
from .stored import StoredRendition as StoredRendition
