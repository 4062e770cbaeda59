"""Every example can be opened as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeymapper.rules.checking import check
from journeymapper.storage.canonical import canonical
from journeymapper.storage.formatting import formatted
from journeymapper.storage.reading import parse_plan, read_plan
from tests.examples.flat import Reading

NAMES = (
    "b2b-saas-crm", "coffee-subscription", "complete", "minimal", "motor-insurance-claim", "retail-bank-mortgage",
    "sample-box",
)  # fmt: skip


def test_all_examples_are_tested(examples: Path) -> None:
    assert sorted(path.name.removesuffix(".journey.yaml") for path in examples.glob("*.journey.yaml")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong_with_it(name: str, examples: Path) -> None:
    reading = read_plan(examples / f"{name}.journey.yaml")
    assert reading.findings == ()
    assert reading.document is not None
    assert not [finding for finding in check(reading.document.plan) if finding.severity == "error"]


@pytest.mark.parametrize("name", NAMES)
def test_written_anew_it_is_the_same_plan(name: str, example: Reading) -> None:
    again = parse_plan(canonical(example(name)).encode(), name, None).document
    assert again is not None
    assert again.plan == example(name)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_in_the_form_that_the_program_writes(name: str, examples: Path) -> None:
    document = read_plan(examples / f"{name}.journey.yaml").document
    assert document is not None
    assert formatted(document) == document.text


def test_the_complete_plan_is_the_one_of_the_documentation(root: Path, examples: Path) -> None:
    documentation = (root / "docs/plan-format.md").read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(.*?)```", documentation, re.DOTALL)
    assert block is not None
    assert (examples / "complete.journey.yaml").read_text(encoding="utf-8") == block[1]


def test_a_brand_has_its_logo_beside_the_plan(example: Reading, examples: Path) -> None:
    brand = example("coffee-subscription").brand
    assert brand is not None
    assert brand.logo is not None
    assert (examples / brand.logo).is_file()


def test_the_sample_box_is_the_journey_of_the_pictures(example: Reading) -> None:
    (journey,) = example("sample-box").journeys.values()
    assert len(journey.interactions) == 11
    offer = journey.interactions["offer-sample"]
    assert {target: str(link.share) for target, link in offer.next.items()} == {
        "qualify": "54%", "follow-up": "31%", "leaves": "15%",
    }  # fmt: skip
    passing = [
        (source, target, link.handover is not None and link.handover.criteria is not None)
        for source, step in journey.interactions.items()
        for target, link in step.next.items()
        if target in journey.interactions and journey.interactions[target].process != step.process
    ]
    assert [(source, target) for source, target, agreed in passing if not agreed] == [("qualify", "pack-sample")]
