"use strict";
// A plan filled from a sector page, edited here, kept only where the reader saves it.

const FORMAT = "birge-plan-1";
const WEEKS = "weeks"; // the part that is a table: week, what we do, what we hold, who
const MOST_WEEKS = 26; // a sector page has steps for a quarter; stretched further they come too late
const PAGES = "pages"; // the part that gives the short addresses of the pages that others name

const startPlan = () => {
  const { room, status } = foldList(false);
  let plan = null;
  let unsaved = false;

  const select = (id, options) =>
    make("select", { id, autocomplete: "off" }, ...options.map(([value, text, language]) =>
      make("option", { value, lang: language ?? null }, text)));
  const field = (id, key, control) => make("p", { class: "kb-field" }, make("label", { for: id }, say(key)), control);
  const sector = select("kb-sector", DATA.sectors.map(({ id, title, language }) => [id, title, language]));
  const country = select("kb-country", Object.entries(DATA.countries));
  const team = make("textarea", { id: "kb-team", rows: 2, autocomplete: "off" });
  const weeks = make("input", { id: "kb-weeks", type: "number", min: 1, max: MOST_WEEKS, value: 13, autocomplete: "off" });
  const paper = make("div", { class: "kb-plan" });
  const print_ = make("div", { class: "kb-plan-print" });

  const isSaid = (line) => typeof line === "string" || Array.isArray(line) || "short" in line;
  // As this page gives its own: "birge.example.org/s/".
  const shortPlace = document.querySelector(".kb-short a").textContent.replace(/[^/]*$/, "");

  const touched = () => {
    unsaved = true;
    status.textContent = say("unsaved");
  };

  const filled = () => {
    const from = DATA.sectors.find(({ id }) => id === sector.value);
    const here = (lines = []) => // what is not the same in all countries stands by country
      lines.map((line) => (country.value in Object(line) ? line[country.value] : line)).filter(isSaid);
    const told = {
      ...Object.fromEntries(Object.entries(from.parts).map(([id, lines]) => [id, here(lines).join("\n")])),
      people: team.value,
      [PAGES]: here(from.pages).map(({ title, short }) => `${title}: ${shortPlace}${short}`).join("\n"),
    };
    const rows = here(from.parts[WEEKS]);
    const base = Math.max(1, ...rows.flatMap(([week]) => (week.match(/\d+/g) || []).map(Number)));
    const wanted = Math.min(MOST_WEEKS, Math.max(1, Math.round(Number(weeks.value)) || base));
    const texts = Object.fromEntries(
      DATA.parts.filter(({ id }) => id !== WEEKS).map(({ id }) => [id, told[id] ?? ""]));
    return {
      format: FORMAT, language: from.language,
      title: say("plan", { sector: from.title, country: DATA.countries[country.value] }),
      country: DATA.countries[country.value], sector: from.title,
      from: say("taken-from", { page: from.title, date: from.read }), texts,
      rows: rows.map(([week, doing, held]) => [stretchWeeks(week, base, wanted), doing, held ?? "", ""]),
    };
  };

  const area = (label, text, changed) =>
    make("textarea", {
      "aria-label": label, lang: plan.language, autocomplete: "off",
      rows: Math.min(16, Math.max(2, text.split("\n").reduce((sum, line) => sum + Math.ceil((line.length + 1) / 60), 0))),
      oninput: (event) => {
        changed(event.target.value);
        touched();
      },
    }, text);

  const row = (cells, number) => {
    const cell = (key, at) => area(`${say(key)}, ${number + 1}`, cells[at], (text) => { cells[at] = text; });
    return make("fieldset", { class: "kb-plan-row" },
      make("legend", {}, make("span", { "aria-hidden": "true" }, say("week-head")), cell("week-head", 0)),
      ...["do", "hold", "who"].map((key, at) =>
        make("div", {}, make("small", { "aria-hidden": "true" }, say(key)), cell(key, at + 1))));
  };

  const addRow = () => {
    plan.rows.push(["", "", "", ""]);
    touched();
    showPlan();
    paper.querySelector(".kb-plan-row:last-of-type textarea").focus();
  };

  const part = ({ id, label }) => [
    make("h3", {}, label),
    ...(id === WEEKS
      ? [...plan.rows.map(row), make("p", {}, button("add-row", addRow))]
      : [area(label, plan.texts[id] ?? "", (text) => { plan.texts[id] = text; })])];

  const showPlan = () => {
    const name = make("input", {
      id: "kb-plan-name", value: plan.title, autocomplete: "off",
      oninput: (event) => { plan.title = event.target.value; touched(); },
    });
    fillWith(paper, [field("kb-plan-name", "plan-name", name), ...DATA.parts.flatMap(part),
      make("p", { class: "kb-small" }, plan.from),
      make("p", { class: "kb-ways" }, button("print", () => print()), button("docx", saveDocx), button("save", save))]);
  };

  const head = () => ["week-head", "do", "hold", "who"].map((key) => say(key));
  // The title that the reader gives need not say of which country and sector the plan is.
  const about = () =>
    [plan.country, plan.sector].filter((name) => name && !plan.title.includes(name)).concat(longDay(today())).join(" · ");
  const blocks = (parts) => [
    { heading: 1, text: plan.title },
    { text: about() },
    ...parts.flatMap(({ id, label }) => [
      { heading: 2, text: label },
      id === WEEKS ? { rows: [head(), ...plan.rows] } : { text: plan.texts[id] ?? "" }]),
    { text: plan.from }];
  const isFilled = ({ id }) => (id === WEEKS ? plan.rows.flat() : [plan.texts[id] ?? ""]).some((text) => text.trim());

  const download = (blob, ending) => {
    const address = URL.createObjectURL(blob);
    make("a", { href: address, download: `birge-plan.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    status.textContent = say("saved");
  };
  const save = () => {
    download(new Blob([JSON.stringify(plan, null, 1)], { type: "application/json" }), "json");
    unsaved = false; // a DOCX cannot be opened here again
  };
  const saveDocx = () => download(docx(blocks(DATA.parts)), "docx");

  const mayReplace = () => !unsaved || confirm(say("fill-again"));
  const fill = () => {
    if (mayReplace()) {
      plan = filled();
      showPlan();
      touched();
      document.getElementById("kb-plan-name").focus();
    }
  };

  const isText = (value) => typeof value === "string" && value.length < 100000;
  const isPlan = (value) =>
    value !== null && typeof value === "object" && value.format === FORMAT &&
    [value.title, value.country ?? "", value.sector ?? "", value.from, value.language].every(isText) &&
    value.texts !== null && typeof value.texts === "object" && Object.values(value.texts).every(isText) &&
    Array.isArray(value.rows) && value.rows.length < 500 &&
    value.rows.every((cells) => Array.isArray(cells) && cells.length === 4 && cells.every(isText));

  const open = async (event) => {
    const [file] = event.target.files;
    if (!file || !mayReplace()) {
      return;
    }
    let found = null;
    try {
      found = JSON.parse(await file.text());
    } catch {
      found = null; // told below, with every other file that is no plan
    }
    event.target.value = "";
    if (!isPlan(found)) {
      status.textContent = say("bad-file");
      return;
    }
    plan = found;
    showPlan();
    unsaved = false;
    status.textContent = plan.title;
    document.getElementById("kb-plan-name").focus();
  };

  addEventListener("beforeunload", (event) => {
    if (unsaved) {
      event.preventDefault();
      event.returnValue = "unsaved"; // before Chrome 119 only this asks; no browser shows the word
    }
  });
  // On paper the plan stands alone; that its words are a draft, or spelled by a machine, stands below it.
  const titleHere = document.title;
  const article = TOOL.closest("article");
  const noticed = (notice) => {
    const copy = copyOf(notice);
    copy.querySelectorAll("a").forEach((link) => link.remove());
    return copy.textContent.replace(/\s+/g, " ").replace(/ · $/, "");
  };
  addEventListener("beforeprint", () => {
    const shown = plan ? blocks(DATA.parts.filter(isFilled)) : [];
    fillWith(print_, shown.map((block) =>
      block.rows ? table(block.rows[0], block.rows.slice(1))
        : make(block.heading ? `h${block.heading}` : "p", {}, block.text)));
    if (plan) {
      const notices = [...article.children].filter((part) => part.matches(".kb-notice"));
      print_.append(...notices.map((notice) => make("p", { class: "kb-small" }, noticed(notice))));
      document.title = plan.title;
    }
    article.classList.toggle("kb-plan-alone", plan !== null);
  });
  addEventListener("afterprint", () => { document.title = titleHere; });

  room.append(
    field("kb-sector", "sector", sector), field("kb-country", "country", country),
    field("kb-team", "team", team), field("kb-weeks", "weeks", weeks),
    make("p", { class: "kb-ways" }, button("fill", fill)),
    field("kb-open", "open", make("input", { id: "kb-open", type: "file", accept: ".json,application/json", onchange: open })),
    paper, print_);
};

startPlan();
