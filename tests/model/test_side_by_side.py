"""Work on all processors brings what the same work in a row brings."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kb.model.side_by_side import side_by_side

MEANWHILE = """
import sys, time
from pathlib import Path
from kb.model.side_by_side import meanwhile

file = Path(sys.argv[1])

def work():
    {work}
    file.write_text("done", encoding="utf-8")

with meanwhile(work):
    {block}
print(file.exists())
"""
ALONE = """
import os
from kb.model.side_by_side import side_by_side

def work(number):
    if number == {wrong}:
        raise ValueError("number seven")
    return number * number, os.getpid()

found = list(side_by_side(work, range(20), at_once=3))
print(sorted(square for square, _ in found))
print(os.getpid() in {{process for _, process in found}})
"""


def alone(wrong: int) -> subprocess.CompletedProcess[str]:
    """Run the work in a process that has no other threads."""
    command = [sys.executable, "-c", ALONE.format(wrong=wrong)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - our own


@pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1, reason="one processor"
)
def test_each_item_is_done_once_in_copies_of_the_process() -> None:
    squares = [number * number for number in range(20)]

    assert f"{squares}\nFalse\n" == alone(wrong=-1).stdout


def test_what_goes_wrong_in_a_copy_is_told() -> None:
    done = alone(wrong=7)

    assert "ValueError: number seven" == done.stderr.splitlines()[-1]
    assert (1, "") == (done.returncode, done.stdout)


def test_beside_other_threads_the_work_is_done_here() -> None:
    """A process with threads cannot be copied safely."""
    end = threading.Event()
    beside = threading.Thread(target=end.wait)
    beside.start()
    found = list(side_by_side(lambda _: os.getpid(), range(4)))
    end.set()
    beside.join()

    assert [os.getpid()] * 4 == found


@pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1, reason="one processor"
)
@pytest.mark.parametrize(
    ("work", "block", "said", "complained"),
    [
        ("time.sleep(.2)", "pass", "True\n", ""),
        ("raise ValueError", "pass", "False\n", ""),
        ("time.sleep(60)", "raise KeyError('block')", "", "KeyError: 'block'"),
    ],
    ids=["is waited for", "may go wrong", "ends with the block"],
)
def test_what_is_done_meanwhile(
    work: str, block: str, said: str, complained: str, tmp_path: Path
) -> None:
    text = MEANWHILE.format(work=work, block=block)
    command = [sys.executable, "-c", text, str(tmp_path / "made")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own

    assert said == done.stdout
    assert complained == done.stderr.splitlines()[-1] if complained else not done.stderr
