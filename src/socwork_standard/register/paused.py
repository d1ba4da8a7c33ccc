"""Making many objects at once without being interrupted for a search for rubbish that is not there."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Pause the cyclic garbage collector.

    Rows, records and verdicts hold no cycles, and yet each new generation of them makes the collector walk through
    all that there are: a quarter of the time of a long register.  What holds no cycle is freed as ever.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
