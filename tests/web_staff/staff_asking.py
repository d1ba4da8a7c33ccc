"""What the tests of staff lists on the web share: lists, and sending them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from serving import BASE
from socwork_standard.web.app import create_app
from socwork_standard.web.services import Services
from socwork_standard.web.settings import Limits, Settings
from socwork_standard.web.staff_lists import StaffList

DAY = "2025-06-01"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "register"
RU, KK = EXAMPLES / "staff-ru.xlsx", EXAMPLES / "staff-kk.csv"
HEADINGS = "id,fact,unit,post,level,speciality,qualification,completed,position,category,social_protection,start,end\n"
LIST = HEADINGS + (
    "0417,education,2,13,tve_specialist,social-work,social-worker,2015-06-30,,,,,\n"
    "0417,experience,,,,,,,social-worker,first,yes,2022-07-01,ongoing\n"
    "0418,education,1,10,general_secondary,,,2019,,,,,\n"
    "0418,experience,,,,,,,none,,,,\n"
    "0419,education,1,13,tve_specialist,мобильная психотерапия,,31.02.2016,,,,,\n"
)
"""Three people; the last has a speciality that no vocabulary holds and a day that does not exist."""


@contextmanager
def serving(**limits: float) -> Iterator[TestClient]:
    """A server with limits of its own."""
    given: dict[str, Any] = limits
    with TestClient(create_app(Settings(limits=Limits(**given))), base_url=BASE) as client:
        yield client


def services(client: TestClient) -> Services:
    """Give the services of the server."""
    found = client.app.state.services  # type: ignore[attr-defined]
    assert isinstance(found, Services)
    return found


def send(client: TestClient, content: bytes | str = LIST, name: str = "staff.csv", **fields: str) -> str:
    """Send a list with the form; its address comes back."""
    answer = client.post(
        "/staff", data={"day": DAY, **fields}, files={"file": (name, content)}, follow_redirects=False
    )
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def kept(client: TestClient, address: str) -> StaffList:
    """Give the list of an address, without looking at it."""
    return services(client).staff._lists[address.rpartition("/")[2]]


def finish(client: TestClient, address: str) -> StaffList:
    """Wait until the work on a list is over."""
    one = kept(client, address)
    assert client.portal is not None
    client.portal.call(one.finished.wait)
    return one


def checked(client: TestClient, content: bytes | str = LIST, name: str = "staff.csv", **fields: str) -> str:
    """Send a list and wait until it is decided; its address comes back."""
    address = send(client, content, name, **fields)
    assert finish(client, address).state == "done"
    return address
