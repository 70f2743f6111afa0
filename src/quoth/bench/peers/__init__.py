"""Other search engines on the same texts and questions, each in a process of its own: the table, and how it is run."""

from quoth.bench.peers.measuring import Parameters, measure
from quoth.bench.peers.table import PEERS, Peer

__all__ = ["PEERS", "Parameters", "Peer", "measure"]
