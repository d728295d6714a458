"""What a reader waits for and pays: visits in a real browser, to nginx as `deploy/` sets it up.

The plain stack is handed out by the same nginx, with packed copies too. Slow 4G is 150 ms there
and back and 1.6 Mbit/s; the processor works at a quarter of its speed. There is no TLS: a browser
keeps nothing that came under a certificate which it does not trust.
"""

import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from bench.load import print_load
from bench.served import Served, nginx
from bench.serving import chromium
from bench.sites import Bench
from kb.model.output import Output
from kb.site.packed import pack

PAGES = ("en/law/kz/joining", "kk/law/kz/joining", "uz/recruit/listen", "ky", "ky/evidence/kg/1")
TIMES = 5
LATENCY = 150
BITS = 1_600_000
SLOWER = 4
OBSERVE = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved += entry.hadRecentInput ? 0 : entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"


@dataclass(frozen=True)
class Visit:
    """One visit of a page."""

    requests: int
    size: int
    """Bytes over the wire, heads included."""
    painted: float
    """Milliseconds until the first text was there."""
    moved: float
    """The layout shift."""


def visits(bench: Bench) -> None:
    """Print what visits cost, then what the server bears."""
    sites = {"plain stack": bench.plain.site, "this site": bench.ours.site}
    for site in sites.values():
        pack(Output.standing(site), bench.work)
    print("visits, KB over the wire     requests     first    repeat    painted, s    shift")
    for name, site in sites.items():
        work = bench.work / name.replace(" ", "-")
        work.mkdir()
        with nginx(work, site, secure=False) as served:
            for page in PAGES:
                _print_page(name, page, served, site)
            print_load(name, served, site, work)


def _print_page(name: str, page: str, served: Served, site: Path) -> None:
    path = page if (site / page / "index.html").is_file() else page.removeprefix("en/")
    if not (site / path / "index.html").is_file():
        return  # the plain stack makes no ledger
    with chromium() as browser:
        rounds = [_twice(browser, f"{served.address}/{path}/") for _ in range(TIMES)]
    first, again = rounds[0]
    painted = statistics.median(one.painted for one, _ in rounds) / 1000
    print(
        f"  {name:12}{path:18}{first.requests:7}{first.size / 1000:10.1f}{again.size / 1000:10.1f}"
        f"{painted:14.2f}{first.moved:9.3f}"
    )


def _twice(browser: Browser, address: str) -> tuple[Visit, Visit]:
    """Visit a page with nothing kept, then once more; no service worker helps."""
    context = browser.new_context(service_workers="block", viewport={"width": 360, "height": 800})
    context.add_init_script(OBSERVE)
    try:
        return visit(context, address), visit(context, address)
    finally:
        context.close()


def visit(context: BrowserContext, address: str) -> Visit:
    """Open a page in a new tab, over Slow 4G and with a slow processor.

    Raises `RuntimeError` where the server has no such page.
    """
    page = context.new_page()
    wire = context.new_cdp_session(page)
    heard: dict[str, float] = {}

    def asked(event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith("data:"):
            heard[event["requestId"]] = 0

    def arrived(event: dict[str, Any]) -> None:
        if event["requestId"] in heard:
            heard[event["requestId"]] = event["encodedDataLength"]

    wire.on("Network.requestWillBeSent", asked)
    wire.on("Network.loadingFinished", arrived)
    wire.send("Network.enable")
    conditions = {
        "offline": False,
        "latency": LATENCY,
        "downloadThroughput": BITS / 8,
        "uploadThroughput": BITS / 16,
    }
    wire.send("Network.emulateNetworkConditions", conditions)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    response = page.goto(address, wait_until="networkidle", timeout=120_000)
    if response is None or not response.ok:
        raise RuntimeError(f"{address} is not served")
    page.wait_for_function(f"{PAINTED} > 0")
    painted, moved = page.evaluate(PAINTED), page.evaluate("window.moved")
    page.close()
    return Visit(len(heard), round(sum(heard.values())), painted, moved)
