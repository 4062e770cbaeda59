"""The topics, and the measuring of one in a process of its own."""

from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context

from benchmarks.measure import Row
from benchmarks.table import line

TOPICS = ("start", "reading", "saving", "rules", "figures", "edits", "layout", "canvas", "memory", "export")


def measured(topic: str) -> list[Row]:
    """The rows of a topic, printed as they come, from a process that no other topic has warmed up or burdened."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_rows, topic).result()


def _rows(topic: str) -> list[Row]:
    rows = []
    for row in import_module(f"benchmarks.{topic}").rows():
        print(line(row), end="", flush=True)
        rows.append(row)
    return rows
