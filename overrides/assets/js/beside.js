"use strict";
// Two languages side by side, section by section: ?with=ru. The second column is read from its own page.
(() => {
  if (location.protocol === "file:") {
    return; // a stick holds one language, and no file may read another
  }
  const offer = document.querySelector("[data-beside]");
  if (offer) {
    const said = asText(kbWords["read-beside"]);
    const doors = offer.dataset.beside.split(" ").map((code) => {
      const name = asText(kbWords.names[code]);
      return `<a href="?with=${code}" hreflang="${code}" aria-label="${said}: ${name}"><span lang="${code}">${name}</span></a>`;
    });
    offer.innerHTML = `${said}: ${[...doors, `<a href="./">${asText(kbWords["one-language"])}</a>`].join(" · ")}`;
    offer.hidden = false;
  }

  const other = new URLSearchParams(location.search).get("with");
  const door = document.querySelector(`.kb-languages a[hreflang="${CSS.escape(other || "")}"]`);
  const page = document.querySelector(".kb-page");
  if (!door || !page || other === document.documentElement.lang) {
    return;
  }

  // The parts of a page by the id of their H2; what stands before the first is 'top'.
  const parts = (whole) => {
    for (const wrapper of [...whole.querySelectorAll(":scope > .kb-stand-in")]) {
      const pieces = [...wrapper.children];
      pieces.forEach((piece) => { piece.lang = piece.lang || wrapper.lang; });
      wrapper.replaceWith(...pieces);
    }
    const found = new Map();
    let here = "top";
    for (const piece of [...whole.children]) {
      if (piece.matches("h2[id]")) {
        here = piece.id;
      } else if (piece.matches(".footnote")) {
        here = "notes";
      }
      found.set(here, [...(found.get(here) || []), piece]);
    }
    return found;
  };

  const column = (pieces, lang) => {
    const box = document.createElement("div");
    box.lang = lang;
    box.append(...pieces);
    return box;
  };

  // Ids stay with the first language; links of the second lead to its own page.
  const foreign = (pieces, address) => {
    for (const piece of pieces) {
      for (const part of [piece, ...piece.querySelectorAll("[id], a[href]")]) {
        if (part.matches("a[href]")) {
          part.href = new URL(part.getAttribute("href"), address);
        }
        part.removeAttribute("id");
      }
    }
    return pieces;
  };

  const show = (whole) => {
    const address = new URL(door.href);
    const mine = parts(page);
    const theirs = parts(whole);
    page.classList.add("kb-beside");
    for (const [id, pieces] of mine) {
      const row = document.createElement("div");
      row.className = "kb-row";
      const fresh = foreign((theirs.get(id) || []).map((node) => document.adoptNode(node)), address);
      row.append(column(pieces, document.documentElement.lang), column(fresh, other));
      page.append(row);
    }
    document.getElementById(askedSection())?.scrollIntoView();
  };

  fetch(door.href)
    .then((response) => response.text())
    .then((text) => new DOMParser().parseFromString(text, "text/html").querySelector(".kb-page"))
    .then((whole) => whole && show(whole))
    .catch(() => {}); // without the network and without a kept copy the one language stays
})();
