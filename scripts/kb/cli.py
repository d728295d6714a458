"""The command `kb`."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from kb.arguments import parser
from kb.tasks import task, wrong

STOPPED = 130
RARELY = (200_000, 30, 30)
"""When to look for what can be thrown away: nearly all that is read stays to the end."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one task; return 0, 1 with problems, 2 for a wrong call, 130 when it was stopped."""
    options = parser().parse_args(arguments)
    if not (options.root / "docs").is_dir():
        return wrong(f"there is no docs/ in '{options.root}'; name the right folder with --root")
    gc.set_threshold(*RARELY)
    try:
        code = task(options.task)(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("kb: stopped; the same command goes on from here", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def command() -> NoReturn:
    """Run one task and end at once: to take apart all that was read takes a second or two."""
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    command()
