"""Each page in each language, by name."""

import pytest

from tests.real import library, page_files, problems


@pytest.mark.parametrize("file", page_files())
def test_a_page_is_complete_and_has_no_problem(file: str) -> None:
    """A page says what it is, for whom, when it was read, and keeps every rule."""
    language, _, path = file.removesuffix(".md").partition("/")

    assert [] == problems().get(f"docs/{file}", [])
    assert library().page(language, path) is not None


def test_nothing_else_under_docs_has_a_problem() -> None:
    """Records, words of the interface, pictures, names of folders."""
    pages = {f"docs/{file}" for file in page_files()}

    assert {} == {file: found for file, found in problems().items() if file not in pages}
