"use strict";
// Shows results as the reader types: in the dialog of any page, and on the page of results.
(() => {
  const { birge } = globalThis;
  const say = (word) => kbWords[`search-${word}`];
  const IN_DIALOG = 5;
  const ON_PAGE = 10;
  const LENGTH = 220;
  const LANGUAGES = ["ru", "en", "uz", "kk", "ky"];
  const language = document.documentElement.lang.toLowerCase(); // "uz-cyrl" as in addresses

  // A file of the index is a script that calls kbFile: so it loads over http and file:// alike.
  const arrived = new Map();
  globalThis.kbFile = (_, text) => arrived.set(document.currentScript.src, text);
  const reading = (folder) => (name, fresh = "") => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${folder}${name}.js${fresh}`;
    const settle = () => {
      const text = arrived.get(script.src);
      arrived.delete(script.src);
      script.remove();
      if (text === undefined) failed(Object.assign(new Error(name), { reason: "missing" }));
      else done(text);
    };
    script.onload = settle;
    script.onerror = settle;
    document.head.append(script);
  });

  const readers = new Map();
  const readerOf = (root, code, fresh = "") => {
    if (!readers.has(code) || fresh) {
      const read = reading(`${root}search/${code}/`);
      const opened = birge.open((name) => read(name, name === "index" ? fresh : ""));
      opened.catch(() => readers.delete(code));
      readers.set(code, opened);
    }
    return readers.get(code);
  };

  // A browser may have kept an index whose files are gone; it is asked for once more.
  const withReader = async (root, code, ask) => {
    try {
      return await ask(await readerOf(root, code));
    } catch (error) {
      if (error.reason !== "missing" && error.reason !== "cut") throw error;
      return ask(await readerOf(root, code, `?${Math.random().toString(36).slice(2)}`));
    }
  };

  const make = (tag, text = "", kind = "") => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (kind) element.className = kind;
    return element;
  };

  // Over file:// no server adds the name of the file.
  const file = location.protocol === "file:" ? "index.html" : "";
  const address = (root, code, path, anchor = "") => {
    const folder = path.replace(/(^|\/)index$/, "");
    return `${root}${code}/${folder ? `${folder}/` : ""}${file}${anchor ? `#${anchor}` : ""}`;
  };
  const pageOfResults = (root, code, query) =>
    `${root}${code}/search/${file}#${new URLSearchParams({ q: query })}`;

  const isMarked = (reader, answer, word) => {
    const folded = reader.normaliser.fold(word);
    // A stem is the word's beginning, but for its last letter.
    const canBe = answer.beginnings.some((beginning) => folded.startsWith(beginning));
    if (canBe && answer.keys.has(reader.normaliser.stem(word))) return true;
    const last = answer.asked[answer.asked.length - 1];
    return last.length > 1 && folded.startsWith(reader.normaliser.fold(last));
  };

  // Words that answer, each with its place; a stem is worth more the first time in an excerpt.
  const marksIn = (reader, answer, text) => {
    const found = [];
    let end = 0;
    for (const word of birge.words(text)) {
      const start = text.indexOf(word, end);
      end = start + word.length;
      if (isMarked(reader, answer, word)) found.push({ start, end, stem: reader.normaliser.stem(word) });
    }
    return found;
  };

  const bestStart = (marks) => {
    let best = { start: 0, worth: 0 };
    for (const mark of marks) {
      const inside = marks.filter((other) => other.start >= mark.start && other.end <= mark.start + LENGTH - 40);
      const worth = 3 * new Set(inside.map(({ stem }) => stem).filter(Boolean)).size + inside.length / 10;
      if (worth > best.worth) best = { start: mark.start, worth };
    }
    return best.start;
  };

  const withMarks = (element, text, marks, from, to) => {
    let at = from;
    for (const mark of marks.filter(({ start, end }) => start >= from && end <= to)) {
      element.append(text.slice(at, mark.start), make("mark", text.slice(mark.start, mark.end)));
      at = mark.end;
    }
    element.append(text.slice(at, to));
    return element;
  };

  const marked = (reader, answer, tag, text, kind) =>
    withMarks(make(tag, "", kind), text, marksIn(reader, answer, text), 0, text.length);

  const excerpt = (reader, answer, text) => {
    const marks = marksIn(reader, answer, text);
    const first = bestStart(marks);
    const from = first < 60 ? 0 : text.indexOf(" ", first - 50) + 1;
    let to = Math.min(text.length, from + LENGTH);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 1);
    const element = make("p", from ? "… " : "", "kb-results__text");
    withMarks(element, text, marks, from, to);
    if (to < text.length) element.append(" …");
    return element;
  };

  const item = (root, reader, answer, result, text) => {
    const element = make("li");
    const link = make("a");
    link.href = address(root, reader.head.language, text.path, text.anchor);
    link.append(marked(reader, answer, "strong", text.title));
    if (text.heading !== text.title) link.append(" · ", marked(reader, answer, "span", text.heading));
    const kind = reader.facet("kind", result.document);
    element.append(link, excerpt(reader, answer, text.text), make("p", say(`kind-${kind}`), "kb-small"));
    return element;
  };

  const view = (place, root, asked) => {
    if (place.dataset.started) return;
    place.dataset.started = "true";
    const form = place.querySelector("form");
    const input = form.elements.q;
    const list = place.querySelector("[data-search-list]");
    const status = place.querySelector("[data-search-status]");
    const offer = place.querySelector("[data-search-offer]");
    const state = place.querySelector("[data-search-state]");
    const line = place.querySelector("form .kb-small");
    const more = place.querySelector("[data-search-more]");
    const elsewhere = place.querySelector("[data-search-elsewhere]") || make("p");
    const step = state ? ON_PAGE : IN_DIALOG;
    let shown = state ? Number(asked.get("n")) || step : step;
    let turn = 0;
    let timer;
    let answered = ""; // what the list shows: not drawn anew, so that no focus is lost

    const filters = () => Object.fromEntries(["country", "kind", "sector"].map((name) =>
      [name, form.elements[name] ? form.elements[name].value : ""]));

    const remember = () => {
      if (!state) return;
      const kept = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (value) kept.set(name, value);
      if (shown > step) kept.set("n", shown);
      history.replaceState(null, "", `${location.pathname}${[...kept].length ? `#${kept}` : ""}`);
    };

    const showSuggestion = (answer) => {
      offer.hidden = !answer.suggestion;
      offer.textContent = "";
      if (offer.hidden) return;
      const link = make("a", answer.suggestion);
      link.href = pageOfResults(root, language, answer.suggestion);
      offer.append(`${say("meant")}: `, link);
    };

    // Where this language has nothing, others are named that have.
    const showElsewhere = async (query, mine) => {
      elsewhere.hidden = true;
      elsewhere.textContent = "";
      for (const code of LANGUAGES) {
        const name = kbWords.names[code];
        if (!name) continue;
        const found = await readerOf(root, code).then((reader) => birge.search(reader, query)).catch(() => null);
        if (mine !== turn) return;
        if (!found || !found.results.length || found.suggestion || found.hasSlips) continue;
        const link = make("a", `${name}: ${found.results.length}`);
        link.href = pageOfResults(root, code, query);
        link.lang = code;
        link.hreflang = code;
        elsewhere.append(elsewhere.hidden ? `${say("elsewhere")}: ` : " · ", link);
        elsewhere.hidden = false;
      }
    };

    // A result is shown before the texts of those below it have come.
    const draw = async (reader, answer, mine) => {
      const wanted = answer.results.slice(0, shown);
      const texts = wanted.map(({ part }) => reader.text(part));
      Promise.all(texts).catch(() => {}); // what fails is told below, one at a time
      if (mine === turn && !wanted.length) list.textContent = "";
      for (const [at, result] of wanted.entries()) {
        const text = await texts[at];
        if (mine !== turn) return;
        const drawn = item(root, reader, answer, result, text);
        if (!at) list.textContent = "";
        list.append(drawn);
      }
    };

    const show = async (query, mine) => {
      const answer = await withReader(root, language, async (reader) => {
        const found = await birge.search(reader, query, filters());
        await draw(reader, found, mine);
        return found;
      });
      if (mine !== turn) return;
      if (more) more.hidden = answer.results.length <= shown;
      if (line) line.hidden = answer.results.length > 0; // it has helped; now it would be in the way
      if (!answer.asked.length) status.textContent = say("empty");
      else status.textContent = answer.results.length ? say("count").replace("{n}", answer.results.length) : say("none");
      showSuggestion(answer);
      elsewhere.hidden = true;
      if (answer.asked.length && !answer.results.length) await showElsewhere(query, mine);
    };

    const fail = (error) => {
      answered = "";
      list.textContent = "";
      offer.hidden = true;
      status.textContent = error.reason === "old" ? say("old") : say("broken");
    };

    const run = async () => {
      const question = JSON.stringify([input.value.trim(), filters(), shown]);
      if (question === answered) {
        if (state) state.dataset.searchState = "done";
        return;
      }
      answered = question;
      turn += 1;
      const mine = turn;
      if (state) state.dataset.searchState = "busy";
      remember();
      if (input.value.trim()) await show(input.value, mine).catch((error) => mine === turn && fail(error));
      else {
        list.textContent = "";
        status.textContent = state ? say("empty") : "";
        offer.hidden = true;
        elsewhere.hidden = true;
        if (more) more.hidden = true;
        readerOf(root, language).catch(() => {}); // so that the first letter finds the index there
      }
      if (state && mine === turn) state.dataset.searchState = "done";
    };
    const soon = () => {
      clearTimeout(timer);
      shown = step;
      if (state) state.dataset.searchState = "busy";
      timer = setTimeout(run, 90);
    };

    input.addEventListener("input", soon); // typed, pasted or dictated
    form.addEventListener("change", soon);
    if (state) {
      form.addEventListener("submit", () => {
        clearTimeout(timer);
        run();
      });
      more.addEventListener("click", () => {
        const before = shown;
        shown += step;
        run().then(() => list.children[before] && list.children[before].querySelector("a").focus());
      });
    }
    place.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      if (event.target.tagName === "SELECT") return;
      const stops = [input, ...list.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))].focus();
    });
    if (elsewhere.parentNode === null) place.append(elsewhere);
    run();
  };

  globalThis.birge = { ...birge, view };
})();
