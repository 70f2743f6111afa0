"""What `quoth.store` offers, and where each name lives; nothing is imported before it is used."""

from .fresh import FreshRecord as FreshRecord
from .fresh import Held as Held
from .fresh import Shelved as Shelved
from .memory import MemoryStore as MemoryStore
from .opening import open_store as open_store
from .packing import fresh_record as fresh_record
from .protocol import Counts as Counts
from .protocol import FileState as FileState
from .protocol import PackState as PackState
from .protocol import Store as Store
from .protocol import StoredRendition as StoredRendition
