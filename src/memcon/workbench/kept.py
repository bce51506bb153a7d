"""Answers that take long are kept until the register changes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from typing import TypeVar, cast

from sqlalchemy import func, select

from memcon.register import Register
from memcon.register.tables import accounts, judgements, reports

T = TypeVar("T")
_MOST = 512


class Kept:
    """The last answers by question; what was asked before the newest report, judgement or day is asked anew."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._state: Hashable = None
        self._lock = threading.Lock()

    def get(self, question: Hashable, ask: Callable[[], T]) -> T:
        """Give the answer to a question."""
        state = self._now()
        with self._lock:
            if state != self._state:
                self._answers.clear()
                self._state = state
            if question in self._answers:
                self._answers.move_to_end(question)
                return cast(T, self._answers[question])
        answer = ask()
        with self._lock:
            if state == self._state:
                self._answers[question] = answer
                while len(self._answers) > _MOST:
                    self._answers.popitem(last=False)
        return answer

    def _now(self) -> Hashable:
        """Tell in which state the register is: what was read and decided only grows, and reading again numbers the accounts anew."""
        newest_of = [select(func.max(table.c.number)).scalar_subquery() for table in (reports, judgements, accounts)]
        with self._register.reading() as conn:
            newest = conn.execute(select(*newest_of)).one()
        return (*newest, date.today())
