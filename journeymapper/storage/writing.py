"""Plans to bytes: a file that changed in one place changes there, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

from journeymapper.model.plan import Plan
from journeymapper.storage.canonical import canonical
from journeymapper.storage.document import Document
from journeymapper.storage.formatting import formatted
from journeymapper.storage.forms import same
from journeymapper.storage.source import encode
from journeymapper.storage.splicing import Splicer, apply
from journeymapper.storage.tree import grow

__all__ = ["canonical", "render", "resting"]


def resting(document: Document, plan: Plan) -> Document:
    """The document whose text a save of the plan is made from: what was opened, where the plan is that again."""
    opened = document.opened
    return opened if opened is not None and same(opened.plan, plan) else document


def render(document: Document, plan: Plan) -> bytes:
    """The bytes of the document's file with `plan` in it: only what changed is written anew, comments stay.

    A document without a file is written in canonical form, and one of an older format becomes a file of the current
    one first. Else the same plan gives the same bytes, and the plan as it was opened gives those that were read.
    """
    if not document.text:
        return canonical(plan).encode()
    document = resting(document, plan)
    if document.upgraded is not None:
        text = formatted(document)
        document = replace(document, text=text, outline=grow(text).outline, upgraded=None)
    text = document.text
    if not same(document.plan, plan):
        text = apply(text, Splicer(document.outline, document.damage).group(document.outline.root, document.plan, plan))
    return encode(text, bom=document.bom, newline=document.newline, open_ended=document.open_ended)
