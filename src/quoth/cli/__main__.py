"""`python -m quoth.cli` is `quoth`."""

from quoth.cli.main import main

main()
