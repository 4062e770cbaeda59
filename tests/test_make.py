import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TARGETS = {"demo", "test", "run", "lint", "campaign", "bench", "screenshots", "doctor"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="make and sh are for Linux and macOS")


def _program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with only what the set-up reads, and a PATH without any Python in `bin`."""
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "setup.sh", tmp_path / "tools")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "bin").mkdir()
    for name in ("dirname", "cksum", "cat"):
        where = shutil.which(name)
        assert where is not None
        (tmp_path / "bin" / name).symlink_to(where)
    return tmp_path


def _set_up(project: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHON"} | {"PATH": f"{project}/bin"}
    script = project / "tools" / "setup.sh"
    return subprocess.run(["/bin/sh", script], env=environment, capture_output=True, text=True, check=False)


def test_make_has_every_command_and_lists_it() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^make (\w+)", listed, re.MULTILINE)) >= TARGETS


def test_the_checks_and_the_readme_use_the_same_command() -> None:
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == "exec make test"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in readme
    assert "make test" in readme


def test_set_up_says_that_python_is_missing(project: Path) -> None:
    done = _set_up(project)
    assert done.returncode == 1
    assert "apt install python3 python3-venv" in done.stderr


def test_set_up_names_the_package_where_python_makes_no_environment(project: Path) -> None:
    _program(project / "bin" / "python3", 'case "$2" in *ensurepip*) exit 1;; esac')
    done = _set_up(project)
    assert done.returncode == 1
    assert done.stderr.endswith("apt install python3-venv\n")


def test_set_up_installs_once_and_again_when_the_project_file_changes(project: Path) -> None:
    _program(project / ".venv" / "bin" / "python", f'case "$*" in *install*) echo installed >> {project}/log;; esac')
    log = project / "log"
    for _ in range(2):
        assert _set_up(project).returncode == 0
        assert log.read_text(encoding="utf-8").count("installed") == 1
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert _set_up(project).returncode == 0
    assert log.read_text(encoding="utf-8").count("installed") == 2
