"""The first version: reports, what was found in them, entries, judgements, and the full-text index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
_SEARCHED = (("texts", ("title", "text")), ("statements", ("content",)), ("figures", ("content",)))


def upgrade() -> None:
    """Make all tables and the index."""
    _actors()
    _entries()
    _files()
    _judgements()
    _meta()
    _reports()
    _unread()
    _accounts()
    _casts()
    _figures()
    _parties()
    _statements()
    _texts()
    _concerns()
    _participants()
    _voices()
    for table, columns in _SEARCHED:
        _search(table, columns)


def _search(table: str, columns: tuple[str, ...]) -> None:
    if op.get_bind().dialect.name == "sqlite":
        names = ", ".join(columns)
        op.execute(
            f"CREATE VIRTUAL TABLE {table}_index USING fts5({names}, content='{table}', "
            "content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')"
        )
    else:
        words = " || ' ' || ".join(columns)
        op.execute(f"CREATE INDEX ix_{table}_words ON {table} USING gin (to_tsvector('english', {words}))")


def _actors() -> None:
    op.create_table(
        "actors",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("family", sa.Text(), nullable=True),
        sa.Column("chief", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_actors")),
        sa.UniqueConstraint("key", name=op.f("uq_actors_key")),
    )
    op.create_index(op.f("ix_actors_chief"), "actors", ["chief"], unique=False)
    op.create_index(op.f("ix_actors_country"), "actors", ["country"], unique=False)
    op.create_index(op.f("ix_actors_family"), "actors", ["family"], unique=False)


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("begin", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("independent", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Boolean(), nullable=False),
        sa.Column("differences", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_entries")),
        sa.UniqueConstraint("code", name=op.f("uq_entries_code")),
    )
    op.create_index(op.f("ix_entries_begin"), "entries", ["begin"], unique=False)


def _files() -> None:
    op.create_table(
        "files",
        sa.Column("raw", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("raw", name=op.f("pk_files")),
    )


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_judgements")),
    )
    op.create_index(op.f("ix_judgements_target"), "judgements", ["target"], unique=False)


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_meta")),
    )


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("own", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("text_sha", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_content"), "reports", ["content"], unique=False)
    op.create_index(op.f("ix_reports_day"), "reports", ["day"], unique=False)
    op.create_index(op.f("ix_reports_id"), "reports", ["id"], unique=False)
    op.create_index(op.f("ix_reports_own"), "reports", ["own"], unique=False)
    op.create_index(op.f("ix_reports_raw"), "reports", ["raw"], unique=False)


def _unread() -> None:
    op.create_table(
        "unread",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_unread")),
    )


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("begin", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("grain", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=True),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["entry"], ["entries.number"], name=op.f("fk_accounts_entry")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_accounts_report")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_accounts")),
        sa.UniqueConstraint("code", name=op.f("uq_accounts_code")),
    )
    op.create_index(op.f("ix_accounts_entry"), "accounts", ["entry"], unique=False)
    op.create_index(op.f("ix_accounts_report"), "accounts", ["report"], unique=False)


def _casts() -> None:
    op.create_table(
        "casts",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("offices", sa.Text(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["actor"], ["actors.number"], name=op.f("fk_casts_actor")),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_casts_report")),
    )
    op.create_index(op.f("ix_casts_actor"), "casts", ["actor"], unique=False)
    op.create_index(op.f("ix_casts_report"), "casts", ["report"], unique=False)


def _figures() -> None:
    op.create_table(
        "figures",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("claimed", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_figures_report")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_figures")),
    )
    op.create_index(op.f("ix_figures_day"), "figures", ["day"], unique=False)
    op.create_index(op.f("ix_figures_report"), "figures", ["report"], unique=False)


def _parties() -> None:
    op.create_table(
        "parties",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("begin", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["actor"], ["actors.number"], name=op.f("fk_parties_actor")),
        sa.ForeignKeyConstraint(["entry"], ["entries.number"], name=op.f("fk_parties_entry")),
    )
    op.create_index(op.f("ix_parties_actor_begin"), "parties", ["actor", "begin"], unique=False)
    op.create_index(op.f("ix_parties_entry"), "parties", ["entry"], unique=False)
    op.create_index(op.f("ix_parties_side_begin"), "parties", ["side", "begin"], unique=False)


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.number"], name=op.f("fk_statements_report")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_day"), "statements", ["day"], unique=False)
    op.create_index(op.f("ix_statements_report"), "statements", ["report"], unique=False)


def _texts() -> None:
    op.create_table(
        "texts",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["reports.number"], name=op.f("fk_texts_number")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_texts")),
    )


def _concerns() -> None:
    op.create_table(
        "concerns",
        sa.Column("figure", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor"], ["actors.number"], name=op.f("fk_concerns_actor")),
        sa.ForeignKeyConstraint(["figure"], ["figures.number"], name=op.f("fk_concerns_figure")),
    )
    op.create_index(op.f("ix_concerns_actor"), "concerns", ["actor"], unique=False)
    op.create_index(op.f("ix_concerns_figure"), "concerns", ["figure"], unique=False)
    op.create_index(op.f("ix_concerns_side_figure"), "concerns", ["side", "figure"], unique=False)


def _participants() -> None:
    op.create_table(
        "participants",
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("grain", sa.Text(), nullable=False),
        sa.Column("begin", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["account"], ["accounts.number"], name=op.f("fk_participants_account")),
        sa.ForeignKeyConstraint(["actor"], ["actors.number"], name=op.f("fk_participants_actor")),
    )
    op.create_index(op.f("ix_participants_account"), "participants", ["account"], unique=False)
    op.create_index(op.f("ix_participants_actor"), "participants", ["actor"], unique=False)
    op.create_index(op.f("ix_participants_side_grain_begin"), "participants", ["side", "grain", "begin"], unique=False)


def _voices() -> None:
    op.create_table(
        "voices",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["actor"], ["actors.number"], name=op.f("fk_voices_actor")),
        sa.ForeignKeyConstraint(["statement"], ["statements.number"], name=op.f("fk_voices_statement")),
    )
    op.create_index(op.f("ix_voices_actor_role_day"), "voices", ["actor", "role", "day"], unique=False)
    op.create_index(op.f("ix_voices_statement"), "voices", ["statement"], unique=False)
