"""Zips that are the same bytes for the same files: fixed times, sorted names."""

import io
import zipfile
from collections.abc import Mapping

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can name."""
PACKED = (".pdf", ".docx", ".pptx", ".epub", ".zip", ".png", ".gz")
"""Files that are packed already."""


def zipped(files: Mapping[str, bytes], first: Mapping[str, bytes] | None = None) -> bytes:
    """Return a zip that holds the files by name, those of *first* before them and unpacked."""
    start = dict(first or {})
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as box:
        for name in (*start, *sorted(files)):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every system
            entry.compress_type = (
                zipfile.ZIP_STORED
                if name in start or name.endswith(PACKED)
                else zipfile.ZIP_DEFLATED
            )
            box.writestr(entry, start.get(name) or files[name])
    return whole.getvalue()


def unzipped(whole: bytes) -> dict[str, bytes]:
    """Return the files of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(whole)) as box:
        return {name: box.read(name) for name in box.namelist()}
