"""The tests of the web need the extra `web`; their fixtures stand in `tests/serving.py`."""

import pytest

pytest.importorskip("fastapi", reason="the extra `web` is not installed")
pytest.importorskip("httpx2", reason="the test client of starlette needs httpx2")
