"use strict";
// Proposes the first language of the browser that this site has; it never leads away by itself.
const known = [...document.querySelectorAll("a[hreflang]")];
for (const wanted of navigator.languages || []) {
  const link = known.find((candidate) => wanted.toLowerCase().startsWith(candidate.hreflang));
  if (link) {
    link.classList.add("proposed");
    link.closest("ul").prepend(link.closest("li"));
    break;
  }
}
