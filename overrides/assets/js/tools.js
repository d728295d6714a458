"use strict";
// Makes forms from the lists of tools. Sends nothing, and leaves the address alone.

const DATA = globalThis.kbTool; // a script of its own, which loads over http and file:// alike
const TOOL = document.querySelector("[data-tool]");

const say = (key, values = {}) =>
  DATA.words[key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

const make = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== null) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children);
  return made;
};

const fillWith = (node, children) => {
  node.textContent = "";
  node.append(...children);
};

const button = (key, act, kind = "") =>
  make("button", { type: "button", class: `kb-button ${kind}`.trim(), onclick: act }, say(key));

// A copy for the form: the list keeps the ids that notes point back to.
const copyOf = (node) => {
  const copy = node.cloneNode(true);
  for (const marked of [copy, ...copy.querySelectorAll("[id]")]) {
    marked.removeAttribute("id");
  }
  for (const lead of copy.querySelectorAll(".kb-when")) {
    lead.remove();
  }
  return copy;
};

const foldList = (quiet) => {
  const list = make("details", { class: "kb-tool-list" }, make("summary", {}, say("list")));
  list.append(...TOOL.childNodes);
  const room = make("div", { class: "kb-tool-room" });
  const status = make("p", { class: `kb-tool-status${quiet ? " kb-tool-status--quiet" : ""}`, role: "status" });
  TOOL.append(room, status, list);
  return { room, status };
};

const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
};
// The build gives the 22nd of each month of 2001 as the language writes it.
const longDay = (day) => {
  const [year, month, date] = day.split("-").map(Number);
  return DATA.days[month - 1].replace("22", date).replace("2001", year);
};

// ---- one question after the other ----

const startWalk = () => {
  const find = (kind, id) => TOOL.querySelector(`[data-${kind}="${id}"]`);
  const first = TOOL.querySelector("[data-step]").dataset.step;
  const { room, status } = foldList(true);
  let given = []; // [{step, answer, at}] in order, and at which place of the browser's history
  let at = 0;
  let chosenDay = "";
  let day = today();

  const holds = (node, marks) =>
    (!node.dataset.since || node.dataset.since <= day) &&
    (!node.dataset.before || day < node.dataset.before) &&
    (!node.dataset.when || marks.has(node.dataset.when));
  const answerNode = ({ step, answer }) => find("step", step).querySelector(`[data-answer="${answer}"]`);
  const words = (node) => node.querySelector(".kb-tool-words, .kb-tool-answer");
  const items = (node, key, marks) =>
    [...node.querySelectorAll(`li[data-${key}]`)].filter((item) => holds(item, marks)).map(copyOf);
  const list = (found) => (found.length ? [make("ul", {}, ...found)] : []);

  const marksGiven = () => {
    const marks = new Set(given.map((pair) => answerNode(pair).dataset.mark).filter(Boolean));
    const signs = given.filter(({ step }) => find("step", step).querySelector("[data-rests]"));
    const said = new Set(signs.map(({ answer }) => answer));
    if (said.has("yes")) marks.add("present");
    if (said.has("unsure")) marks.add("unsure");
    if (signs.length && said.size === 1 && said.has("no")) marks.add("nothing");
    return marks;
  };

  const here = () => (given.length ? answerNode(given[given.length - 1]).dataset.next : first);

  const setDay = (chosen) => {
    chosenDay = chosen;
    day = chosen || today();
  };

  // What the browser remembers of this tab: its Back and Forward go from question to question, a
  // reload keeps the place, and so does a tab that was closed and is opened again.
  const state = () => ({ walk: { given, at, chosenDay } });
  const keep = () => history.replaceState(state(), "");
  // What was remembered may come from a page that asked other questions.
  const leads = (pairs) => {
    let place = first;
    return Array.isArray(pairs) && pairs.every(({ step, answer }) => {
      const found = step === place && find("step", step).querySelector(`[data-answer="${answer}"]`);
      place = found && found.dataset.next;
      return found;
    });
  };
  const remember = (walk) => {
    if (walk && leads(walk.given)) {
      ({ given, at } = walk);
      return true;
    }
    return false;
  };
  let seen = location.href;
  addEventListener("popstate", (event) => {
    const shown = JSON.stringify(given);
    if (!remember(event.state && event.state.walk)) {
      at += location.href !== seen; // a link to a note, which followed once more is no step
    } else if (JSON.stringify(given) !== shown) {
      show("kb-ask");
    } else if (!location.hash) {
      document.getElementById("kb-ask").focus();
    }
    seen = location.href;
    keep();
  });

  const dayField = () =>
    make("p", { class: "kb-tool-day" },
      make("label", { for: "kb-day" }, say("day")),
      make("input", {
        id: "kb-day", type: "date", value: day, autocomplete: "off", "aria-describedby": "kb-day-why",
        onchange: (event) => {
          setDay(event.target.value);
          keep();
          show("");
        },
      }),
      make("small", { id: "kb-day-why" }, say("day-why")));

  const back = () => history.go(given[given.length - 1].at - at);
  const again = () => history.go(given[0].at - at);
  const ways = () => (given.length ? [button("back", back), button("again", again)] : []);

  const question = (step) => {
    const node = find("step", step);
    const none = new Set();
    const answers = [...node.querySelectorAll("[data-answer]")].map((answer) => {
      const choose = () => {
        given = [...given, { step, answer: answer.dataset.answer, at }];
        at += 1;
        history.pushState(state(), "");
        show("kb-ask");
      };
      const made = make("button", { type: "button", class: "kb-button kb-button--answer", onclick: choose });
      made.append(...words(answer).cloneNode(true).childNodes);
      return made;
    });
    return [
      make("p", { class: "kb-small" }, say("question", { n: given.length + 1 })),
      make("h3", { id: "kb-ask", tabindex: "-1" }, ...words(node).cloneNode(true).childNodes),
      ...list([...items(node, "why", none), ...items(node, "rests", none)]),
      make("div", { class: "kb-answers", role: "group", "aria-labelledby": "kb-ask" }, ...answers),
    ];
  };

  const sign = ({ step }) => {
    const node = find("step", step);
    const none = new Set();
    return make("li", {},
      make("strong", {}, ...words(node).cloneNode(true).childNodes),
      make("p", {}, `${say("rests")}:`), ...list(items(node, "rests", none)),
      make("p", {}, `${say("keep")}:`), ...list(items(node, "keep", none)));
  };

  const signs = (answer, title) => {
    const found = given.filter(
      (pair) => pair.answer === answer && find("step", pair.step).querySelector("[data-rests]"));
    return found.length ? [make("h4", {}, say(title)), make("ol", { class: "kb-signs" }, ...found.map(sign))] : [];
  };

  const parts = (node, marks, first) =>
    [...node.querySelectorAll("p[data-part]")].filter((label) => (label.dataset.part === "answer") === first).flatMap((label) => {
      const kind = label.dataset.part;
      const found = items(node, `part="${kind}"`, marks);
      const title = kind === "answer" ? [] : [make("h4", {}, say(`part-${kind}`))];
      return found.length ? [...title, make("ul", { class: `kb-part--${kind}` }, ...found)] : [];
    });

  const review = () =>
    make("details", {}, make("summary", {}, say("your-answers")),
      make("ol", {}, ...given.map((pair) =>
        make("li", {}, ...words(find("step", pair.step)).cloneNode(true).childNodes, " ",
          make("strong", {}, ...words(answerNode(pair)).cloneNode(true).childNodes)))));

  const result = (outcome) => {
    const node = find("outcome", outcome);
    const other = day === today() ? [] : [make("p", { class: "kb-notice" }, say("other-day"))];
    return [
      make("p", { class: "kb-small" }, say("result")),
      make("h3", { id: "kb-ask", tabindex: "-1", class: `kb-verdict kb-verdict--${node.dataset.verdict}` },
        ...words(node).cloneNode(true).childNodes),
      make("p", { class: "kb-small" }, say("as-of", { date: longDay(day) })), ...other,
      ...parts(node, marksGiven(), true),
      ...signs("yes", "present"), ...signs("unsure", "in-doubt"),
      ...parts(node, marksGiven(), false), review(),
    ];
  };

  const show = (focus) => {
    const place = here();
    const isOutcome = find("outcome", place) !== null;
    TOOL.classList.toggle("kb-tool--done", isOutcome);
    const found = isOutcome ? result(place) : question(place);
    const ends = isOutcome ? [button("print", () => print())] : [];
    [...room.children].slice(1).forEach((node) => node.remove()); // the day stays: it may be half typed
    room.append(...found, make("p", { class: "kb-ways" }, ...ways(), ...ends));
    status.textContent = isOutcome && given.length ? `${say("result")}: ${document.getElementById("kb-ask").textContent}` : "";
    if (focus) {
      document.getElementById(focus).focus();
    }
  };
  history.scrollRestoration = "manual"; // the question comes into view, wherever it stood before
  const walked = history.state && history.state.walk;
  if (remember(walked)) {
    setDay(walked.chosenDay);
  }
  keep();
  room.append(dayField());
  show("");
};

// ---- sums ----

const SVG = "http://www.w3.org/2000/svg";
const draw = (name, attributes, text = "") => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.textContent = text;
  return made;
};

// Bars from a line of zero: to the right what is above it, to the left what is below.
const chart = (rows, tell) => {
  const [width, high] = [320, 44];
  const least = Math.min(0, ...rows.map((row) => row.value));
  const most = Math.max(1, ...rows.map((row) => row.value));
  const x = (value) => ((value - least) / (most - least)) * width;
  const svg = draw("svg", {
    viewBox: `0 0 ${width} ${rows.length * high}`, role: "img", class: "kb-chart",
    "aria-label": `${say("chart")}. ${rows.map((row) => `${row.label}: ${tell(row.value)}`).join("; ")}`,
  });
  rows.forEach((row, number) => {
    const top = number * high;
    const from = Math.min(x(0), x(row.value));
    svg.append(
      draw("text", { x: 0, y: top + 13 }, `${row.label}: ${tell(row.value)}`),
      draw("rect", { x: from, y: top + 19, width: Math.max(1, Math.abs(x(row.value) - x(0))), height: 15,
        class: row.value < 0 ? "kb-chart--below" : "kb-chart--above" }));
  });
  return svg;
};

// On a phone a table of three columns or more is read as cards, as those of the pages are (kb.site.tables).
const table = (head, rows) =>
  make("div", { class: "md-typeset__scrollwrap", tabindex: "0", role: "group", "aria-label": say("number") },
    make("table", { role: "table", "data-columns": head.length > 2 ? head.length : null },
      make("thead", { role: "rowgroup" }, make("tr", { role: "row" },
        ...head.map((cell) => make("th", { scope: "col", role: "columnheader" }, cell)))),
      make("tbody", { role: "rowgroup" }, ...rows.map(([first, ...rest]) =>
        make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader" }, first),
          ...rest.map((cell, at) => make("td", { role: "cell", "data-label": head[at + 1] }, cell)))))));

const ENGLISH = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const tellNumber = (value) =>
  ENGLISH.format(value).replace(/[,.]/g, (sign) => (sign === "," ? DATA.group : DATA.decimal));
const tellMoney = (value) => tellNumber(value / 100);

const membersResult = (values) => {
  const found = membersNeeded(values);
  const rows = ["lost", "wanted", "win", "recruit"].map((key) => [say(key), tellNumber(found[key])]);
  const bars = ["replace", "grow", "recruit"].map((key) => ({ label: say(key), value: found[key] }));
  return [
    make("p", { class: "kb-number", role: "status" }, `${say("recruit")}: ${tellNumber(found.recruit)}`),
    chart(bars, tellNumber), table([say("what"), say("number")], rows)];
};

const duesResult = (values, scale) => {
  if (scale === "bands" && values["band-2"] <= values["band-1"]) {
    return [make("p", { class: "kb-error", role: "alert" }, say("band-order"))];
  }
  const found = dues(scale, values);
  const keys = ["income", "pays", "costs", "keeps"];
  const row = (label, week) => [label, ...keys.map((key) => tellMoney(week[key]))];
  const rows = found.weeks.map((week, number) => row(say("week", { n: number + 1 }), week));
  const bars = found.weeks.map((week, number) =>
    ({ label: `${say("week", { n: number + 1 })}, ${say("keeps")}`, value: week.keeps }));
  const main = `${say("pays")}: ${tellMoney(found.total.pays)}. ${say("keeps")}: ${tellMoney(found.total.keeps)}.`;
  const share = found.share === null ? "" : ` ${say("share", { share: tellMoney(found.share) })}`;
  const loss = found.weeks.some((week) => week.keeps < 0) ? [make("p", { class: "kb-notice" }, say("loss"))] : [];
  return [
    make("p", { class: "kb-number", role: "status" }, main + share), ...loss,
    chart(bars, tellMoney), table([say("what"), ...keys.map((key) => say(key))], [...rows, row(say("total"), found.total)])];
};

const startSum = () => {
  const fields = [...TOOL.querySelectorAll("[data-field]")].map((node) => ({
    id: node.dataset.field, scale: node.dataset.scale || "", label: node.querySelector(".kb-tool-label").textContent,
    language: node.querySelector(".kb-tool-label [lang]")?.lang ?? null,
    notes: [...node.querySelectorAll("sup")].map(copyOf), value: node.dataset.value,
    least: Number(node.dataset.least), most: Number(node.dataset.most), step: Number(node.dataset.by),
  }));
  const { room } = foldList(true);
  const out = make("div", { class: "kb-result" });
  const scales = ["flat", "percentage", "bands", "minimum"];
  const choice = make("select", { id: "kb-scale", autocomplete: "off", onchange: () => count() },
    ...scales.map((scale) => make("option", { value: scale }, say(`scale-${scale}`))));
  const hasScale = fields.some((field) => field.scale);

  const entry = (field) => {
    const id = `kb-field-${field.id}`;
    field.input = make("input", {
      id, type: "text", inputmode: "decimal", value: field.value.replace(".", DATA.decimal),
      autocomplete: "off", "aria-describedby": `${id}-error`, oninput: () => count(),
    });
    field.error = make("small", { id: `${id}-error`, class: "kb-error" });
    field.row = make("p", { class: "kb-field" },
      make("span", {}, make("label", { for: id, lang: field.language }, field.label), ...field.notes), field.input, field.error);
    return field.row;
  };

  const count = () => {
    const scale = hasScale ? choice.value : "";
    const values = {};
    for (const field of fields) {
      field.row.hidden = field.scale !== "" && field.scale !== scale;
      const value = readField(field.input.value, field, DATA.group);
      const bad = value === null && !field.row.hidden;
      field.input.setAttribute("aria-invalid", String(bad));
      field.error.textContent = bad
        ? say("bad-number", { least: tellNumber(field.least), most: tellNumber(field.most) }) : "";
      values[field.id] = value ?? 0;
    }
    const bad = fields.some((field) => field.error.textContent);
    fillWith(out, bad ? [] : hasScale ? duesResult(values, scale) : membersResult(values));
  };

  const top = hasScale ? [make("p", { class: "kb-field" }, make("label", { for: "kb-scale" }, say("scale")), choice)] : [];
  room.append(...top, make("div", { class: "kb-fields" }, ...fields.map(entry)), out,
    make("p", { class: "kb-ways" }, button("print", () => print())));
  count();
};

if (TOOL.querySelector("[data-step]")) {
  startWalk();
} else if (TOOL.querySelector("[data-field]")) {
  startSum();
}
