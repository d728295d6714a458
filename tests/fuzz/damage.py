"""Damage as it comes to files that people write: cut, pasted twice, mistyped, of another tool."""

from hypothesis import strategies as st

SCRAPS = (
    *("---", "\n---\n", "\r", "\n", "\t", "    ", "\x00", "\x0b", "\x85", "\u2028", "\ufeff"),
    *(
        "\u202e",
        "\u0301",
        "👩🏽\u200d🔧",
        "ʻ",
        "İ",
        "ß",
        "\ud800",
        "[^",
        "]",
        "[^x]",
        "[^kg-union-who-may-join]",
    ),
    *("{ #", " }", "{ #top }", "# ", "## x { #x }", "#### ", "!!! ", '!!! danger "', "```", "~~~"),
    *("|", "|---|", "| a | b | c |\n|---|---|---|\n", "- ", "  - ", "1. ", "> ", "<", "<script>"),
    *(
        '<div markdown="1">',
        "</div>",
        "<!--",
        "-->",
        "<!-- kb:open-questions -->",
        "<!-- kb:tool x -->",
    ),
    *(
        "&#0;",
        "&",
        "\\",
        "](",
        "](../../../../etc/passwd)",
        "](http://[)",
        "![](",
        "%",
        "{{",
        "{% raw",
    ),
    *("!!python/object/apply:os.system [x]", "!ENV [HOME]", "&a [*a]", "*a", "<<: *a", "? ", ": "),
    *(
        "null",
        "~",
        "true",
        "0x1F",
        "1e999",
        "99999999999999999999",
        "2026-13-45",
        "2026-02-30",
        "-0",
    ),
    *("[" * 400, "{" * 400, "> " * 400, "*_" * 400, "a" * 30_000, '"', "'", "#", ",", "{}", "[]"),
)
"""Pieces that have a meaning for one of the readers behind a file: YAML, Markdown, HTML, JSON."""

PLACE = st.floats(min_value=0, max_value=1)
WRITTEN = st.one_of(st.sampled_from(SCRAPS), st.text(max_size=12))
ONE = st.one_of(
    st.tuples(st.just("insert"), PLACE, WRITTEN),
    st.tuples(st.just("cut"), PLACE, PLACE),
    st.tuples(st.just("double"), PLACE, PLACE),
    st.tuples(st.just("end"), PLACE, st.just(0.0)),
    st.tuples(st.just("swap lines"), PLACE, PLACE),
    st.tuples(st.just("bytes"), PLACE, st.binary(min_size=1, max_size=4)),
)
DAMAGE = st.lists(ONE, min_size=1, max_size=4)
"""What is done to a file, one after the other; a place is a share of its length."""
Step = tuple[str, float, str | float | bytes]


def damaged(raw: bytes, steps: list[Step]) -> bytes:
    """Return the file's bytes after the damage."""
    for step in steps:
        raw = _after(raw, step)
    return raw


def _after(raw: bytes, step: Step) -> bytes:
    kind, place, what = step
    at = int(place * len(raw))
    if isinstance(what, bytes):
        return raw[:at] + what + raw[at:]
    if isinstance(what, str):
        return raw[:at] + what.encode("utf-8", "surrogatepass") + raw[at:]
    if kind == "swap lines":
        return _swapped(raw, place, what)
    first, last = sorted((at, int(what * len(raw))))
    if kind == "end":
        return raw[:at]
    return raw[:first] + raw[last:] if kind == "cut" else raw[:last] + raw[first:last] + raw[last:]


def _swapped(raw: bytes, one: float, other: float) -> bytes:
    lines = raw.splitlines(keepends=True)
    if lines:
        here, there = (int(place * (len(lines) - 1)) for place in (one, other))
        lines[here], lines[there] = lines[there], lines[here]
    return b"".join(lines)
