"use strict";
// Paper and messages: buttons that only a script can serve appear with the script.

const buttons = document.querySelector(".kb-buttons");

// A section that has a short address of its own is sent with that address.
const messageText = () => {
  const shorts = JSON.parse(buttons.dataset.shorts);
  const section = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const short = section && shorts[section.id];
  if (!short || !shorts.top || section.id === "top") {
    return buttons.dataset.message;
  }
  const lines = buttons.dataset.message.split("\n");
  lines[0] += ": " + section.textContent.trim();
  lines.push(lines.pop().replace(`/s/${shorts.top}/`, `/s/${short}/`));
  return lines.join("\n");
};

const copyMessage = async (button) => {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(messageText());
    button.textContent = button.dataset.done;
  } catch {
    const text = document.createElement("textarea"); // the reader copies it by hand
    text.value = messageText();
    text.rows = 5;
    text.setAttribute("aria-label", button.dataset.failed);
    buttons.after(text);
    text.select();
    button.textContent = button.dataset.failed;
  }
  button.setAttribute("aria-live", "polite");
  setTimeout(() => { button.textContent = label; }, 4000);
};

if (buttons) {
  buttons.hidden = false;
  buttons.querySelector("[data-print]").addEventListener("click", () => print());
  const copy = buttons.querySelector("[data-copy]");
  copy.addEventListener("click", () => copyMessage(copy));
}
