from pathlib import Path

import pytest

from journeymapper.model.plan import Plan
from journeymapper.storage.canonical import canonical
from journeymapper.storage.forms import same
from journeymapper.storage.reading import read_plan
from tests.storage.texts import document

DATA = {
    "title": "Café", "about": "First line\n\nThird line\n", "owner": "yes", "review_by": "2027-03-31",
    "volume": 1200,
    "journeys": {
        "visit": {
            "starts": {"pay": "100%"},
            "interactions": {
                "pay": {
                    "title": "Pays", "asks": ["e-mail", "name"], "pains": ["Slow", "Queue: long"], "gains": [],
                    "takes": "1min..2min", "cost": "0.10", "satisfaction": "7.50", "moment_of_truth": False,
                    "next": {"done": None, "lost": "38%", "pay": {"share": "1%", "carries": []}},
                }
            },
            "ends": {"done": {"leads_to": "x1"}, "lost": None},
        }
    },
    "x-own": {"list": [1, "1", None, {"a": True}]},
}  # fmt: skip
TEXT = """\
journeymapper: 1
title: Café
about: |
  First line

  Third line
owner: "yes"
review_by: 2027-03-31
volume: 1200

journeys:
  visit:
    starts:
      pay: 100%
    interactions:
      pay:
        title: Pays
        moment_of_truth: false
        asks: [e-mail, name]
        pains:
          - Slow
          - "Queue: long"
        gains: []
        takes: 1min..2min
        cost: 0.10
        satisfaction: 7.5
        next:
          done:
          lost: 38%
          pay:
            share: 1%
            carries: []
    ends:
      done:
        leads_to: x1
      lost: {}

x-own:
  list:
    - 1
    - "1"
    - null
    - {a: true}
"""


def test_the_form_of_new_text() -> None:
    assert canonical(Plan.model_validate(DATA)) == TEXT


EXAMPLES = ("coffee-subscription", "b2b-saas-crm", "motor-insurance-claim", "retail-bank-mortgage", "complete")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_survive_their_canonical_form(name: str, examples: Path) -> None:
    read = read_plan(examples / f"{name}.journey.yaml").document
    assert read is not None
    assert same(document(canonical(read.plan)).plan, read.plan)
