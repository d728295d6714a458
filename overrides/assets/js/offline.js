"use strict";
// Keeps visited pages on the device, and the whole language when the reader asks for it.
(() => {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) {
    return;
  }
  const root = new URL("../../", document.currentScript.src);
  const language = document.documentElement.lang.toLowerCase(); // "uz-cyrl" as in addresses
  const store = `birge-${language}`;
  const LIST = `offline/${store}.json`; // kept too: sw.js looks up in it where short addresses lead
  const INDEX = /^search\/[^/]+\/index\.js$/;
  const AT_ONCE = 6; // files that are asked for side by side
  const fresh = (name) => fetch(new URL(name, root), { cache: "no-cache", headers: { "birge-keep": "1" } }); // past sw.js

  // The first visit comes before the worker: what it showed is asked for once more, mostly of the browser itself.
  const keepThis = () => {
    const parts = performance.getEntriesByType("resource").map(({ name }) => name);
    for (const address of new Set([location.href.split("#")[0], ...parts])) {
      if (address.startsWith(root.href)) {
        fetch(address).catch(() => {});
      }
    }
  };
  if (!navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener("controllerchange", keepThis, { once: true });
  }
  navigator.serviceWorker.register(new URL("sw.js", root), { updateViaCache: "none" }).catch(() => {});
  if (!("caches" in window)) {
    return;
  }
  // A page that is newer than the kept language asks for another engine of the search.
  caches.has(store).then(async (isKept) => {
    const engine = new URL(kbWords.engine, root);
    if (isKept && !(await caches.match(engine))) {
      await fetch(engine);
    }
  }).catch(() => {});

  const box = document.querySelector("[data-keep]");
  if (!box) {
    return;
  }
  const button = box.querySelector("button");
  const bar = box.querySelector("progress");
  const said = box.querySelector("output");

  // "1,5 MB" is the build's example: browsers do not know how Kazakh, Kyrgyz and Uzbek write numbers.
  const size = (bytes) => {
    const [whole, tenth] = (bytes / 2 ** 20).toFixed(1).split(".");
    return box.dataset.size.replace(/1(.)5/, (_, sign) => whole + sign + tenth);
  };

  // What was kept of an earlier list and is gone from the site goes here too.
  const forget = async (cache, wanted) => {
    const addresses = new Set(wanted.map(String));
    for (const request of await cache.keys()) {
      if (!addresses.has(request.url)) {
        await cache.delete(request);
      }
    }
  };

  const keepAll = async (list) => {
    const [cache, visited] = await Promise.all([caches.open(store), caches.open("birge-visited")]);
    // The index comes after the parts that it names, the list last of all: it says that all is there.
    const isIndex = (name) => INDEX.test(name);
    const steps = [list.files.filter((name) => !isIndex(name)), list.files.filter(isIndex), [LIST]]
      .map((names) => names.map((name) => new URL(name, root)));
    const wanted = steps.flat();
    bar.max = wanted.length;
    bar.value = 0;
    bar.hidden = false;
    const worker = async (waiting) => {
      for (let address = waiting.shift(); address; address = waiting.shift()) {
        const response = await fresh(address);
        if (!response.ok) {
          throw new Error(`${address}: ${response.status}`);
        }
        await cache.put(address, response);
        await visited.delete(address); // one copy of a page, the newest
        bar.value += 1;
      }
    };
    for (const waiting of steps) {
      await Promise.all(Array.from({ length: AT_ONCE }, () => worker(waiting)));
    }
    await forget(cache, wanted);
  };

  const start = async (list) => {
    button.disabled = true;
    said.textContent = box.dataset.busy;
    try {
      await keepAll(list);
      said.textContent = box.dataset.done;
    } catch {
      said.textContent = box.dataset.failed;
    }
    bar.hidden = true;
    button.disabled = false;
  };

  const offer = async () => {
    const response = await fresh(LIST);
    if (!response.ok) {
      return;
    }
    const text = await response.text();
    const list = JSON.parse(text);
    const kept = await caches.match(new URL(LIST, root), { cacheName: store });
    if (kept) {
      said.textContent = (await kept.text()) === text ? box.dataset.done : box.dataset.newer;
    }
    button.append(` (${size(list.size)})`);
    button.addEventListener("click", () => start(list));
    box.hidden = false;
  };
  offer().catch(() => {}); // without the list nothing can be kept, and the page does without
})();
