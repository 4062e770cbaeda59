"""The SVG drawing: outlines and real text, written from the display list itself.

Not by QSvgGenerator: that lets control characters through, which no reader accepts, names one font without any other
to fall back on, and gives every line a group and a matrix of its own.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from journeymapper.drawing.display import Box, Colour, DisplayList, Group, Image, Path, Primitive, Sign, Text
from journeymapper.drawing.lettering import plate_of, printable, reads_from_right
from journeymapper.drawing.measure import QtMeasure
from journeymapper.drawing.roles import FAMILY, TYPE
from journeymapper.drawing.theme import Theme, opacity
from journeymapper.exchange.booklet import Booklet
from journeymapper.exchange.job import ExportJob
from journeymapper.layout.geometry import Rect

_FONTS = f"{FAMILY}, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"
_ANCHORS = {"left": "start", "centre": "middle", "right": "end"}
_FLIPPED = {"start": "end", "middle": "middle", "end": "start"}


def write(booklet: Booklet, job: ExportJob) -> bytes:
    """The drawing as a file."""
    return "\n".join(_document(booklet.sheets[0], booklet, job)).encode()


def _document(sheet: DisplayList, booklet: Booklet, job: ExportJob) -> Iterator[str]:
    bounds = sheet.bounds
    size = f'width="{_number(bounds.w)}" height="{_number(bounds.h)}"'
    box = " ".join(map(_number, (bounds.x, bounds.y, bounds.w, bounds.h)))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{box}" role="img" font-family="{_FONTS}">'
    yield f"<title>{_escaped(booklet.title)}</title>"
    writer = _Writer(booklet.theme)
    if not job.transparent:
        yield writer.box(Box(bounds, fill="canvas"))
    for group in sheet.groups:
        yield from writer.group(group)
    yield "</svg>\n"


class _Writer:
    """Writes primitives in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._measure = QtMeasure()

    def group(self, group: Group) -> Iterator[str]:
        owner = f" data-item={quoteattr(group.owner)}" if group.owner else ""
        yield f'<g class="{group.kind}"{owner}>'
        if group.tip:
            yield f"<title>{_escaped(group.tip)}</title>"
        for item in group.items:
            yield self._primitive(item)
        yield "</g>"

    def _primitive(self, item: Primitive) -> str:
        match item:
            case Box():
                return self.box(item)
            case Path():
                return self.path(item)
            case Text():
                return self.text(item)
            case Image():
                return _image(item)
            case Sign():
                return self.sign(item)

    def box(self, item: Box) -> str:
        round_corners = f' rx="{_number(min(item.radius, item.rect.w / 2, item.rect.h / 2))}"' if item.radius else ""
        return f"<rect {_place(item.rect)}{round_corners}{self._paint(item)}/>"

    def path(self, item: Path) -> str:
        way = " ".join(name + " ".join(map(_number, numbers)) for name, numbers in item.commands)
        ends = ' stroke-linecap="round" stroke-linejoin="round"' if item.round_ends else ""
        return f'<path d="{way}"{self._paint(item)}{ends}/>'

    def sign(self, item: Sign) -> str:
        x, y = map(_number, item.at)
        return f'<g transform="translate({x} {y})">{"".join(map(self.path, item.paths))}</g>'

    def text(self, item: Text) -> str:
        anchor, direction = _ANCHORS[item.align], ""
        if reads_from_right(item.text):
            anchor, direction = _FLIPPED[anchor], ' direction="rtl"'
        if anchor != "start":
            direction += f' text-anchor="{anchor}"'
        x, y = map(_number, item.at)
        # with another font than Inter the text still takes the room that was measured for it
        length = _number(self._measure.width(item.text, item.role))
        fit = f' textLength="{length}" lengthAdjust="spacingAndGlyphs"' if len(item.text) > 1 else ""
        colour = self._colour("fill", item.colour)
        size, weight = TYPE[item.role]
        font = f'font-size="{_number(size)}" font-weight="{weight}"'
        plate = plate_of(item, self._measure)
        behind = self.box(plate) if plate else ""
        return f'{behind}<text x="{x}" y="{y}" {font}{direction}{fit}{colour}>{_escaped(item.text)}</text>'

    def _paint(self, item: Box | Path) -> str:
        fill = self._colour("fill", item.fill) if item.fill else ' fill="none"'
        if item.stroke is None:
            return fill
        dash = f' stroke-dasharray="{" ".join(map(_number, item.dash))}"' if item.dash else ""
        return f'{fill}{self._colour("stroke", item.stroke)} stroke-width="{_number(item.width)}"{dash}'

    def _colour(self, name: str, token: Colour) -> str:
        share = opacity(token)
        faint = f' {name}-opacity="{_number(share)}"' if share < 1 else ""
        return f' {name}="{self._theme.hex(token)}"{faint}'


def _image(item: Image) -> str:
    kind = "png" if item.data.startswith(b"\x89PNG") else "jpeg"
    return f'<image {_place(item.rect)} href="data:image/{kind};base64,{b64encode(item.data).decode()}"/>'


def _place(rect: Rect) -> str:
    x, y, w, h = map(_number, (rect.x, rect.y, rect.w, rect.h))
    return f'x="{x}" y="{y}" width="{w}" height="{h}"'


def _number(number: float) -> str:
    """As short as a hundredth allows."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _escaped(text: str) -> str:
    return escape(printable(text))
