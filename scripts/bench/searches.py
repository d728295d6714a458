"""How well searching finds."""

from functools import partial

from bench.engines import Ranking, our_ranking, pagefind_ranking, theme_ranking
from bench.sites import ROOT, Bench
from kb.search.documents import documents
from kb.search.index import make_index
from kb.search.quality import FIRST, Query, Shelf, read_queries
from kb.search.reading import Reader

QUERIES = ROOT / "tests" / "search" / "queries"


def searches(bench: Bench) -> None:
    """Print recall among the first five and mean reciprocal rank, per engine and query set."""
    print(f"search: recall@{FIRST} / MRR     this site      theme's default     Pagefind")
    for file in sorted(QUERIES.glob("*.tsv")):
        language = file.stem.partition("-")[0]
        found = documents(bench.library, language)
        shelf, queries = Shelf(found), read_queries(file)
        reader = Reader(make_index(bench.library, language).files.get)
        engines: list[Ranking] = [partial(our_ranking, reader), theme_ranking(found)]
        cells = [score(shelf, queries, engine) for engine in engines]
        with pagefind_ranking(bench.work / f"pagefind-{file.stem}", language, found) as ranking:
            cells.append(score(shelf, queries, ranking))
        shown = "".join(f"{recall:12.3f} /{rank:5.3f}" for recall, rank in cells)
        print(f"  {file.stem:10} ({len(queries)}){shown}")


def score(shelf: Shelf, queries: list[Query], ranking: Ranking) -> tuple[float, float]:
    """Return recall among the first five and mean reciprocal rank."""
    places = []
    for query in queries:
        if right := shelf.right(query):
            ranked = ranking(query.text)
            places.append(next((n for n, one in enumerate(ranked, 1) if one in right), 0))
    hits = sum(1 for place in places if 0 < place <= FIRST)
    return hits / len(places), sum(1 / place for place in places if place) / len(places)
