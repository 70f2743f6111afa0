"""What every store must do. Subclass `StoreContract` and give a `store` fixture: an empty library."""

from tests.contract.desk_contract import DeskContract
from tests.contract.store_records import RecordsContract
from tests.contract.store_state import StateContract
from tests.contract.store_texts import TextsContract
from tests.contract.store_travel import TravelContract
from tests.contract.store_words_and_notices import WordsContract

__all__ = ["StoreContract"]


class StoreContract(RecordsContract, TextsContract, WordsContract, StateContract, TravelContract, DeskContract):
    """The promises of the Store Protocol, one test each."""
