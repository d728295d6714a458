"use strict";
// Opens a short address in the reader's language: ?l=, else her last choice, else the browser's.
// Without a script the languages stand there as a list.
const doors = new Map(
  [...document.querySelectorAll("a[hreflang]")].map((link) => [link.hreflang.toLowerCase(), link]),
);
const lastChoice = () => {
  try {
    return localStorage.getItem("birge-language");
  } catch {
    return null; // storage is switched off
  }
};
const asked = new URLSearchParams(location.search);
const wanted = [asked.get("l"), lastChoice(), ...(navigator.languages || [])];
// uz-Cyrl-UZ is uz-Cyrl here, or else uz.
const shorter = (code) => code.split("-").map((_, place, parts) => parts.slice(0, parts.length - place).join("-"));
const language = wanted
  .filter(Boolean)
  .flatMap((code) => shorter(code.toLowerCase()))
  .find((code) => doors.has(code));
if (language) {
  const target = new URL(doors.get(language).href);
  asked.delete("l");
  target.search = asked.toString();
  location.replace(target);
}
