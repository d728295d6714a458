"""What the site is made with: terms, known holes, and a list of parts, as `make supply` tells them.

The list of parts (SBOM) is CycloneDX 1.6, in .cache/supply/sbom.json; a release carries it.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.txt"
PARTS = ROOT / ".cache" / "supply" / "sbom.json"
TERMS = "MIT;BSD;Apache;Mozilla;MPL;Python Software Foundation;PSF-2.0;ISC"
"""Terms under which a package may come; one that offers a choice needs only one of them."""
HOLES = 1


def main() -> int:
    """Print terms and holes, write the list of parts; return 0, or 1 where something is wrong."""
    PARTS.parent.mkdir(parents=True, exist_ok=True)
    names = re.findall(r"^[A-Za-z0-9._-]+(?===)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    terms = tool(
        *("pip-licenses", "--from=mixed", "--partial-match", f"--allow-only={TERMS}"),
        *("--packages", *names),
    )
    print(terms.stdout.strip() or terms.stderr.strip())
    parts = tool("cyclonedx-py", "requirements", "--output-reproducible", "-o", PARTS, LOCK)
    print(parts.stderr.strip() or f"list of parts: {PARTS.relative_to(ROOT)}")
    return max(terms.returncode, parts.returncode, audit())


def audit() -> int:
    """Print the known holes; return 1 where there are any, 0 where nobody could be asked."""
    asked = tool("pip-audit", "--format=json", "--require-hashes", "--disable-pip", "-r", LOCK)
    try:
        packages = json.loads(asked.stdout)["dependencies"]
    except ValueError:
        packages = []
    known = [one for one in packages if "skip_reason" not in one]
    if not known:
        print("known holes: skipped, for the list of holes cannot be reached from here")
        return 0
    holes = [(one["name"], one["version"], hole) for one in known for hole in one["vulns"]]
    for name, version, hole in holes:
        print(f"{name} {version}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or '-'}")
    print(f"known holes: {len(holes)} in {len(known)} of {len(packages)} packages that were asked")
    return HOLES if holes else 0


def tool(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Return what a tool of the same environment said."""
    name, *arguments = (str(part) for part in command)
    return subprocess.run(  # noqa: S603 - our own tools with our own arguments
        [str(Path(sys.executable).with_name(name)), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


if __name__ == "__main__":
    sys.exit(main())
