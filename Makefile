# The commands of the project; `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup demo run test campaign lint format bench screenshots doctor clean

PYTHON_HERE := .venv/bin/python
JOBS ?= 2
PLAN ?= examples/coffee-subscription.journey.yaml

help:  ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{printf "make %-12s %s\n", $$1, $$2}'

setup:
	@tools/setup.sh

demo: setup  ## check the example plans, export one to PDF and PNG, open the window
	@$(PYTHON_HERE) -m tools.demo

run: setup  ## open the window; PLAN=file names another plan
	@$(PYTHON_HERE) -m journeymapper.ui.app $(PLAN)

test: lint  ## lint and run all tests
	@QT_QPA_PLATFORM=offscreen $(PYTHON_HERE) -m pytest -q -n $(JOBS)

campaign: setup  ## try reading and saving at length: kills, faults, damaged plans, comments
	@$(PYTHON_HERE) -m tools.campaigns all

lint: setup  ## ruff, formatting and mypy
	@$(PYTHON_HERE) -m ruff check --quiet .
	@$(PYTHON_HERE) -m ruff format --check --quiet .
	@$(PYTHON_HERE) -m mypy

format: setup  ## bring the code into its form
	@$(PYTHON_HERE) -m ruff check --quiet --fix .
	@$(PYTHON_HERE) -m ruff format --quiet .

bench: setup  ## measure, and write docs/benchmarks.md
	@$(PYTHON_HERE) -m benchmarks

screenshots: setup  ## make the pictures in docs/images
	@$(PYTHON_HERE) -m tools.screenshots

doctor: setup  ## say what this machine lacks
	@$(PYTHON_HERE) -m journeymapper doctor

clean:  ## remove what the commands built
	rm -rf build dist .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
