"""`memcon serve` and `memcon demo` on the command line."""

from pathlib import Path

from click.testing import CliRunner

from memcon.cli import group
from memcon.workbench import demonstration
from memcon.workbench.users import read


def test_a_token_is_made_and_shown_once(tmp_path: Path) -> None:
    users = tmp_path / "users.toml"
    done = CliRunner().invoke(group, ["serve", "--token-file", str(users), "--new-token", "anna", "--role", "reviewer", "--scope", "judge", "--scope", "read"])
    assert done.exit_code == 0 and done.stdout.startswith("memcon_")
    token = read(users)[0]
    assert (token.name, token.role, set(token.scopes)) == ("anna", "reviewer", {"read", "judge"}) and done.stdout.strip() not in users.read_text()
    too_much = CliRunner().invoke(group, ["serve", "--token-file", str(users), "--new-token", "ben", "--scope", "admin"])
    assert too_much.exit_code != 0 and "may not admin" in too_much.output and len(read(users)) == 1


def test_an_open_address_without_users_is_refused(filled: Path) -> None:
    done = CliRunner().invoke(group, ["serve", "--register", str(filled), "--host", "0.0.0.0", "--port", "0"])
    assert done.exit_code != 0 and "--new-token" in done.output


def test_the_demonstration_has_its_samples_and_its_register_of_travels() -> None:
    from memcon.register.historian import trips

    assert len(demonstration.samples()) >= 5
    found = list(trips(demonstration._DATA / "registers"))
    assert len(found) > 800 and all(t.begin >= "2017-01-20" and t.home for t in found)
