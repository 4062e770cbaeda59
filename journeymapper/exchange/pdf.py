"""The PDF document: outlines, text that can be searched, its fonts inside, a page for each journey."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

from pypdf import PdfWriter
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, QUuid, qVersion
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from journeymapper.drawing.display import DisplayList
from journeymapper.drawing.lettering import printable
from journeymapper.drawing.painter import paint
from journeymapper.errors import ExportFailed
from journeymapper.exchange.booklet import Booklet
from journeymapper.exchange.job import ExportJob
from journeymapper.exchange.paper import Sheet, sheet_for
from journeymapper.exchange.pdf_fonts import correct_fonts

_RESOLUTION = 1200
"""Steps to the inch in which Qt rounds places on the page."""


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmp:CreatorTool="journeymapper" xmpMM:DocumentID="uuid:{ident}">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""


def write(booklet: Booklet, job: ExportJob) -> bytes:
    """The document as a file, the same bytes for the same drawings. Raises ExportFailed."""
    document = PdfWriter(clone_from=BytesIO(_painted(booklet, job)))
    correct_fonts(document, booklet.sheets)
    document.metadata = {
        "/Title": printable(booklet.title),
        "/Author": printable(booklet.author),
        "/Creator": "journeymapper",
        "/Producer": f"Qt {qVersion()}, pypdf",
    }
    if len(booklet.sheets) > 1:
        for place, sheet in enumerate(booklet.sheets):
            document.add_outline_item(title=printable(sheet.title), page_number=place)
    file = BytesIO()
    document.write(file)
    return file.getvalue()


def _painted(booklet: Booklet, job: ExportJob) -> bytes:
    """The pages as Qt paints them."""
    papers = [sheet_for(sheet.bounds, job) for sheet in booklet.sheets]
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, booklet)
    writer.setPageLayout(_layout(papers[0]))
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportFailed("The document could not be begun")
    with painter:
        for place, (sheet, paper) in enumerate(zip(booklet.sheets, papers, strict=True)):
            if place:
                writer.setPageLayout(_layout(paper))
                writer.newPage()
            _paint_page(painter, sheet, paper, booklet)
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, booklet: Booklet) -> QPdfWriter:
    """Without anything of the time of writing, so that an export of an unchanged plan is unchanged."""
    names = "/".join([booklet.title, *(sheet.title for sheet in booklet.sheets)])
    ident = QUuid.createUuidV5(QUuid(), names.encode())
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setDocumentId(ident)
    writer.setDocumentXmpMetadata(QByteArray(_metadata(booklet, ident.toString(QUuid.StringFormat.WithoutBraces))))
    return writer


def _layout(paper: Sheet) -> QPageLayout:
    size = QPageSize(QSizeF(paper.width, paper.height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def _paint_page(painter: QPainter, sheet: DisplayList, paper: Sheet, booklet: Booklet) -> None:
    painter.save()
    painter.scale(_RESOLUTION / 72, _RESOLUTION / 72)
    if booklet.theme.name == "dark":  # paper is white already
        painter.fillRect(QRectF(0, 0, paper.width, paper.height), QColor(booklet.theme.hex("canvas")))
    painter.translate(paper.left, paper.top)
    painter.scale(paper.scale, paper.scale)
    painter.translate(-sheet.bounds.x, -sheet.bounds.y)
    paint(sheet, painter, booklet.theme)
    painter.restore()


def _metadata(booklet: Booklet, ident: str) -> bytes:
    """Title and author once more, in the form that archives read; Qt's own would say the time."""
    title, author = escape(printable(booklet.title)), escape(printable(booklet.author))
    return _XMP.format(title=title, author=author, ident=ident).encode()
