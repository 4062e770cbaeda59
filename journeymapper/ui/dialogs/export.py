"""The Export dialog: what to hand out, and in which form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeymapper.exchange.job import PAGES
from journeymapper.exchange.registry import FORMATS, format_named
from journeymapper.ui.labels import label
from journeymapper.ui.preset import Preset
from journeymapper.ui.segments import Segments

SCALES = {"1": 1.0, "2": 2.0, "3": 3.0, "4": 4.0}


class ExportDialog(QDialog):
    """Asks; `decided` gives the Preset once a person wants it written."""

    decided = Signal(object)

    def __init__(self, before: Preset, journey: str, journeys: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Export"))
        self._journeys = journeys
        self.format = Segments({form.id: form.id.upper() for form in FORMATS}, before.format)
        both = {"this": self.tr("This journey"), "all": self.tr("All %n journey(s)", "", journeys)}
        self.what = Segments(both, "all" if before.everything else "this")
        self.theme = Segments({"light": self.tr("Light"), "dark": self.tr("Dark")}, before.theme)
        self.page = QComboBox()
        for page in PAGES:
            self.page.addItem(self.tr("As large as the journey") if page == "fit" else page.capitalize(), page)
        self.page.setCurrentIndex(max(0, self.page.findData(before.page)))
        turns = {"auto": self.tr("Best fit"), "portrait": self.tr("Portrait"), "landscape": self.tr("Landscape")}
        self.orientation = Segments(turns, before.orientation)
        self.scale = Segments({scale: f"{scale}×" for scale in SCALES}, f"{before.scale:g}")
        self.transparent = QCheckBox(self.tr("Without background"))
        self.transparent.setChecked(before.transparent)
        self._note = label("", "small", wraps=True)
        self._form = QFormLayout()
        self._arrange(journey)
        self.format.changed.connect(self._fit)
        self.what.changed.connect(self._fit)
        self.page.currentIndexChanged.connect(self._fit)
        self._fit()

    @property
    def preset(self) -> Preset:
        """What is chosen now."""
        return Preset(
            format=self.format.value,
            everything=self._journeys > 1 and self.what.value == "all",
            theme=self.theme.value,
            page=str(self.page.currentData()),
            orientation=self.orientation.value,
            scale=SCALES[self.scale.value],
            transparent=self.transparent.isChecked(),
        )

    def _arrange(self, journey: str) -> None:
        self._form.setVerticalSpacing(12)
        self._form.setHorizontalSpacing(16)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for text, widget in (
            (self.tr("Format"), self.format),
            (self.tr("What"), self.what),
            (self.tr("Colours"), self.theme),
            (self.tr("Page"), self.page),
            (self.tr("Direction"), self.orientation),
            (self.tr("Size"), self.scale),
            ("", self.transparent),
        ):
            self._form.addRow(label(text, "quiet"), widget)
            widget.setAccessibleName(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(label(self.tr("Export “%1”").replace("%1", journey), "title", wraps=True))
        column.addLayout(self._form)
        column.addWidget(self._note)
        column.addStretch()
        column.addLayout(self._buttons())
        self.setFixedWidth(460)

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        export = QPushButton(self.tr("Export…"))
        export.setDefault(True)
        export.clicked.connect(self._decide)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(export)
        return row

    def _fit(self) -> None:
        """Show what matters to the format."""
        form = format_named(self.format.value)
        self._form.setRowVisible(self.page, "page" in form.needs)
        self._form.setRowVisible(self.orientation, "landscape" in form.needs and self.page.currentData() != "fit")
        self._form.setRowVisible(self.scale, "scale" in form.needs)
        self._form.setRowVisible(self.transparent, "transparent" in form.needs)
        self._form.setRowVisible(self.what, self._journeys > 1)
        everything = self._journeys > 1 and self.what.value == "all"
        several = self.tr("One file with a page for each journey.") if form.pages else self.tr("One file a journey.")
        self._note.setText(several if everything else "")
        self._note.setVisible(everything)
        self.adjustSize()

    def _decide(self) -> None:
        preset = self.preset
        self.accept()
        self.decided.emit(preset)
