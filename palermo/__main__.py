"""Run the command line: `python -m palermo`."""

import sys

from palermo.cli.main import run

sys.exit(run())
