"""What a server bears that hands out the site as `deploy/` sets it up."""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.served import Served, found

SCRIPT = """local paths = {{}}
for path in io.lines("{paths}") do paths[#paths + 1] = path end
local place = 0
wrk.headers["Accept-Encoding"] = "br, gzip"
request = function()
  place = place % #paths + 1
  return wrk.format("GET", paths[place])
end
done = function(summary, latency)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("wrk %d %d %d %d %d\\n", summary.requests, summary.duration,
    latency:percentile(99), errors.status, broken))
end
"""
SECONDS = 20
"""How long a server is asked for the table."""
SUMMED_UP = re.compile(
    r"^wrk (?P<requests>\d+) (?P<duration>\d+) (?P<slow>\d+) (?P<refused>\d+) (?P<broken>\d+)$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Load:
    """What came of asking a server as fast as it answers."""

    a_second: float
    """Answers."""
    slow: float
    """Milliseconds within which 99 of 100 answers came."""
    refused: int
    """Answers with a status from 400 up."""
    broken: int
    """Connections and answers that failed or took too long."""


def print_load(name: str, served: Served, site: Path, work: Path) -> None:
    """Ask a server for every page of its site, and print what it bore."""
    pages = [file.relative_to(site).parent.as_posix() for file in site.rglob("index.html")]
    borne = load(served, ("/" if page == "." else f"/{page}/" for page in pages), work, SECONDS)
    print(
        f"  {name:18}{len(pages)} pages for {SECONDS} s: {borne.a_second:.0f} answers a second, 99%"
        f" within {borne.slow:.1f} ms, {borne.refused + borne.broken} errors",
        flush=True,
    )


def load(served: Served, paths: Iterable[str], work: Path, seconds: int) -> Load:
    """Ask for the paths in turn, over 32 connections, for so many seconds."""
    names, script = work / "paths", work / "load.lua"
    names.write_text("\n".join(paths) + "\n", encoding="utf-8")
    script.write_text(SCRIPT.format(paths=names), encoding="utf-8")
    command = [found("wrk") or "wrk", "-t2", "-c32", f"-d{seconds}s", "-s", str(script)]
    said = subprocess.run(  # noqa: S603 - a program of the system, with our own arguments
        [*command, served.address],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=seconds + 30,
    ).stdout
    if (match := SUMMED_UP.search(said)) is None:
        raise RuntimeError(said)
    figures = {name: int(value) for name, value in match.groupdict().items()}
    return Load(
        figures["requests"] / figures["duration"] * 1e6,
        figures["slow"] / 1000,
        figures["refused"],
        figures["broken"],
    )
