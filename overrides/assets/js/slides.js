"use strict";
// Slides: arrow keys, space, Page Up and Down, a tap on the left or right side; N or the button shows the notes.
// Without this script the slides stand below one another.
const slides = [...document.querySelectorAll("main section")];
const notes = document.querySelector(".notes");
const button = document.querySelector(".keys button");
let current = 0;

const show = (number) => {
  current = Math.max(0, Math.min(slides.length - 1, number));
  slides.forEach((slide, place) => slide.classList.toggle("shown", place === current));
  slides[current].focus({ preventScroll: true });
  scrollTo(0, 0);
  history.replaceState(null, "", `#${slides[current].id}`);
};

const keys = {
  ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1,
  ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1,
  Home: -Infinity, End: Infinity,
};

const turnNotes = () => {
  notes.hidden = !notes.hidden;
  button.setAttribute("aria-expanded", String(!notes.hidden));
  document.body.classList.toggle("noting", !notes.hidden);
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.code === "KeyN") { // the same key on every keyboard layout
    turnNotes();
  } else if (event.target.closest(".notes")) {
    return; // the keys move the notes while one reads them
  } else if (event.target.closest("a, button") && (event.key === " " || event.key === "Enter")) {
    return; // what is pressed here is the link or the button
  } else if (event.key in keys) {
    event.preventDefault();
    show(current + (event.key === " " && event.shiftKey ? -1 : keys[event.key]));
  }
});

document.querySelector("main").addEventListener("click", (event) => {
  if (!event.target.closest("a") && !String(getSelection())) {
    show(current + (event.clientX < innerWidth / 3 ? -1 : 1));
  }
});

button.addEventListener("click", turnNotes);
button.hidden = false;
document.body.classList.add("turning");
turnNotes();
const asked = slides.findIndex((slide) => `#${slide.id}` === location.hash);
show(Math.max(0, asked));
