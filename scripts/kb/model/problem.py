"""What a check says: where, which rule, what is wrong, what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend; problems sort by path, then line."""

    path: str
    """The file, from the root of the repository, with forward slashes."""
    line: int
    """Counted from 1; 1 where the file as a whole is meant."""
    code: str
    """The rule's code, explained in docs/en/about/contribute.md."""
    what: str
    """What is wrong, in a few words."""
    fix: str
    """What an editor who has never seen the code can do about it."""

    def __str__(self) -> str:
        """Return the two lines that `kb check` prints."""
        return f"{self.path}:{self.line}: {self.code} {self.what}\n    fix: {self.fix}"


@dataclass(frozen=True)
class Located:
    """Where a record stands, for a problem's first line."""

    path: str
    line: int
