"""What this program is, and under which licences it and what it brings along stand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeymapper import __version__
from journeymapper.ui.icons import program_icon
from journeymapper.ui.labels import label
from journeymapper.ui.texts import QT_TRANSLATE_NOOP

PURPOSE = QT_TRANSLATE_NOOP(
    "AboutDialog",
    "Design, check and hand out customer journeys from one file of your own: offline, without an account, and without "
    "a word to anybody.",
)
LICENCES = (
    ("journeymapper", "Apache-2.0"),
    ("Inter", "OFL-1.1"),
    ("Qt, PySide6", "LGPL-3.0"),
    ("networkx, numpy", "BSD-3-Clause"),
    ("pydantic, PyYAML", "MIT"),
)


class AboutDialog(QDialog):
    """Name, version, licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("About journeymapper"))
        icon = QLabel()
        icon.setPixmap(program_icon().pixmap(QSize(48, 48), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label("journeymapper", "page-title"))
        words.addWidget(label(self.tr("Version %1").replace("%1", __version__), "quiet"))
        words.addSpacing(8)
        words.addWidget(label(self.tr(PURPOSE), wraps=True))
        words.addSpacing(8)
        words.addWidget(label(self.tr("Licences"), "section"))
        for name, licence in LICENCES:
            words.addWidget(label(f"{name}: {licence}", "quiet"))
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 18)
        whole.setSpacing(18)
        whole.addLayout(head)
        whole.addWidget(buttons)
        self.setFixedWidth(460)
