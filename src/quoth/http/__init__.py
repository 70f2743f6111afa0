"""The one door to the network: rules, and what gets through under them."""

import lazy_loader

# The names are in `__init__.pyi`: a command pays for what it uses (docs/decisions/0087).
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
