"""The command `schema`: the JSON Schema of the plan format, for text editors."""

import argparse
import json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command takes no arguments."""
    del parser


def run(args: argparse.Namespace) -> int:
    """Print the schema."""
    del args
    print(text(), end="")
    return 0


def text() -> str:
    """The schema as it is kept in `journey.schema.json`."""
    from journeymapper.storage.schema import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
