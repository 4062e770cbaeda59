"""Handing journeys out from the window: asks how and where, writes, and remembers it for the next time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from journeymapper.errors import ExportFailed, SaveFailed
from journeymapper.ui.dialogs.questions import Choice, ask
from journeymapper.ui.preset import Preset, last_preset, remember_preset

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


class Exporting(QObject):
    """The way from the Export action to the files."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._preset = Preset()

    def ask(self) -> None:
        """Ask how to hand the journey out."""
        from journeymapper.ui.dialogs.export import ExportDialog

        work = self._window.opened
        shown = work.session.plan.journeys[work.focus.journey]
        name = shown.name(work.focus.journey)
        dialog = ExportDialog(last_preset(), name, len(work.session.plan.journeys), self._window)
        dialog.decided.connect(self._ask_where)
        dialog.open()

    def again(self) -> None:
        """Hand the journey out as last time: to the same file if it is the same journey, else ask where."""
        preset = last_preset()
        if self._is_same(preset):
            self._write(preset, Path(preset.target))
        else:
            self._ask_where(preset)

    def _is_same(self, preset: Preset) -> bool:
        work = self._window.opened
        same_plan = preset.plan == str(work.session.path or "") and preset.plan != ""
        return same_plan and (preset.everything or preset.journey == work.focus.journey) and preset.target != ""

    def _ask_where(self, preset: Preset) -> None:
        from journeymapper.exchange.registry import format_named

        self._preset = preset
        form = format_named(preset.format)
        dialog = QFileDialog(self._window, self.tr("Export"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{form.title} (*{form.suffix})")
        dialog.setDirectory(str(self._folder()))
        dialog.selectFile(self._name(preset) + form.suffix)
        dialog.fileSelected.connect(self._write_selected)
        dialog.open()

    def _folder(self) -> Path:
        last = last_preset().target
        path = self._window.opened.session.path
        return Path(last).parent if last else path.parent if path else Path.home()

    def _name(self, preset: Preset) -> str:
        """A file name: that of the plan, and of the journey where it is only one."""
        work = self._window.opened
        stem = work.session.path.name.removesuffix(".journey.yaml") if work.session.path else "plan"
        single = not preset.everything and len(work.session.plan.journeys) > 1
        return f"{stem}-{work.focus.journey}" if single else stem

    def _write_selected(self, name: str) -> None:
        from journeymapper.exchange.registry import format_named

        suffix = format_named(self._preset.format).suffix
        target = Path(name)
        self._write(self._preset, target if target.suffix.lower() == suffix else target.with_name(target.name + suffix))

    def _write(self, preset: Preset, target: Path) -> None:
        from journeymapper.exchange.delivery import PartlyWritten, deliver

        work = self._window.opened
        path, plan = work.session.path, work.session.plan
        job = preset.job(work.focus.journey, tuple(plan.journeys), path.parent if path else None)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            written = deliver(plan, job, target)
        except PartlyWritten as failure:
            names = "\n".join(path.name for path in failure.written)
            detail = self.tr("These files were written before:\n%1").replace("%1", names)
            ask(self._window, failure.failure, detail, Choice(self.tr("Close")))
            return
        except (ExportFailed, SaveFailed) as failure:
            ask(self._window, str(failure), self.tr("Nothing was written."), Choice(self.tr("Close")))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        remember_preset(replace(preset, plan=str(path or ""), journey=work.focus.journey, target=str(target)))
        self._tell(written)
        self._window.refresh()

    def _tell(self, written: list[Path]) -> None:
        if len(written) == 1:
            said = self.tr("Exported to %1").replace("%1", str(written[0]))
        else:
            said = self.tr("Exported %n file(s) to %1", "", len(written)).replace("%1", str(written[0].parent))
        left_out = len(self._window.opened.session.damage)
        if left_out:
            said += "\n" + self.tr("Without %n thing(s) that can't be read in the plan's file", "", left_out)
        self._window.say(said)
