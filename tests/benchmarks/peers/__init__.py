"""Other makers of sites, given the same pages: each writes navigation, what is on a page, and an index to search."""

from tests.benchmarks.peers.eleventy import Eleventy
from tests.benchmarks.peers.hugo import Hugo
from tests.benchmarks.peers.material import Material
from tests.benchmarks.peers.peer import Peer
from tests.benchmarks.peers.sphinx import Sphinx

PEERS: dict[str, Peer] = {"hugo": Hugo(), "eleventy": Eleventy(), "material": Material(), "sphinx": Sphinx()}
"""By the name that the command line knows them by."""

__all__ = ["PEERS", "Peer"]
