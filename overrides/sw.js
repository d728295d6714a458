"use strict";
// Keeps what was visited, and on request a whole language. The network comes first, so that nobody is
// held in an old version; what was kept serves when the network is away or slower than PATIENCE.
const VISITED = "birge-visited";
const PATIENCE = 4000; // milliseconds

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// One copy of a page, the newest: in the kept language where the page belongs to one.
const keep = async (request, response) => {
  let home = VISITED;
  for (const name of await caches.keys()) {
    if (await (await caches.open(name)).match(request, { ignoreSearch: true })) {
      home = name;
    }
  }
  const address = new URL(request.url);
  address.search = "";
  await (await caches.open(home)).put(address, response);
};

// A page is the same with and without ?d= and the like; a search goes to the same page.
const kept = (request) => caches.match(request, { ignoreSearch: true });

const fromNetwork = async (event) => {
  const response = await fetch(event.request);
  if (response.ok && response.type === "basic") {
    event.waitUntil(keep(event.request, response.clone()));
  }
  return response;
};

const answer = async (event) => {
  const network = fromNetwork(event);
  const old = await kept(event.request);
  if (!old) {
    return network;
  }
  const patience = new Promise((resolve) => setTimeout(() => resolve(old), PATIENCE));
  return Promise.race([network.catch(() => old), patience]);
};

addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin && !headers.has("range")
      && !/\.(?:zip|epub|pdf|docx|pptx)$/.test(new URL(url).pathname)) {
    event.respondWith(answer(event));
  }
});
