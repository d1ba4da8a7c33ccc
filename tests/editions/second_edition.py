"""What the tests of editions share."""

from collections.abc import Callable
from datetime import date

from socwork_standard.data.standard import Standard
from socwork_standard.editions.adding import NewEdition

CARD = "cards/13-social-worker.yaml"
EXAMPLE = NewEdition("2027-example", date(2027, 1, 1), act="example-order-2027", adopted=date(2026, 12, 1))
Vary = Callable[[str, str], Standard]
