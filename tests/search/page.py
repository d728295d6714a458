"""The search of the page, run by an engine inside Python."""

import json
from typing import Any

import quickjs  # type: ignore[import-untyped]  # it ships no types

from tests.search.real_index import SCRIPTS


class PageSearch:
    """What a browser would make of files of an index."""

    def __init__(self, files: dict[str, str]) -> None:
        self._engine = quickjs.Context()
        for name in ("normalise", "engine"):
            self._engine.eval((SCRIPTS / f"{name}.js").read_text(encoding="utf-8"))
        self._engine.eval(
            f"""
            const files = {json.dumps(files)};
            const missing = (name) => Object.assign(new Error(name), {{ reason: "missing" }});
            const read = (name) => name in files ? Promise.resolve(files[name]) : Promise.reject(missing(name));
            let said = null;
            let reader = null;
            const tell = (promise) => promise.then(
              (answer) => {{ said = JSON.stringify(answer); }},
              (error) => {{ said = JSON.stringify({{ reason: error.reason || String(error) }}); }},
            );
            const rounded = (score) => Math.round(score * 1e4) / 1e4;
            const search = async (query) => {{
              reader = reader || await birge.open(read);
              const {{ results, suggestion, keys }} = await birge.search(reader, query);
              const found = results.map((one) => [one.document, one.part, rounded(one.score)]);
              return {{ found, suggestion, keys: [...keys].sort() }};
            }};
            """  # noqa: E501 - one thought a line
        )

    def call(self, expression: str) -> Any:  # noqa: ANN401 - as JavaScript gives it
        """Return the value of an expression."""
        return json.loads(self._engine.eval(f"JSON.stringify({expression})"))

    def search(self, query: str) -> dict[str, Any]:
        """Return the results of a query, or the reason why there are none."""
        self._engine.eval(f"tell(search({json.dumps(query)}))")
        while self._engine.execute_pending_job():
            pass
        return dict(json.loads(self._engine.eval("said")))
