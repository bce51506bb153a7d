"""Through what a statement was made, and with which stance."""

from collections.abc import Callable

import pytest

from memcon.record import Report, Statement

Find = Callable[[str], tuple[Report, tuple[Statement, ...]]]



@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The ministry said in a statement that the port is open.", "statement"),
        ("The minister said in an interview that the port is open.", "interview"),
        ('"The port is open," the minister wrote on Telegram.', "post"),
        ("The communiqué said that the ministers met twice.", "statement"),
        ("The spokeswoman said at a briefing that the port is open.", "briefing"),
        ("The minister said that the port is open.", None),
    ],
)
def test_the_channel_stands_beside_the_cue(text: str, channel: str | None, find: Find) -> None:
    _, said = find(text)
    assert [s.channel for s in said] == [channel]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The council condemned the attack on the port.", "condemn"),
        ("The president praised the work of the mediators.", "praise"),
        ("The council called on all parties to respect the truce.", "urge"),
        ("The minister denied that the port was closed.", "deny"),
        ("The minister promised to open the port.", "promise"),
        ("The minister warned that the port would be closed.", "warn"),
        ("The president reaffirmed his support for the accord.", "agree"),
        ("The ministry declined to comment on the talks.", "decline"),
        ("The minister said that the port is open.", None),
    ],
)
def test_the_cue_gives_the_stance(text: str, stance: str | None, find: Find) -> None:
    _, said = find(text)
    assert [s.stance for s in said] == [stance]
