"use strict";
// Opens the search. What searches is loaded when it is first asked for, and never before.
(() => {
  const root = new URL("../../", document.currentScript.src).href;
  const door = document.querySelector("[data-search-open]");
  const page = document.querySelector("[data-search-page]");
  if (!door) return;
  const say = (word) => asText(kbWords[word]);
  door.insertAdjacentHTML("afterend", `
    <dialog class="kb-search md-typeset" aria-labelledby="kb-search-title" data-search-dialog>
      <form role="search">
        <div class="kb-search__head">
          <h2 id="kb-search-title">${say("search")}</h2>
          <button type="button" class="kb-search__close" data-search-close>${say("search-close")}</button>
        </div>
        <label for="kb-search-words">${say("search-label")}</label>
        <div class="kb-search__words">
          <input id="kb-search-words" name="q" type="search" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" dir="auto" aria-describedby="kb-search-line">
          <button type="submit">${say("search-all")}</button>
        </div>
        <p class="kb-small" id="kb-search-line">${say("search-line")}</p>
      </form>
      <p role="status" data-search-status></p>
      <p data-search-offer hidden></p>
      <ol class="kb-results" data-search-list></ol>
    </dialog>`);
  // What is looked for stands behind the #, which no browser sends to a server; ?q= is understood.
  const asked = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
  const dialog = door.nextElementSibling;
  const input = dialog.querySelector("input");
  let ready;

  const load = () => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = root + kbWords.engine;
    script.onload = done;
    script.onerror = () => { script.remove(); failed(new Error(script.src)); };
    document.head.append(script);
  });
  // The first file of the index is on its way before what reads it has come.
  const preload = () => {
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "script";
    link.href = `${root}search/${document.documentElement.lang.toLowerCase()}/index.js`;
    document.head.append(link);
  };
  const prepare = () => {
    if (!ready && location.protocol !== "file:") preload();
    ready = ready || load();
    ready.catch(() => { ready = undefined; });
    return ready;
  };
  const start = (place) => prepare().then(
    () => globalThis.birge.view(place, root, asked()),
    () => {
      place.querySelector("[data-search-status]").textContent = kbWords["search-broken"];
      place.querySelectorAll("[data-search-state]").forEach((list) => { list.dataset.searchState = "done"; });
    },
  );

  const open = () => {
    if (dialog.open) return;
    prepare(); // asked for at once: a slow phone takes a while to draw the dialog
    dialog.showModal();
    input.select();
    start(dialog);
  };
  const close = () => {
    dialog.close(); // focus goes back to where it was
    if (dialog.contains(document.activeElement)) document.activeElement.blur();
  };
  const isTyping = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  door.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab is a wish of its own
    event.preventDefault();
    open();
  });
  addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    const control = (event.ctrlKey || event.metaKey) && event.code === "KeyK";
    if (slash || control) {
      event.preventDefault();
      open();
    }
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // else the field is emptied first, and only then the dialog closes
    close();
  });
  dialog.querySelector("[data-search-close]").addEventListener("click", close);
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    location.assign(`${door.href}#${new URLSearchParams({ q: input.value })}`);
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) close(); });

  if (page) {
    const form = page.querySelector("form");
    const fill = () => {
      for (const field of form.elements) if (field.name) field.value = asked().get(field.name) || "";
    };
    page.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", () => {
      if (!location.hash.includes("=")) return;
      fill();
      start(page);
      form.dispatchEvent(new Event("change"));
    });
    fill();
    if (asked().get("q")) start(page);
    else {
      page.querySelector("[data-search-state]").dataset.searchState = "done";
      page.addEventListener("focusin", () => start(page), { once: true });
    }
  }
})();
