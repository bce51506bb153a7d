"""Copies: fingerprints of the texts and who copied whom, made from the texts that are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables, and ask for them to be filled."""
    _fingerprints()
    _copies()
    op.execute("INSERT INTO meta (name, value) VALUES ('pending', 'copies')")


def downgrade() -> None:
    """Drop the tables; what they hold can be made again."""
    op.drop_table("copies")
    op.drop_table("fingerprints")


def _fingerprints() -> None:
    op.create_table(
        "fingerprints",
        sa.Column("hash", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_fingerprints_report")),
        sa.PrimaryKeyConstraint("hash", "report", name=op.f("pk_fingerprints")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_fingerprints_report"), "fingerprints", ["report"], unique=False)


def _copies() -> None:
    op.create_table(
        "copies",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["of"], ["reports.number"], name=op.f("fk_copies_of")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_copies_report")),
        sa.PrimaryKeyConstraint("report", "of", name=op.f("pk_copies")),
    )
    op.create_index(op.f("ix_copies_of"), "copies", ["of"], unique=False)
