"""`python -m journeymapper`: the command line."""

import sys

from journeymapper.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
