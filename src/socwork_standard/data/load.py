"""Loading a standard: find its directory, take compiled data where fresh, and hand out `Standard`."""

import os
from functools import lru_cache
from pathlib import Path

from socwork_standard.data.compiled import load_compiled
from socwork_standard.data.locate import cache_directory, compiled_file, data_directory, is_default
from socwork_standard.data.standard import Standard


def load_standard(directory: str | os.PathLike[str] | None = None) -> Standard:
    """Load the standard that came with the package, or the one in `directory`.

    The environment variable `SOCWORK_STANDARD_DATA` names another directory as well.  Raises `DataError` where
    there is no standard or one of its files is wrong.
    """
    return _load(data_directory(directory), os.environ.get("SOCWORK_NO_CACHE") == "1")


@lru_cache(maxsize=4)
def _load(directory: Path, no_cache: bool) -> Standard:  # noqa: FBT001
    candidates = [compiled_file()] if is_default(directory) else []
    cache = None if no_cache else cache_directory()
    return Standard(load_compiled(directory, candidates, cache), str(directory))
