"use strict";
// What a reading page needs of a script. Everything on the page works without it.

// The id of the section that the address asks for; none where it was written by no one, as in `#%`.
const askedSection = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
};

// The language switch keeps the section.
const keepSection = () => {
  for (const link of document.querySelectorAll("a[data-keeps-section]")) {
    link.hash = location.hash;
  }
};
addEventListener("hashchange", keepSection);
addEventListener("click", keepSection, { capture: true }); // replaceState, as in the search, tells nobody
keepSection();

// A language that the reader chooses is kept, for short links on paper. Nothing else is.
for (const link of document.querySelectorAll(".kb-languages a")) {
  link.addEventListener("click", () => {
    try {
      localStorage.setItem("birge-language", link.hreflang);
    } catch {
      // storage is switched off; the browser's language serves
    }
  });
}

// The menu's labels are buttons for the keyboard too.
for (const label of document.querySelectorAll("label[role=button]")) {
  label.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      label.click();
    }
  });
}

// How that looks which only scripts draw (css/drawn.css), and what it says in the language of the page,
// stand before this script: kb.site.page_script.
if ("adoptedStyleSheets" in document) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(kbStyle);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
} else {
  const [sheet] = document.styleSheets;
  sheet.insertRule(`@media all{${kbStyle}}`, sheet.cssRules.length);
}
const written = (day) => {
  const [year, month, number] = day.split("-");
  return kbWords.days[month - 1].replace("{y}", year).replace("{d}", Number(number));
};
const asText = (word) => word.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

// An entry of the ledger or the glossary that stands elsewhere by now is named on its shelf, under the same anchor.
const shelf = document.querySelector("[data-shelf]");
if (shelf && askedSection() && !document.getElementById(askedSection())) {
  location.replace(shelf.href + location.hash);
}

// A page that is due to be read again says so.
for (const note of document.querySelectorAll("[data-check-by]")) {
  if (new Date().toISOString().slice(0, 10) > note.dataset.checkBy) {
    note.textContent = kbWords["check-due"].replace("{date}", written(note.dataset.checkBy));
    note.classList.add("kb-checked--due");
  }
}
