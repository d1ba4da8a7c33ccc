"""The files that an edition brings: its cards, its order around the cards, and entries for the tables of the data."""

from collections.abc import Sequence
from pathlib import Path

from socwork_standard.data.parts import TOP
from socwork_standard.data.strict_yaml import read_yaml
from socwork_standard.errors import InputError
from socwork_standard.model.card import Card
from socwork_standard.model.order import Order

CARDS, ORDER, VOCABULARIES = "cards", "order.yaml", "vocabularies"


class NewTexts:
    """The texts of a new edition, read and sorted.

    `cards` are the card files; `order` the file of the order around the cards, if there is one; `tables` the files
    whose entries go into those of the same name (competencies.yaml, vocabularies/legal-acts.yaml and so on).
    """

    def __init__(self, given: Sequence[str | Path]) -> None:
        self.cards: dict[Path, Card] = {}
        self.order: Path | None = None
        self.tables: dict[str, Path] = {}
        for name in given:
            path = Path(name)
            if path.is_dir():
                self._folder(path)
            elif path.is_file():
                self._card(path)
            else:
                raise InputError("there is no such file or folder.", str(path), "Check the path.")
        if not self.cards and self.order is None:
            where = ", ".join(map(str, given))
            raise InputError("there is no card here.", where, "Give card files, or a folder with cards/.")

    def _folder(self, folder: Path) -> None:
        files = sorted(folder.rglob("*.y*ml"))
        for path in files:
            name = path.relative_to(folder).as_posix()
            head, _, rest = name.rpartition("/")
            if name == ORDER:
                read_yaml(path, error=InputError).build(Order)
                self.order = path
            elif head == CARDS or (not head and rest[:1].isdigit()):
                self._card(path)
            elif head == VOCABULARIES or (not head and path.stem in TOP and path.stem != "editions"):
                self.tables[name] = path
            else:
                raise InputError(
                    "an edition has no file {name!r}.",
                    str(path),
                    "Use cards/NN-slug.yaml, order.yaml, vocabularies/ and the tables of a standard directory.",
                    name=name,
                )

    def _card(self, path: Path) -> None:
        card = read_yaml(path, error=InputError).build(Card)
        twice = next((other for other, one in self.cards.items() if one.point == card.point), None)
        if twice is not None:
            raise InputError(
                "card {point} stands already in {other}.",
                str(path),
                "Keep one of the two.",
                point=card.point,
                other=twice,
            )
        self.cards[path] = card
