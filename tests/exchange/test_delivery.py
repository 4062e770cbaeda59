import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from journeymapper.errors import ExportFailed, SaveFailed
from journeymapper.exchange.delivery import PartlyWritten, deliver, export
from journeymapper.exchange.job import ExportJob, main_journey
from journeymapper.exchange.registry import FORMATS, format_named, format_of
from journeymapper.model.plan import Plan
from tests.exchange.plans import example

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def plan(examples: Path) -> Plan:
    return example(examples, "complete")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_every_format_writes_a_file_of_its_kind(plan: Plan, tmp_path: Path, form: object) -> None:
    known = format_named(getattr(form, "id"))  # noqa: B009  # a parameter of any type
    target = tmp_path / f"plan{known.suffix}"
    assert deliver(plan, ExportJob(format=known.id), target) == [target]
    assert target.read_bytes().startswith({"pdf": b"%PDF", "png": b"\x89PNG", "svg": b"<?xml"}[known.id])
    assert format_of(target) is known


def test_several_journeys_are_one_document_or_several_pictures(plan: Plan, tmp_path: Path) -> None:
    every = tuple(plan.journeys)
    assert deliver(plan, ExportJob(every, "pdf"), tmp_path / "all.pdf") == [tmp_path / "all.pdf"]
    written = deliver(plan, ExportJob(every, "svg"), tmp_path / "all.svg")
    assert [path.name for path in written] == ["all-life.svg", "all-sample-box.svg"]
    assert all(path.stat().st_size > 1000 for path in written)


def test_the_main_journey_is_the_first_macro_journey(plan: Plan) -> None:
    assert main_journey(plan) == "life"
    micro_only = plan.model_copy(update={"journeys": plan.journeys.drop("life")})
    assert main_journey(micro_only) == "sample-box"
    assert export(plan, ExportJob(format="svg"))[0].journey == "life"


def test_a_plan_without_journeys_has_nothing_to_export() -> None:
    with pytest.raises(ExportFailed, match="no journeys yet"):
        export(Plan(title="New"), ExportJob())


def test_an_unknown_journey_is_refused_with_the_likeliest_name(plan: Plan) -> None:
    with pytest.raises(ExportFailed, match="no journey 'sampel-box'; did you mean 'sample-box'"):
        export(plan, ExportJob(("sampel-box",)))
    with pytest.raises(ExportFailed, match="it has 'life', 'sample-box'"):
        export(plan, ExportJob(("zzz",)))


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ExportFailed, match="'gif' is no format to export to; there are pdf, png or svg"):
        format_named("gif")
    with pytest.raises(ExportFailed, match=r"'plan.gif' does not say a format; let it end in .pdf, .png or .svg"):
        format_of(Path("plan.gif"))


def test_a_folder_that_is_not_there_is_said_and_nothing_is_made(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(SaveFailed, match="folder does not exist"):
        deliver(plan, ExportJob(format="svg"), tmp_path / "nowhere" / "plan.svg")
    assert not list(tmp_path.iterdir())


def test_a_full_disk_leaves_the_older_export_as_it_was(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.svg"
    target.write_text("older")
    monkeypatch.setattr(os, "write", _disk_is_full)
    with pytest.raises(SaveFailed, match="the disk is full"):
        deliver(plan, ExportJob(format="svg"), target)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.svg"]
    assert target.read_text() == "older"


def test_what_was_written_before_a_failure_is_told(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "all-sample-box.svg").mkdir()
    with pytest.raises(PartlyWritten, match=r"is a folder; .*written before it: all-life\.svg") as told:
        deliver(plan, ExportJob(tuple(plan.journeys), "svg"), tmp_path / "all.svg")
    assert told.value.written == (tmp_path / "all-life.svg",)
    assert (tmp_path / "all-life.svg").stat().st_size > 1000


def _disk_is_full(*_: object) -> int:
    raise OSError(28, "No space left on device")


def test_the_brand_is_on_the_page(plan: Plan, tmp_path: Path) -> None:
    logo = QImage(64, 32, QImage.Format.Format_RGB32)
    logo.fill(0xFF0000)
    logo.save(str(tmp_path / "logo.png"))
    with_logo = export(plan, ExportJob(format="svg", folder=tmp_path))[0].data
    assert b"<image " in with_logo
    assert b"Morning Post Coffee" in with_logo
    assert b"<image " not in export(plan, ExportJob(format="svg"))[0].data


@pytest.mark.parametrize("name", ["../logo.png", "/etc/hostname", "logo.svg", "missing.png", "."])
def test_only_a_picture_in_the_plan_s_folder_is_a_logo(plan: Plan, tmp_path: Path, name: str) -> None:
    assert plan.brand is not None
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(tmp_path / "logo.png"))
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    branded = plan.model_copy(update={"brand": plan.brand.model_copy(update={"logo": name})})
    assert b"<image " not in export(branded, ExportJob(format="svg", folder=folder))[0].data


def test_the_brand_s_accent_colours_the_flows(plan: Plan) -> None:
    assert plan.brand is not None
    branded = plan.model_copy(update={"brand": plan.brand.model_copy(update={"accent": "#0A5C36"})})
    assert b"#0A5C36" in export(branded, ExportJob(format="svg"))[0].data
