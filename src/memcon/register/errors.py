"""What can go wrong with a register; all are `MemconError`s and fit to be shown."""

from memcon.errors import MemconError


class RegisterError(MemconError):
    """A register cannot be opened, or what was asked of it cannot be done."""


class NewerRegister(RegisterError):
    """A newer Memcon wrote the register."""


class QuestionError(RegisterError):
    """A question names nobody, or nothing, that the register can look for."""
