"""What the documentation shows is what the program does."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_reference_of_the_command_line_is_the_real_help() -> None:
    from tools.cli_reference import PAGE, page

    assert PAGE.read_text(encoding="utf-8") == page(), "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def examples() -> list[tuple[str, list[str], str]]:
    """Give the blocks "```console" that begin with "$ memcon": page, arguments, output."""
    found = []
    for page in PAGES:
        for block in re.findall(r"```console\n\$ memcon ([^\n]*)\n(.*?)```", page.read_text(encoding="utf-8"), re.S):
            found.append((page.name, block[0].split(), block[1]))
    return found


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e[0]}: memcon {' '.join(e[1])}")
def test_an_example_prints_what_the_page_shows(example: tuple[str, list[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from memcon.cli import group

    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    result = CliRunner().invoke(group, example[1], prog_name="memcon")
    assert result.output.strip() == example[2].strip()
