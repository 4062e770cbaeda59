from pathlib import Path

import pytest

from journeymapper.errors import SaveFailed
from journeymapper.storage.reading import Reading, read_plan
from journeymapper.storage.saving import save
from tests.storage.texts import HEAD, findings

BASE = (
    HEAD
    + """\
stages: {first: {title: First}, second: {title: Second}}
journeys:
  visit:
    interactions:
      pay: {title: Pay, stage: first, next: {done: 38%}}
    ends: {done: {}}
"""
)


def variant(folder: Path, text: str, name: str = "variant.journey.yaml", base: str = BASE) -> Reading:
    (folder / "base.journey.yaml").write_text(base, encoding="utf-8")
    (folder / name).write_text("journeymapper: 1\nextends: base.journey.yaml\n" + text, encoding="utf-8")
    return read_plan(folder / name)


def test_a_variant_says_only_what_differs(tmp_path: Path) -> None:
    text = (
        "stages:\n  second: ~delete\n  third: {title: Third}\njourneys: {visit: {interactions: {pay: {title: Pays}}}}\n"
    )
    reading = variant(tmp_path, text)
    assert not reading.findings
    assert reading.document is not None
    plan = reading.document.plan
    assert plan.title == "Café"
    assert [stage.title for stage in plan.stages.values()] == ["First", "Third"]
    pay = plan.journeys["visit"].interactions["pay"]
    assert (pay.title, pay.stage, str(pay.next["done"].share)) == ("Pays", "first", "38%")


def test_a_short_form_and_its_record_are_one(tmp_path: Path) -> None:
    pay = """
journeys:
  visit:
    interactions:
      pay:
        satisfaction: {n: 20}
        next: {done: {after: 1d}, gone: 70%}
    ends: {gone: {leads_to: {enters: pay}}}
"""
    base = BASE.replace("next: {done: 38%}", "satisfaction: 7, next: {done: 38%, gone: {share: 62%, after: 2d}}")
    base = base.replace("ends: {done: {}}", "ends: {done: {}, gone: {leads_to: pay}}")
    document = variant(tmp_path, pay, base=base).document
    assert document is not None
    visit = document.plan.journeys["visit"]
    step, leads_to = visit.interactions["pay"], visit.ends["gone"].leads_to
    assert step.satisfaction is not None
    assert (step.satisfaction.value, step.satisfaction.n) == (7, 20)
    assert [(str(link.share), str(link.after)) for link in step.next.values()] == [("38%", "1d"), ("70%", "2d")]
    assert leads_to is not None
    assert (leads_to.to, leads_to.enters) == ("pay", "pay")


def test_what_a_variant_adds_may_delete_too(tmp_path: Path) -> None:
    text = "journeys: {visit: {interactions: {wait: {title: Waits, stage: ~delete, next: {done: 100%}}}}}\n"
    document = variant(tmp_path, text).document
    assert document is not None
    assert document.plan.journeys["visit"].interactions["wait"].stage is None


def test_a_variant_is_not_saved_over(tmp_path: Path) -> None:
    document = variant(tmp_path, "").document
    assert document is not None
    with pytest.raises(SaveFailed, match=r"variant of 'base\.journey\.yaml'"):
        save(document, document.plan)


def test_a_variant_can_be_saved_as_a_plan_of_its_own(tmp_path: Path) -> None:
    document = variant(tmp_path, "owner: Ann\n").document
    assert document is not None
    before = (tmp_path / "variant.journey.yaml").read_bytes()
    saved = save(document, document.plan, tmp_path / "own.journey.yaml")
    assert (tmp_path / "variant.journey.yaml").read_bytes() == before
    assert not saved.read_only_reason
    (tmp_path / "base.journey.yaml").unlink()
    own = read_plan(tmp_path / "own.journey.yaml").document
    assert own is not None
    assert own.plan == saved.plan == document.plan.model_copy(update={"extends": None})


def test_what_a_variant_breaks_is_told_in_the_variant(tmp_path: Path) -> None:
    [finding] = variant(tmp_path, "stages: {first: ~delete}\n").findings
    assert finding.message == "'first' is not a stage"
    [finding] = variant(tmp_path, "stages: {first: {titel: x}}\n").findings
    assert (finding.line, finding.rule) == (3, "JM010")


@pytest.mark.parametrize(
    ("extends", "message"),
    [
        ("../base.journey.yaml", "outside the folder"),
        ("/etc/hostname", "outside the folder"),
        ("C:\\plans\\base.yaml", "outside the folder"),
        ("none.journey.yaml", "there is no such file"),
        ("variant.journey.yaml", "variants can't go in a circle"),
        ("link.journey.yaml", "outside the folder"),
        ("[a]", "must name a plan file"),
        ("'a\\0b'", ""),
        ('"a\\0b"', "outside the folder"),
        ("circle.journey.yaml", "its links lead in a circle"),
        ("circle.journey.yaml/plan", "its links lead in a circle"),
    ],
)
def test_a_variant_extends_a_plan_of_its_folder(tmp_path: Path, extends: str, message: str) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    (tmp_path / "base.journey.yaml").write_text(BASE, encoding="utf-8")
    (folder / "link.journey.yaml").symlink_to(tmp_path / "base.journey.yaml")
    (folder / "circle.journey.yaml").symlink_to("circle.journey.yaml")
    path = folder / "variant.journey.yaml"
    path.write_text(f"journeymapper: 1\nextends: {extends}\n", encoding="utf-8")
    [finding] = read_plan(path).findings
    assert (finding.rule, finding.line, finding.column) == ("JM015", 2, 10)
    assert message in finding.message


def test_two_variants_that_extend_each_other_end(tmp_path: Path) -> None:
    variant(tmp_path, "", "one.journey.yaml")
    (tmp_path / "base.journey.yaml").write_text("journeymapper: 1\nextends: one.journey.yaml\n", encoding="utf-8")
    [finding] = read_plan(tmp_path / "one.journey.yaml").findings
    assert "variants can't go in a circle" in finding.message


def test_a_broken_base_is_told_at_extends(tmp_path: Path) -> None:
    variant(tmp_path, "")
    (tmp_path / "base.journey.yaml").write_text(HEAD + "about: @x\n", encoding="utf-8")
    [finding] = read_plan(tmp_path / "variant.journey.yaml").findings
    assert finding.message.startswith("'base.journey.yaml', which this plan extends, is wrong in line 3: a text can't")


def test_a_plan_without_a_folder_extends_nothing() -> None:
    [(rule, _, _, message)] = findings("journeymapper: 1\nextends: base.journey.yaml\n")
    assert rule == "JM015"
    assert "no folder" in message
