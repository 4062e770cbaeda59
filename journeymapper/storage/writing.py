"""Plans to bytes: a file that changed in one place changes there, and nowhere else."""

from __future__ import annotations

from journeymapper.model.plan import Plan
from journeymapper.storage.canonical import canonical
from journeymapper.storage.document import Document
from journeymapper.storage.forms import same
from journeymapper.storage.source import encode
from journeymapper.storage.splicing import Splicer, apply

__all__ = ["canonical", "render"]


def render(document: Document, plan: Plan) -> bytes:
    """The bytes of the document's file with `plan` in it: only what changed is written anew, comments stay.

    A document without a file is written in canonical form. The same plan gives the same bytes.
    """
    if not document.text:
        return canonical(plan).encode()
    text = document.text
    if not same(document.plan, plan):
        text = apply(text, Splicer(document.outline, document.damage).group(document.outline.root, document.plan, plan))
    return encode(text, bom=document.bom, newline=document.newline)
