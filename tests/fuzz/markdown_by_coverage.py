"""Feeds our Markdown extensions what raises their coverage; `make fuzz` runs it.

usage: python tests/fuzz/markdown_by_coverage.py -max_total_time=600
"""

import sys

import atheris

with atheris.instrument_imports(include=["kb.site.tables", "markdown"]):
    from markdown import Markdown

    from kb.site import tables

HEAD = "| a | b | c |\n|---|---|---|\n"


def one(raw: bytes) -> None:
    """Convert one text twice: as it is, and as rows below a wide head."""
    text = atheris.FuzzedDataProvider(raw).ConsumeUnicodeNoSurrogates(2_000)
    for page in (text, HEAD + text):
        others = ["tables", "footnotes", "attr_list"]
        Markdown(extensions=[*others, tables.makeExtension()]).convert(page)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
