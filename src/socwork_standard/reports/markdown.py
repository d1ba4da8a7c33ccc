"""A page as Markdown, for a file that is sent on or printed."""

from collections.abc import Iterator

from socwork_standard.reports.page import Blank, Block, Entry, Heading, Page, Paragraph, Picture, Table

_SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in "\\`*_[]<>|#"})


def as_markdown(page: Page) -> str:
    """The page as Markdown (CommonMark with tables)."""
    lines: list[str] = []
    before: Block | None = None
    for block in page:
        if before is not None and not (isinstance(before, Entry) and isinstance(block, Entry)):
            lines.append("")
        lines.extend(_lines(block))
        before = block
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """`text` with the marks that Markdown would read as its own made plain."""
    return text.translate(_SPECIAL)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {escape(block.text)}"
    elif isinstance(block, Paragraph):
        text = escape(block.text)
        yield f"> **{text}**" if block.tone == "loud" else text
    elif isinstance(block, Entry):
        yield from _entry(block)
    elif isinstance(block, Table):
        yield _row(block.headings)
        yield _row(tuple("---" for _ in block.headings), plain=True)
        yield from (_row(row) for row in block.rows)
    elif isinstance(block, Picture):
        yield f"*{escape(block.alt)}*"
    elif isinstance(block, Blank):
        yield from (f"- {escape(part)}: {escape('_' * 20)}" for part in block.parts)
    else:
        yield "---"


def _entry(block: Entry) -> Iterator[str]:
    margin = "  " * block.depth
    sign = f"**{escape(block.sign)}** " if block.sign else ""
    yield f"{margin}- {sign}{escape(block.text)}"
    for words, source in block.quotes:
        yield f"{margin}  - *«{escape(words)}»* ({escape(source)})"
    for line in block.lines:
        yield f"{margin}  - {escape(line)}"


def _row(cells: tuple[str, ...], *, plain: bool = False) -> str:
    return "| " + " | ".join(cell if plain else escape(cell) for cell in cells) + " |"
