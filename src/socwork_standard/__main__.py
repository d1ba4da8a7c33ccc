"""`python -m socwork_standard`: the same as the command `socwork`."""

import sys

from socwork_standard.cli import main

if __name__ == "__main__":
    sys.exit(main())
