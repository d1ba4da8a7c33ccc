"""A sentence encoder of the user's own: fitting its weight on decisions, and taking both for a mapping."""

from pathlib import Path
from typing import TYPE_CHECKING

from socwork_standard.cli import curricula
from socwork_standard.cli.answering import emit
from socwork_standard.cli.review import read_decisions_file
from socwork_standard.cli.saving import as_json, new_file, say_written, write_whole
from socwork_standard.cli.support import Format, Lang, Source, language_of
from socwork_standard.curriculum.encoder import Encoder, Meaning, fitted
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.model.encoder import EncoderWeights

if TYPE_CHECKING:
    from socwork_standard.model.base import Language
    from socwork_standard.reports.page import Page


def named_encoder(folder: str | None, weights: str | None, standard: Standard) -> Meaning | None:
    """The sentence encoder of a folder with the weights of a file; none where none is named."""
    if folder is None and weights is None:
        return None
    if folder is None or weights is None:
        raise InputError(
            "an encoder and its weights go together.",
            "--encoder" if folder else "--weights",
            "Give --encoder and --weights; `socwork programme fit` makes the weights from your decisions.",
        )
    read = Source(weights).document().build(EncoderWeights)
    return fitted(Encoder(Path(folder)), read, standard, weights)


def show_fit(
    name: str,
    decisions: str,
    folder: str,
    output: str | None,
    form: Format,
    lang: Lang | None,
    *,
    force: bool,
) -> None:
    """Fit the weight, print what it gains, and write it to a file where one is named."""
    from socwork_standard.curriculum.fit import fit

    language = language_of(lang)
    path = new_file(output, (".json",), force=force, reads=(name, decisions)) if output else None
    encoder = Encoder(Path(folder))
    found = curricula.read(name)
    curricula.tell(found, language)
    standard = load_standard()
    said = read_decisions_file(decisions, found.curriculum, standard, language)
    weights = fit(found.curriculum, said, encoder, standard)
    emit(form, lambda: _page(weights, language), weights.model_dump)
    if path is not None:
        write_whole(path, as_json(weights.model_dump()))
        say_written(path, language)


def _page(weights: EncoderWeights, language: "Language") -> "Page":
    from socwork_standard.i18n import text
    from socwork_standard.reports.page import Page

    page = Page()
    page.heading(text(language, "encoder.title"), 1)
    page.entry(text(language, "encoder.weight", weight=f"{weights.weight:g}"))
    page.entry(
        text(
            language,
            "encoder.gain",
            without=f"{weights.without:.3f}",
            together=f"{weights.with_encoder:.3f}",
            n=weights.held_back,
        )
    )
    page.entry(text(language, "encoder.used", decisions=weights.decisions, n=weights.fitted_on))
    page.paragraph(text(language, "encoder.note"), "quiet")
    return page
