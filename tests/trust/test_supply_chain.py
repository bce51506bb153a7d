"""What Memcon is made of: every package pinned with hashes, every licence known, the page of licences up to date."""

import hashlib
import re
import tomllib
from importlib import metadata
from pathlib import Path

from tools import licences

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
STRONG = re.compile(r"\b(A?GPL|SSPL|CC-BY-NC|proprietary)", re.I)
"""Licences under which Memcon could not be given on as it is; the LGPL of psycopg is for who wants PostgreSQL."""


def test_every_package_is_pinned_with_hashes() -> None:
    entries = re.split(r"\n(?=[a-zA-Z0-9])", LOCK.strip())
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+==\S+", entry) and "--hash=sha256:" in entry, entry.split("\n")[0]
    assert not re.search(r"://|-e |--index|--find-links", LOCK), "an address stands in the lock"


def test_the_page_of_licences_is_up_to_date() -> None:
    page = licences.PAGE.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([A-Za-z0-9._-]+) \| \S+ \| (.*) \|$", page.partition("## Packages")[2], re.M))
    assert {n for n, _, _ in licences.locked()} == set(rows) - {"package", "---"}, "run python -m tools.licences"
    for name, version, _ in licences.locked():
        assert f"| {name} | {version} |" in page, "run python -m tools.licences"
        try:
            there = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
        # Ray brings packages of its own along, also such as the lock wants on another system alone.
        if there == version and not rows[name].startswith("only where"):
            assert rows[name] == licences.licence(name).replace("|", "/"), "run python -m tools.licences"
    for file in tomllib.loads(licences.VENDORED.read_text(encoding="utf-8"))["file"]:
        assert f"| {file['path']} | {file['package']} | {file['version']} | {file['licence']} |" in page


def test_no_licence_is_unknown_or_forbids_to_give_it_on() -> None:
    rows = re.findall(r"^\| ([A-Za-z0-9._-]+) \| (\S+) \| (.*) \|$", licences.PAGE.read_text(encoding="utf-8").partition("## Packages")[2], re.M)
    for name, _, licence in rows[2:]:
        choices = licence.split(" OR ")
        assert licence not in ("not declared", "not installed on this system"), name
        assert not all(STRONG.search(c) and "LGPL" not in c for c in choices), f"{name}: {licence}"


def test_files_of_others_are_the_ones_that_were_recorded() -> None:
    static = licences.VENDORED.parent / "static"
    listed = {f["path"]: f["sha256"] for f in tomllib.loads(licences.VENDORED.read_text(encoding="utf-8"))["file"]}
    for path, recorded in listed.items():
        assert hashlib.sha256((static / path).read_bytes()).hexdigest() == recorded, path
    found = {p.relative_to(static).as_posix() for folder in ("vendor", "fonts") for p in (static / folder).rglob("*") if p.suffix != ".txt"}
    assert found == set(listed), "a file of others' stands there that is not recorded"


def test_every_weight_has_its_card() -> None:
    for model in licences.MODELS:
        card = (ROOT / model / "MODEL_CARD.md").read_text(encoding="utf-8")
        assert "licence" in card.lower()
