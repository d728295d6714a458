"""What all tests share: a small knowledge base to break."""

import shutil
from pathlib import Path

import pytest

from tests.knowledge_base import KnowledgeBase, build


@pytest.fixture(scope="session")
def whole_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small knowledge base, made once for each worker; tests copy it."""
    return build(tmp_path_factory.mktemp("whole")).root


@pytest.fixture
def base(whole_base: Path, tmp_path: Path) -> KnowledgeBase:
    """Return a copy of the small knowledge base that a test may break."""
    return KnowledgeBase(Path(shutil.copytree(whole_base, tmp_path / "base")))
