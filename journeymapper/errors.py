"""The errors that journeymapper raises on purpose, each with a sentence written for the reader."""


class JourneymapperError(Exception):
    """Root of every error that carries a sentence for the person at the screen."""


class EditRefused(JourneymapperError):
    """An edit that the plan does not allow; the text says why."""


class PlanUnreadable(JourneymapperError):
    """A file that can't be read as a plan at all; the text says what to do."""


class SaveFailed(JourneymapperError):
    """A file that could not be written; the old one is untouched."""


class SaveUnsettled(SaveFailed):
    """A file that was written, but that the disk does not promise to keep; the text says why."""


class ExportFailed(JourneymapperError):
    """An export that could not be made; nothing was written."""
