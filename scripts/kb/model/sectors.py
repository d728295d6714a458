"""Sectors: each has a page of its own, the plan for it."""

SECTORS = "recruit/sectors/"
"""Where their pages stand, beside the one that lists them."""
LIST = f"{SECTORS}index"


def sector_of(path: str) -> str:
    """Return the sector whose plan a page is: 'transport'; empty for any other page."""
    return path.removeprefix(SECTORS) if path.startswith(SECTORS) and path != LIST else ""
