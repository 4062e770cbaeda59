"""How a journey was handed out the last time, so that it can be done again with one key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from journeymapper.exchange.job import ExportJob
from journeymapper.ui.settings import recall_text, remember

KEY = "export/last"
_LANDSCAPE = {"auto": None, "portrait": False, "landscape": True}


@dataclass(frozen=True, slots=True)
class Preset:
    """What the Export dialog asks, and where the result went."""

    format: str = "pdf"
    everything: bool = False
    """All journeys, not only the one that is shown."""
    theme: str = "light"
    page: str = "fit"
    orientation: str = "auto"
    scale: float = 2.0
    transparent: bool = False
    plan: str = ""
    """The plan's file, the journey and the file that was written."""
    journey: str = ""
    target: str = ""

    def job(self, shown: str, all_journeys: tuple[str, ...], folder: Path | None) -> ExportJob:
        """The job for the journey that is shown, or for all."""
        return ExportJob(
            journeys=all_journeys if self.everything else (shown,),
            format=self.format,
            theme=self.theme,
            scale=self.scale,
            page=self.page,
            landscape=_LANDSCAPE.get(self.orientation),
            transparent=self.transparent,
            folder=folder,
        )


def last_preset() -> Preset:
    """The preset of the last export; the plain one where none is remembered that makes sense."""
    try:
        return TypeAdapter(Preset).validate_json(recall_text(KEY, "{}"))
    except ValidationError:
        return Preset()


def remember_preset(preset: Preset) -> None:
    """Remember how it was done."""
    remember(KEY, TypeAdapter(Preset).dump_json(preset).decode())
