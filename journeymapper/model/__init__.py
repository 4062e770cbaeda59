"""What a plan is: frozen values, ids, units, findings, and the graph of its journeys."""

import os

# pydantic would look through all installed packages for plugins and run theirs: a plan needs none
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
