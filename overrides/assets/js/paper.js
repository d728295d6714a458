"use strict";
// Paper and messages: buttons that only a script can serve appear with the script.

const buttons = document.querySelector("[data-message]");

// A section that has a short address of its own is sent with that address.
const messageText = () => {
  const shorts = Object.fromEntries(buttons.dataset.shorts.split(" ").map((pair) => pair.split("=")));
  const section = document.getElementById(askedSection());
  const short = section && shorts[section.id];
  if (!short || !shorts.top || section.id === "top") {
    return buttons.dataset.message;
  }
  const lines = buttons.dataset.message.split("\n");
  lines[0] += ": " + section.textContent.trim();
  lines.push(lines.pop().replace(`/s/${shorts.top}/`, `/s/${short}/`));
  return lines.join("\n");
};

const newButton = (word, act) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = kbWords[word];
  button.addEventListener("click", () => act(button));
  return button;
};

const textArea = (value, label) => {
  const area = document.createElement("textarea");
  area.value = value;
  area.rows = value.split("\n").length + 3; // some lines take two
  area.setAttribute("aria-label", label);
  return area;
};

// `byHand` gives the field from which the reader copies it where the browser does not allow it.
const copyText = async (button, text, byHand) => {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = kbWords.copied;
  } catch {
    byHand().select();
    button.textContent = kbWords["not-copied"];
  }
  button.setAttribute("aria-live", "polite");
  setTimeout(() => { button.textContent = kbWords["copy-message"]; }, 4000);
};

const copyMessage = (button) =>
  copyText(button, messageText(), () => {
    const area = textArea(messageText(), kbWords["not-copied"]);
    buttons.parentNode.querySelector(":scope > textarea")?.remove();
    buttons.after(area);
    return area;
  });

// Where the site names nobody who takes reports, the reader gets the text to hand on.
const reportText = () => {
  const lines = messageText().split("\n");
  const checked = document.querySelector(".kb-checked");
  const section = document.getElementById(askedSection());
  const said = {
    page: [document.querySelector("h1").textContent, lines[lines.length - 1], checked && checked.textContent]
      .filter(Boolean).map((line) => line.trim()).join("\n"),
    section: section && section.matches("h2, h3") ? section.textContent.trim() : "",
    name: document.querySelector(".kb-languages [aria-current]").textContent,
  };
  return kbWords["report-text"].replace(/\{(\w+)\}/g, (all, name) => said[name]);
};
const reportBox = (link) => {
  const box = document.createElement("div");
  box.className = "kb-reporting";
  const whom = document.createElement("p");
  whom.textContent = kbWords["report-whom"];
  const area = textArea(reportText(), link.textContent);
  const ways = document.createElement("p");
  ways.className = "kb-buttons";
  ways.append(newButton("copy-message", (button) => copyText(button, area.value, () => area)));
  box.append(whom, area, ways);
  link.parentNode.after(box);
  return box;
};
const openReport = (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) {
    return; // in another tab, the page that says how
  }
  event.preventDefault();
  const link = event.currentTarget;
  const next = link.parentNode.nextElementSibling;
  const isThere = next && next.matches(".kb-reporting");
  const box = isThere ? next : reportBox(link);
  box.hidden = isThere && !box.hidden; // what was typed stays
  link.setAttribute("aria-expanded", !box.hidden);
  if (!box.hidden) {
    box.querySelector("textarea").focus();
  }
};
for (const link of document.querySelectorAll(".kb-notice--draft a[href$='#report'], .kb-hands a[href$='#report']")) {
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", false);
  link.addEventListener("click", openReport);
}

// Paper carries its day (?d=); the page says whether it has changed since. Where its wording was not
// released it has no day of its own, and nobody can tell that paper is current.
const showAge = (news) => {
  const day = new URLSearchParams(location.search).get("d") || "";
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) {
    return;
  }
  const changes = [...news.querySelectorAll("li")].filter((change) => change.dataset.day > day);
  const notice = document.createElement("aside");
  notice.className = "kb-notice kb-notice--paper";
  const isAmended = document.querySelector(".kb-page .kb-amended");
  if (changes.length) {
    notice.dataset.paper = "old";
    const list = document.createElement("ul");
    const told = new Set(); // each once: its section, and what is new there unless that is the heading itself
    for (const change of changes) {
      const heading = document.getElementById(change.dataset.section);
      const title = heading ? heading.textContent : "";
      const text = change.textContent === title ? "" : change.textContent;
      if (!told.has(`${title}\n${text}`)) {
        told.add(`${title}\n${text}`);
        const shown = document.createElement("li");
        const strong = document.createElement("strong");
        strong.textContent = title;
        shown.append(strong, document.createElement("br"), text);
        list.append(shown);
      }
    }
    notice.append(`${kbWords["paper-old"].replace("{date}", written(day))}:`, list);
  } else if (isAmended) {
    notice.dataset.paper = "amended";
    notice.textContent = kbWords["paper-amended"].replace("{date}", written(day));
  } else if (day >= news.dataset.day) {
    notice.dataset.paper = "current";
    notice.textContent = kbWords["paper-current"].replace("{date}", written(day));
  } else {
    notice.dataset.paper = "read-again"; // since, without a list of changes
    notice.textContent = kbWords["checked-on"].replace("{date}", written(news.dataset.checked));
  }
  document.querySelector(".kb-page").before(notice);
};

const news = document.querySelector("[data-news]");
if (news) {
  showAge(news);
}

if (buttons) {
  buttons.append(newButton("print-page", () => print()), newButton("copy-message", copyMessage));
  buttons.hidden = false;
}
