"""A small writer of SVG: boxes, lines of text and arrows, with a rough measure of how wide text is; and its PNG."""

import re
from dataclasses import dataclass, field
from html import escape

from socwork_standard.errors import MissingExtra

FONT = "DejaVu Sans, Noto Sans, Arial, sans-serif"
_NARROW = frozenset("ijltfrI.,:;!|'()[]- –/«»іј")
_WIDE = frozenset("mwMWQшщюжмфыШЩЮЖМФЫАБВГДЕЗИЙКЛНОПРСТУХЦЧЭЯҚҒӨҰҮҢӘ%@")


_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")


def text_width(text: str, size: float) -> float:
    """About how wide a text is, in the unit of its size; a little too much rather than too little."""
    return size * sum(0.36 if one in _NARROW else 0.8 if one in _WIDE else 0.62 for one in text)


def wrapped(text: str, size: float, width: float) -> list[str]:
    """The text in lines that are not wider than `width`; a single longer word is broken."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text, size, width):
        longer = f"{line} {word}" if line and not line.endswith("-") else f"{line}{word}"
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def _pieces(text: str, size: float, width: float) -> list[str]:
    pieces = []
    for word in _HYPHEN.sub("- ", text).split():
        rest = word
        while text_width(rest, size) > width and len(rest) > 1:
            most = next(
                n for n in range(len(rest), 0, -1) if n == 1 or text_width(rest[:n] + "-", size) <= width
            )
            pieces.append(rest[:most] + "-")
            rest = rest[most:]
        pieces.append(rest)
    return pieces


@dataclass
class Drawing:
    """An SVG picture, drawn from the back to the front; lengths in pixels of 1/96 inch."""

    width: int
    height: int
    title: str
    size: tuple[str, str] = ("297mm", "210mm")
    parts: list[str] = field(default_factory=list)
    markers: dict[str, str] = field(default_factory=dict)
    role: str = "img"

    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        *,
        fill: str,
        line: str = "none",
        thick: float = 1,
        dash: str = "",
    ) -> None:
        """A rectangle with rounded corners."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="5" fill="{fill}" '
            f'stroke="{line}" stroke-width="{thick}"{dashed}/>'
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        fill: str = "#1c1f24",
        bold: bool = False,
        anchor: str = "start",
        turn: float = 0,
    ) -> None:
        """One line of text; `y` is its base line, and `turn` turns it around its first point, in degrees."""
        weight = ' font-weight="bold"' if bold else ""
        if turn:
            weight += f' transform="rotate({turn:g} {x:.1f} {y:.1f})"'
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}" text-anchor="{anchor}"{weight}>'
            f"{escape(words, quote=False)}</text>"
        )

    def curve(self, path: str, *, line: str, thick: float = 1.5, dash: str = "", opacity: float = 1) -> None:
        """A path with an arrow head at its end."""
        name = f"arrow{line.lstrip('#')}"
        self.markers[name] = (
            f'<marker id="{name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" '
            f'markerUnits="userSpaceOnUse" orient="auto-start-reverse">'
            f'<path d="M0 0L10 5L0 10z" fill="{line}"/></marker>'
        )
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<path d="{path}" fill="none" stroke="{line}" stroke-width="{thick}" opacity="{opacity}"{dashed} '
            f'marker-end="url(#{name})"/>'
        )

    def link(self, first: int, address: str, label: str) -> None:
        """Make one link of all parts from number `first` on; a picture with links is a group, no image."""
        self.role = "group"
        inside = "".join(self.parts[first:])
        self.parts[first:] = [f'<a href="{escape(address)}" aria-label="{escape(label)}">{inside}</a>']

    def svg(self) -> str:
        """The whole picture."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.size[0]}" height="{self.size[1]}" '
            f'viewBox="0 0 {self.width} '
            f'{self.height}" font-family="{FONT}" role="{self.role}"><title>{escape(self.title, quote=False)}</title>'
            f"<defs>{''.join(self.markers.values())}</defs>"
            f'<rect width="{self.width}" height="{self.height}" fill="#ffffff"/>{"".join(self.parts)}</svg>\n'
        )


def rendered(svg: str, width: int) -> bytes:
    """An SVG as PNG, `width` pixels wide; raises `MissingExtra` where the renderer is not installed."""
    try:
        import resvg_py
    except ImportError:
        raise MissingExtra(
            "PNG needs a renderer of SVG that is not installed.",
            mend='Install it: pip install "socwork-standard[pictures]". SVG needs nothing.',
        ) from None
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width))
