"""What the API says of itself is true: requests made from its own OpenAPI get the answers that it describes."""

from __future__ import annotations

from typing import Any

import pytest

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

from hypothesis import HealthCheck, settings  # noqa: E402 - only where schemathesis is there
from schemathesis import checks  # noqa: E402

from socwork_standard.web.app import create_app  # noqa: E402

SCHEMA = schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(), headers={"host": "127.0.0.1"})
CHECKED = [
    checks.not_a_server_error,
    schemathesis.specs.openapi.checks.status_code_conformance,
    schemathesis.specs.openapi.checks.content_type_conformance,
    schemathesis.specs.openapi.checks.response_schema_conformance,
]
CURRICULA = "^/api/v1/(map|coverage)$"
"""Each of these answers takes a process of its own: fewer are asked for."""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of libraries that schemathesis brings
]


@SCHEMA.exclude(path="/api/v1/plan").exclude(path_regex=CURRICULA).parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_answers_are_as_described(case: Any) -> None:  # noqa: ANN401 - schemathesis has no public type for it
    """No request gives a server error, an undescribed status or an answer of another shape."""
    case.call_and_validate(headers={"host": "127.0.0.1"}, checks=CHECKED)


@SCHEMA.include(path_regex=CURRICULA).parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_answers_about_curricula_are_as_described(case: Any) -> None:  # noqa: ANN401 - as above
    """The same holds for curricula, sent as JSON and as files."""
    case.call_and_validate(headers={"host": "127.0.0.1"}, checks=CHECKED)
