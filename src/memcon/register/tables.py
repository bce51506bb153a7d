"""The tables of a register, the same on SQLite and PostgreSQL.

`reports` and `judgements` (and `unread`) hold what was read and decided; everything else is derived from them and can be
made again (`Register.rebuild`). Numbers are given by the writer (the highest plus one), never by the database, so that the
same reports in the same order give the same rows. Days are ordinals (`calendar`).
"""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=False)


def _to(table: str, name: str, index: bool = False, null: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{table}.number"), nullable=null, index=index)


def _text(name: str, null: bool = True, index: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null, index=index)


meta = Table("meta", metadata, Column("name", Text, primary_key=True), _text("value", null=False))
"""Facts about the register itself, as the version of the derivation."""

reports = Table(
    "reports",
    metadata,
    _number(),
    _text("id", null=False, index=True),
    _text("own", null=False, index=True),
    Column("version", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    _text("content", null=False, index=True),
    _text("raw", null=False, index=True),
    _text("text_sha", null=False),
    _text("format", null=False),
    _text("title"),
    _text("publisher"),
    _text("published"),
    Column("day", Integer, index=True),
    _text("url"),
    _text("path"),
    _text("stamp", null=False),
    Column("record", LargeBinary, nullable=False),
)
"""Each version of each report: `own` is the id that it has by itself, `id` the one that it has here, `content` is the hash of what was read, `record` the packed JSON of the whole Record."""

texts = Table(
    "texts",
    metadata,
    Column("number", Integer, ForeignKey("reports.number"), primary_key=True, autoincrement=False),
    _text("title", null=False),
    _text("text", null=False),
)
"""The text of the current versions, for searching."""

actors = Table(
    "actors",
    metadata,
    _number(),
    Column("key", Text, nullable=False, unique=True),
    _text("name", null=False),
    Column("known", Boolean, nullable=False),
    _text("kind", null=False),
    _text("country", index=True),
    _text("family", index=True),
    Column("chief", Integer, nullable=False, index=True),
)
"""Actors across reports. `name` is the best spelling (`known`: out of a table of officials). `chief` is the number of the actor that stands for all that are one and the same."""

casts = Table(
    "casts",
    metadata,
    _to("reports", "report", index=True),
    _to("actors", "actor", index=True),
    _text("id", null=False),
    _text("name", null=False),
    _text("offices", null=False),
    Column("mentions", Integer, nullable=False),
    Column("day", Integer),
)
"""Who stands in which report, under which name, with which offices (JSON)."""

entries = Table(
    "entries",
    metadata,
    _number(),
    Column("code", Text, nullable=False, unique=True),
    _text("kind", null=False),
    _text("status", null=False),
    _text("date"),
    Column("begin", Integer, index=True),
    Column("end", Integer),
    _text("country"),
    _text("city"),
    _text("place"),
    Column("main", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("independent", Integer, nullable=False),
    Column("rejected", Boolean, nullable=False),
    _text("differences", null=False),
)
"""One engagement, told of in one or more accounts."""

accounts = Table(
    "accounts",
    metadata,
    _number(),
    Column("code", Text, nullable=False, unique=True),
    _to("reports", "report", index=True),
    _text("id", null=False),
    _text("kind", null=False),
    _text("status", null=False),
    Column("main", Boolean, nullable=False),
    _text("date"),
    Column("begin", Integer),
    Column("end", Integer),
    _text("grain", null=False),
    _text("country"),
    _text("city"),
    Column("confidence", Float, nullable=False),
    _to("entries", "entry", index=True, null=True),
    Column("kept", Boolean, nullable=False),
    _text("told", null=False),
    _text("why"),
)
"""One report's telling of an engagement; `told` is the Engagement as JSON, `why` how it came into its entry."""

participants = Table(
    "participants",
    metadata,
    _to("accounts", "account", index=True),
    Column("ordinal", Integer, nullable=False),
    _to("actors", "actor"),
    _text("side", null=False),
    _text("role", null=False),
    _text("name", null=False),
    _text("grain", null=False),
    Column("begin", Integer),
    Index(None, "side", "grain", "begin"),
    Index(None, "actor"),
)
"""Who takes part, by account; `side` is the state acted for, else the actor's key; `grain`, `begin` as in the account."""

parties = Table(
    "parties",
    metadata,
    _to("entries", "entry", index=True),
    Column("ordinal", Integer, nullable=False),
    _to("actors", "actor"),
    _text("side", null=False),
    _text("name", null=False),
    Column("begin", Integer),
    Index(None, "side", "begin"),
    Index(None, "actor", "begin"),
)
"""Who takes part, by entry."""

statements = Table(
    "statements",
    metadata,
    _number(),
    _to("reports", "report", index=True),
    _text("id", null=False),
    Column("day", Integer, index=True),
    _text("type", null=False),
    _text("stance"),
    _text("channel"),
    Column("confidence", Float, nullable=False),
    _text("content", null=False),
    _text("said", null=False),
)
"""What was said; `content` is searched, `said` is the Statement as JSON."""

voices = Table(
    "voices",
    metadata,
    _to("statements", "statement", index=True),
    _to("actors", "actor"),
    _text("role", null=False),
    Column("day", Integer),
    Index(None, "actor", "role", "day"),
)
"""Speakers and addressees of statements."""

figures = Table(
    "figures",
    metadata,
    _number(),
    _to("reports", "report", index=True),
    _text("id", null=False),
    Column("day", Integer, index=True),
    _text("unit", null=False),
    Column("value", Float, nullable=False),
    Column("confidence", Float, nullable=False),
    _text("content", null=False),
    _text("claimed", null=False),
)
"""Figures claimed; `content` (what is measured, and the evidence) is searched, `claimed` is the Figure as JSON."""

concerns = Table(
    "concerns",
    metadata,
    _to("figures", "figure", index=True),
    _to("actors", "actor"),
    _text("side", null=False),
    _text("role", null=False),
    Index(None, "side", "figure"),
    Index(None, "actor"),
)
"""Whom a figure concerns (`about`) and who claims it (`claimant`)."""

judgements = Table(
    "judgements",
    metadata,
    _number(),
    _text("act", null=False),
    _text("target", null=False, index=True),
    _text("other"),
    _text("field"),
    _text("before"),
    _text("after"),
    _text("who", null=False),
    _text("at", null=False),
    _text("note"),
)
"""What analysts decided; append-only."""

unread = Table("unread", metadata, Column("name", Text, primary_key=True), _text("reason", null=False))
"""Documents that could not be read, with the reason, until they are."""

files = Table("files", metadata, Column("raw", Text, primary_key=True))
"""Files of several documents that were read to the end, by the hash of their bytes."""

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("hash", Integer, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("report", Integer, ForeignKey("reports.number"), primary_key=True, index=True),
    Column("at", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Winnowed fingerprints of the texts: `at` is where the shingle begins, `day` that of the report (0 if it has none), so that only the same weeks are looked through."""

copies = Table(
    "copies",
    metadata,
    Column("report", Integer, ForeignKey("reports.number"), primary_key=True),
    Column("of", Integer, ForeignKey("reports.number"), primary_key=True, index=True),
    Column("share", Float, nullable=False),
    Column("whole", Boolean, nullable=False),
    _text("spans", null=False),
)
"""Which report holds text of which: `share` of its own text, `spans` as JSON pairs; `whole` where so much
of it is copied that it is no report of its own."""
