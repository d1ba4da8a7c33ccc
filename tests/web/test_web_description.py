"""What the API says of itself is true: requests made from its own OpenAPI get the answers that it describes."""

from __future__ import annotations

from typing import Any

import pytest

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

from hypothesis import HealthCheck, settings  # noqa: E402 - only where schemathesis is there
from schemathesis import checks  # noqa: E402
from schemathesis.config import SchemathesisConfig  # noqa: E402
from schemathesis.specs.openapi import checks as conformance  # noqa: E402

from socwork_standard.web.app import create_app  # noqa: E402
from socwork_standard.web.settings import Limits, Settings  # noqa: E402

APPLICATION = create_app(Settings(limits=Limits(waiting=1_000, kept=100)))
"""A server that never says it is busy, which would be no fault of what it says of itself."""


def described(**phases: bool) -> Any:  # noqa: ANN401 - schemathesis has no public type for it
    """Give what the API says of itself, with some ways of making requests switched off."""
    config = SchemathesisConfig.from_dict(
        {"phases": {name: {"enabled": enabled} for name, enabled in phases.items()}}
    )
    return schemathesis.openapi.from_asgi(
        "/api/v1/openapi.json", APPLICATION, headers={"host": "127.0.0.1"}, config=config
    )


CHECKED = [
    checks.not_a_server_error,
    conformance.status_code_conformance,
    conformance.content_type_conformance,
    conformance.response_schema_conformance,
]
HEAVY = "^/api/v1/(map|coverage|plan|register)$"
"""Each of these answers takes a process of its own: no request is made for each limit of each key."""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of libraries that schemathesis brings
]


@described().exclude(path_regex=HEAVY).parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_answers_are_as_described(case: Any) -> None:  # noqa: ANN401 - schemathesis has no public type for it
    """No request gives a server error, an undescribed status or an answer of another shape."""
    case.call_and_validate(headers={"host": "127.0.0.1"}, checks=CHECKED)


@described(coverage=False).include(path_regex=HEAVY).parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_heavy_answers_are_as_described(case: Any) -> None:  # noqa: ANN401 - as above
    """The same holds for plans, staff lists and curricula, sent as JSON and as files."""
    case.call_and_validate(headers={"host": "127.0.0.1"}, checks=CHECKED)
