"use strict";
// Proposes the first language of the browser that this site has; it never leads away by itself.
// The longer codes first: uz-Cyrl before uz.
const known = [...document.querySelectorAll("a[hreflang]")]
  .sort((one, other) => other.hreflang.length - one.hreflang.length);
for (const wanted of navigator.languages || []) {
  const link = known.find(({ hreflang }) => wanted.toLowerCase().startsWith(hreflang.toLowerCase()));
  if (link) {
    link.classList.add("proposed");
    link.closest("ul").prepend(link.closest("li"));
    break;
  }
}
