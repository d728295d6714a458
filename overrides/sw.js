"use strict";
// Keeps what was visited, and on request a whole language. The network comes first, so that nobody is
// held in an old version; what was kept serves when the network is away or slower than PATIENCE.
const VISITED = "birge-visited";
const PATIENCE = 4000; // milliseconds

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// A page goes to each place where it is kept already, so that no copy of it grows old; else to the visited.
// The index of a kept language stays with the parts that it names: offline.js renews them together.
const keep = async (request, response) => {
  const homes = [];
  for (const name of await caches.keys()) {
    if (await (await caches.open(name)).match(request, { ignoreSearch: true })) {
      homes.push(name);
    }
  }
  const address = new URL(request.url);
  address.search = "";
  if (/\/search\/[^/]+\/index\.js$/.test(address.pathname) && homes.some((name) => name !== VISITED)) {
    return;
  }
  for (const name of homes.length ? homes : [VISITED]) {
    await (await caches.open(name)).put(address, response.clone());
  }
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

// The lists of the languages that are kept whole, as offline.js put them.
const lists = async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const list = await caches.match(new URL(`offline/${name}.json`, registration.scope));
    if (list) {
      found.push(await list.json());
    }
  }
  return found;
};

const sorry = (list, home) => new Response(
  `<!doctype html><html lang="${list.language}"><meta charset="utf-8"><title>Birge</title>`
  + '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">'
  + `<h1>Birge</h1><p>${list["not-kept"]}</p><p><a href="${home}">${list["to-kept"]}</a></p></html>`,
  { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } },
);

// Without the network a short address, as on paper, leads to its page in a kept language, and `/` to its home.
const instead = async (request, error) => {
  const { pathname, searchParams } = new URL(request.url);
  const here = pathname.slice(new URL(registration.scope).pathname.length);
  const wanted = searchParams.get("l")?.toLowerCase() ?? here.split("/")[0];
  const all = await lists();
  const list = all.find(({ language }) => language === wanted) || all[0];
  if (!list || request.mode !== "navigate") {
    throw error;
  }
  const home = new URL(`${list.language}/`, registration.scope);
  const lead = here ? list.shorts[/^s\/([^/]+)\/?$/.exec(here)?.[1]] : home;
  if (!lead) {
    return sorry(list, home);
  }
  const target = new URL(lead, registration.scope);
  searchParams.delete("l");
  target.search = searchParams; // the day that stands on the paper
  return Response.redirect(target);
};

const answer = async (event) => {
  const network = fromNetwork(event);
  const old = await kept(event.request);
  if (!old) { // a copy may have been put away meanwhile
    return network.catch(async (error) => (await kept(event.request)) || instead(event.request, error));
  }
  const patience = new Promise((resolve) => setTimeout(() => resolve(old), PATIENCE));
  return Promise.race([network.catch(() => old), patience]);
};

addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin && !headers.has("range") && !headers.has("birge-keep")
      && !/\.(?:zip|epub|pdf|docx|pptx)$/.test(new URL(url).pathname)) {
    event.respondWith(answer(event));
  }
});
