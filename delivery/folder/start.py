"""Where the folder without Python begins: the command line, as `socwork` is everywhere else."""

import sys
from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()  # long work is done in processes of its own, which are this program started once more
    from socwork_standard.cli import main

    sys.exit(main())
