"""``python -m claimtrack.cli``: the command line without its entry point."""

from claimtrack.cli.main import run

run()
