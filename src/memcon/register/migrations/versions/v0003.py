"""Fingerprints by day: a press office ends each release with the same words, and only those of the same weeks are looked through."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table anew with the day in its key."""
    _renew(("hash", "day", "report"), "r.day")


def downgrade() -> None:
    """Make the table as it was."""
    _renew(("hash", "report"), None)


def _renew(key: tuple[str, ...], day: str | None) -> None:
    op.rename_table("fingerprints", "fingerprints_old")
    op.drop_index("ix_fingerprints_report", "fingerprints_old")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE fingerprints_old DROP CONSTRAINT fk_fingerprints_report")
        op.execute("ALTER TABLE fingerprints_old DROP CONSTRAINT pk_fingerprints")
    columns = [sa.Column(name, sa.Integer(), autoincrement=False, nullable=False) for name in key]
    op.create_table(
        "fingerprints",
        *columns,
        sa.Column("at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_fingerprints_report")),
        sa.PrimaryKeyConstraint(*key, name=op.f("pk_fingerprints")),
        sqlite_with_rowid=False,
    )
    given = f"COALESCE({day}, 0), " if day else ""
    names = ", ".join(key)
    op.execute(
        f"INSERT INTO fingerprints ({names}, at) SELECT f.hash, {given}f.report, f.at "
        "FROM fingerprints_old f JOIN reports r ON r.number = f.report"
    )
    op.create_index(op.f("ix_fingerprints_report"), "fingerprints", ["report"], unique=False)
    op.drop_table("fingerprints_old")
