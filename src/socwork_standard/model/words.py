"""Wording of the order: what a cell says, word for word, and what stands beside it."""

from pydantic import Field

from socwork_standard.model.base import Id, Language, Model


class Words(Model):
    """Words of the order.  An empty `kk` is an empty cell; a cell that the order lacks is absent altogether."""

    kk: str = Field(description="the order's words, never corrected; empty where the cell is empty")
    kk_repaired: str | None = Field(None, description="our repair of damaged wording")
    defect: Id | None = Field(None, description="the defect (defects.yaml) that the repair mends")
    ru: str | None = Field(None, description="unofficial Russian translation")
    ru_official: str | None = Field(None, description="official Russian text, once somebody holds it")
    en: str | None = Field(None, description="unofficial English translation")

    def text(self, language: Language) -> str:
        """The text to show in `language`: the repair before damaged words, Kazakh where no translation stands."""
        kazakh = self.kk_repaired or self.kk
        if language == "kk":
            return kazakh
        translated = (self.ru_official or self.ru) if language == "ru" else self.en
        return translated or kazakh


class LabelledWords(Words):
    """A cell with the label that the table prints before it."""

    label: str | None = Field(None, description="the label as printed; absent where the order prints none")


class Clause(Words):
    """A sentence or list entry with an id of its own."""

    id: Id = Field(description="unique within the edition, e.g. 13.experience.second")
    printed: str | None = Field(None, description="the number as printed, where one is printed")


class LabelledClause(Clause):
    """A clause with the label printed before it."""

    label: str | None = Field(None, description="the label as printed")
