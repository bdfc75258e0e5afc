"""The wheel holds all that is needed: installed by itself and run from another folder, it lists its rules."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import a11ycheck

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_what_is_in_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "a11ycheck/_content/rules/video-captions/rule.toml" in names
    assert "a11ycheck/_content/reports/words/nl.toml" in names
    assert "a11ycheck/web/addresses.toml" in names
    outside = [name for name in names if not name.startswith(("a11ycheck/", f"a11ycheck-{a11ycheck.__version__}."))]
    assert outside == []
    assert [name for name in names if "_template" in name or "__pycache__" in name] == []


def test_it_runs_from_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    """The wheel is installed without its dependencies: a .pth file lends those of this environment.

    That keeps the test off the network. This checkout is not among what is lent: it comes in through a .pth file or
    an import hook, and neither works from a folder that is itself named in a .pth file.
    """
    home = tmp_path / "clean"
    venv.create(home, with_pip=False)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    environ = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}

    def run(*command: str | Path) -> str:
        done = subprocess.run(
            [str(part) for part in command], capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, env=environ
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"]
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    import click

    (site / "lent.pth").write_text(str(Path(click.__file__).parent.parent) + "\n", encoding="utf-8")

    assert Path(run(python, "-c", "import a11ycheck; print(a11ycheck.__file__)").strip()).is_relative_to(home)
    program = python.with_name("a11ycheck.exe" if os.name == "nt" else "a11ycheck")
    assert a11ycheck.__version__ in run(program, "--version")
    ids = [line.split()[0] for line in run(program, "rules").splitlines() if line.startswith("  ")]
    ours = sorted(path.parent.name for path in (ROOT / "rules").glob("[!_]*/rule.toml"))
    assert set(ours) <= set(ids)
    assert "image-alt" in ids
