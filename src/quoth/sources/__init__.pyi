"""What `quoth.sources` offers, and where each name lives; nothing is imported before it is used."""

from .document_facts import DOCUMENT_KINDS as DOCUMENT_KINDS
from .document_facts import DOCUMENT_STATUSES as DOCUMENT_STATUSES
from .document_facts import DocumentFacts as DocumentFacts
from .document_sidecar import SIDECAR_ENDING as SIDECAR_ENDING
from .document_sidecar import file_identity as file_identity
from .items import Item as Item
from .items import Limits as Limits
from .items import Options as Options
from .opening import file_sha256 as file_sha256
from .readers import READERS as READERS
from .readers import Reader as Reader
from .readers import read as read
from .sniffing import sniff as sniff
from .zip_files import holds_files as holds_files
from .zip_files import unzip as unzip
