"use strict";
// Keeps what was visited, and on request a whole language. The network comes first, so that nobody is
// held in an old version; what was kept serves when the network is away or slower than PATIENCE.
const VISITED = "birge-visited";
const PATIENCE = 4000; // milliseconds
const MOST = 300; // visited pages, and as many parts of the search: of more the oldest go

// Two names that differ in their hash alone are builds of one file; a file of a name never changes.
const LOOK = /^(.*\/assets\/.*\.)[0-9a-f]{10}(\.\w+)$/; // styles and scripts of pages
const PART = /^(.*\/search\/[^/]+\/[a-z]+\d+-)\w+(\.js)$/;
const plainName = (address, ...kinds) => {
  const { pathname } = new URL(address);
  const found = kinds.map((kind) => kind.exec(pathname)).find(Boolean);
  return found && found[1] + found[2];
};

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
  if (!homes.length) {
    await tidy(address);
  }
};

// Among the visited a file with a hash has one build, the newest.
const tidy = async (address) => {
  const visited = await caches.open(VISITED);
  const wanted = plainName(address, LOOK, PART);
  const all = await visited.keys();
  const older = all.filter(({ url }) => wanted && url !== address.href && plainName(url, LOOK, PART) === wanted);
  const parts = all.filter(({ url }) => plainName(url, PART));
  const pages = all.filter(({ url }) => !plainName(url, LOOK, PART));
  for (const request of [...older, ...parts.slice(0, -MOST), ...pages.slice(0, -MOST)]) {
    await visited.delete(request);
  }
};

// What the site took back is not shown from here either.
const forget = async (request) => {
  for (const name of await caches.keys()) {
    await (await caches.open(name)).delete(request, { ignoreSearch: true });
  }
};

// A page is the same with and without ?d= and the like; a search goes to the same page.
const kept = (request) => caches.match(request, { ignoreSearch: true });

// An older page asks for the style and scripts of its build: the newest there are serve it too.
const newest = async ({ url }) => {
  const wanted = plainName(url, LOOK);
  for (const name of wanted ? await caches.keys() : []) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (plainName(request.url, LOOK) === wanted) {
        return cache.match(request);
      }
    }
  }
};

const fromNetwork = async (event) => {
  const response = await fetch(event.request);
  if (response.ok && response.type === "basic") {
    event.waitUntil(keep(event.request, response.clone()));
  }
  if (response.status === 404 || response.status === 410) {
    if (plainName(event.request.url, LOOK, PART)) { // of an earlier build: kept pages may still need it
      return (await kept(event.request)) || (await newest(event.request)) || response;
    }
    event.waitUntil(forget(event.request));
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

// Of a part of the search that is here the network is not asked: it would learn what is looked for.
const answer = async (event) => {
  const { request } = event;
  const part = plainName(request.url, PART) && await kept(request);
  if (part) {
    return part;
  }
  const network = fromNetwork(event);
  const old = await kept(request);
  if (!old) { // a copy may have been put away meanwhile
    return network.catch(async (error) => (await kept(request)) || (await newest(request)) || instead(request, error));
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
