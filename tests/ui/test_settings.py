from __future__ import annotations

from pathlib import Path

from journeymapper.ui.settings import RECENT, add_recent, clear_recent, recall_text, recent_plans, remember


def test_a_text_is_remembered() -> None:
    assert recall_text("some/key", "unknown") == "unknown"
    remember("some/key", "known")
    assert recall_text("some/key") == "known"


def test_the_last_opened_plan_comes_first_and_only_once(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.yaml", "b.yaml", "c, d.yaml")]
    for path in paths:
        path.touch()
        add_recent(path)
    add_recent(paths[0])
    assert recent_plans() == [paths[0], paths[2], paths[1]]


def test_a_plan_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.touch()
    add_recent(path)
    path.unlink()
    assert recent_plans() == []


def test_only_so_many_are_kept(tmp_path: Path) -> None:
    for number in range(RECENT + 5):
        path = tmp_path / f"{number}.yaml"
        path.touch()
        add_recent(path)
    assert len(recent_plans()) == RECENT
    clear_recent()
    assert recent_plans() == []
