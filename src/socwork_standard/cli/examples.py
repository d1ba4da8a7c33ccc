"""`socwork examples`: the sample files that the tutorials and how-to pages use."""

from pathlib import Path

from socwork_standard.cli.saving import free, new_folder, write_whole
from socwork_standard.cli.support import Lang, language_of, notice
from socwork_standard.data.locate import examples_directory
from socwork_standard.i18n import text


def write_examples(output: str, lang: Lang | None, *, force: bool) -> None:
    """Copy the sample files into a folder; files that are there are only replaced with `force`."""
    source, target = examples_directory(), Path(output)
    names = [
        path.relative_to(source)
        for path in sorted(source.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    ]
    free((target / name for name in names), force=force)
    for name in names:
        new_folder(str((target / name).parent))
        write_whole(target / name, (source / name).read_bytes())
    notice(text(language_of(lang), "export.written", n=len(names), path=target))
