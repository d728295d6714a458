"use strict";
// From a query to results: the best part of each page, the best page first.
// The same steps stand in scripts/kb/search/{reading,candidates,wordings,spacing,suggestions,engine}.py; tests/search/test_parity.py runs both.
(() => {
  const FORMAT = 4;
  const HASH = 6;
  const GROUP = 8;
  const WEIGHTS = "ABCDEFGHIJKL";
  const SIGNS = " -,.:;=?@^_~+*/!()[]{}<>|#$%&\"`MNOPQRSTUVWXYZ";
  const FORMS = 44;
  const COUNTRIES = ["kz", "kg", "uz"];
  const POSTING = /([0-9a-z]+)([A-L])([^0-9a-zA-L]*)/g;
  const { tidy, words, surface, isLatin, normaliser } = globalThis.birge;

  const value = (sign) => sign.charCodeAt(0) - 48;
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  // How many items of a sorted list are not greater than the item.
  const placeOf = (list, item) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (item < list[middle]) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const endsOf = (counts) => {
    let end = 0;
    return counts.map((count) => (end += count));
  };

  const broken = (name, reason) => Object.assign(new Error(`${name}: ${reason}`), { reason });
  const checked = (name, text) => {
    if (typeof text !== "string" || !text.endsWith("\n.")) throw broken(name, "cut");
    return text.slice(0, -2);
  };
  const unfronted = (line, before) => before.slice(0, parseInt(line[0], 36)) + line.slice(1);

  // Which letters a word has, as bits; letters that are typed for each other share one.
  const lettersOf = (pairs) => {
    const like = new Map();
    for (const [one, other] of pairs) {
      const [kept, gone] = [like.get(one) ?? one, like.get(other) ?? other];
      like.set(one, kept);
      like.set(other, kept);
      for (const [letter, known] of like) if (known === gone) like.set(letter, kept);
    }
    const bits = new Map();
    return (word) => {
      let found = 0;
      for (const letter of word) {
        if (!bits.has(letter)) bits.set(letter, 1 << ((like.get(letter) ?? letter).charCodeAt(0) & 31));
        found |= bits.get(letter);
      }
      return found;
    };
  };
  const count = (bits) => {
    let found = 0;
    for (let rest = bits; rest; rest &= rest - 1) found += 1;
    return found;
  };

  // Of most entries only the key is asked for; the rest is made when it is.
  const entryOf = (number, key, coded) => {
    let forms;
    let bits;
    return {
      number,
      key,
      isPhrase: key.includes(" "),
      get forms() {
        forms = forms || (coded ? coded.split(" ").map((form) => unfronted(form, key)) : [key]);
        return forms;
      },
      bits(letters) {
        if (bits === undefined) bits = letters(key);
        return bits;
      },
    };
  };

  const readLexicon = (text) => {
    const [own, glossary = ""] = text.split("\n\n");
    const [first, ...lines] = own.split("\n");
    const start = parseInt(first, 36);
    const entries = [];
    const aliases = [];
    let key = "";
    for (const line of lines) {
      const [head, forms] = line.split("\t");
      key = unfronted(head, key);
      entries.push(entryOf(start + entries.length, key, forms));
    }
    key = "";
    for (const line of glossary.split("\n").filter(Boolean)) {
      const [head, leads] = line.split("\t");
      key = unfronted(head, key);
      const sign = "~=".includes(leads[0]) ? leads[0] : "";
      const targets = leads.slice(sign.length).split("|").map((lead) => {
        const at = lead.lastIndexOf("#");
        return [lead.slice(0, at), parseInt(lead.slice(at + 1), 36)];
      });
      aliases.push({ words: key.split(" "), targets, sign });
    }
    return { entries, aliases };
  };

  const readPostings = (line) => {
    const hits = [];
    let part = 0;
    for (const [, step, weight, forms] of line.matchAll(POSTING)) {
      part += parseInt(step, 36);
      hits.push({ part, weight: WEIGHTS.indexOf(weight), forms: forms || SIGNS[0] });
    }
    return hits;
  };

  const readTexts = (text) =>
    JSON.parse(text).flatMap(([path, title, parts]) =>
      parts.map(([anchor, heading, own]) => ({ path, title, anchor, heading, text: own })));

  // The index of one language; `read(name)` promises the text of a file.
  const open = async (read) => {
    const head = JSON.parse(checked("index", await read("index")));
    if (head.format !== FORMAT) throw broken("index", "old");
    const own = head.rules;
    const lengths = Float64Array.from(head.lengths, (sign) => 2 ** (value(sign) / 2));
    const average = sum(lengths) / Math.max(1, lengths.length);
    const documentOf = new Uint16Array(lengths.length);
    let filled = 0;
    [...head.parts].forEach((sign, place) => documentOf.fill(place, filled, filled += value(sign)));
    const runEnds = endsOf([...head.runs].map(value));
    const entryEnds = endsOf(head.entries);
    const files = new Map();

    const load = (name, parse) => {
      if (!files.has(name)) {
        const file = read(name).then((text) => parse(checked(name, text)));
        file.catch(() => files.delete(name)); // asked again the next time
        files.set(name, file);
      }
      return files.get(name);
    };
    // The first letter of its kind, its place, and the hash of its group.
    const nameOf = (kind, place) => {
      const at = HASH * Math.floor(place / GROUP);
      return `${kind[0]}${place}-${head[kind].slice(at, at + HASH)}`;
    };
    const loaded = new Map();
    const keep = async (key, promise) => loaded.set(key, await promise);
    const firsts = head.words;
    const startOf = (ends, place) => (place ? ends[place - 1] : 0);
    const shards = (beginning, last = beginning) => {
      if (!firsts.length) return [];
      const start = Math.max(0, placeOf(firsts, beginning) - 1);
      const end = Math.max(placeOf(firsts, `${last}\uffff`), start + 1);
      return Array.from({ length: end - start }, (_, place) => start + place);
    };
    const loadLexicon = (places) => Promise.all(places.map((place) =>
      keep(`l${place}`, load(nameOf("lexicon", place), readLexicon))));
    const loadPostings = (wanted) => {
      const places = new Set(wanted.map((number) => placeOf(entryEnds, number)));
      return Promise.all([...places].map((place) =>
        keep(`p${place}`, load(nameOf("postings", place), (text) => text.split("\n")))));
    };
    const hits = new Map();
    const postings = (number) => {
      if (!hits.has(number)) {
        const place = placeOf(entryEnds, number);
        hits.set(number, readPostings(loaded.get(`p${place}`)[number - startOf(entryEnds, place)]));
      }
      return hits.get(number);
    };
    const pairs = own.confusable.split(" ");
    const letters = lettersOf(pairs);
    const lookAlike = own.look_alike || {};
    const text = async (part) => {
      const place = placeOf(runEnds, part);
      const texts = await load(nameOf("texts", place), readTexts);
      return texts[part - startOf(runEnds, place)];
    };

    return {
      head, shards, loadLexicon, loadPostings, postings, text,
      nearest: ({ folded, ladder, again, stem, hasKin }) => {
        const sorted = [folded.slice(0, 3), ...ladder, ...again].sort();
        const last = sorted[sorted.length - 1];
        return shards(sorted[0], hasKin && last.startsWith(stem) ? stem : last);
      },
      near: ({ folded: [first] }) =>
        [...new Set([...shards(first), ...shards(lookAlike[first] || first)])].sort((one, other) => one - other),
      everything: head.words.map((_, place) => place),
      lexicon: (place) => loaded.get(`l${place}`),
      normaliser: normaliser(own),
      apart: new Set(head.apart),
      alike: (word) => [...word].map((sign) => lookAlike[sign] || sign).join(""),
      soften: own.soften || {},
      home: own.home,
      keys: new Map([...own.layouts[0]].flatMap((key, place) => [[key, own.layouts[1][place]], [own.layouts[1][place], key]])),
      letters,
      pairs: new Set(pairs.flatMap((pair) => [pair, pair[1] + pair[0]])),
      drag: lengths.map((length) => 1.2 * (0.25 + 0.75 * (length / average))), // of a long part, as in BM25
      documentOf,
      facet: (name, document) => head[`${name}s`][value(head[name][document])],
      isAbout: (document, country) => {
        const bits = value(head.country[document]);
        const place = COUNTRIES.indexOf(country);
        return !bits || (place >= 0 && Boolean(bits & (1 << place)));
      },
    };
  };

  // Which entries a word may mean; the figures are explained in candidates.py.
  const slipsAllowed = (length) => (length < 4 ? 0 : length < 6 ? 1 : length < 8 ? 1.5 : 2);

  // Rows of a table of slips, used again for each pair of words.
  const ROWS = [0, 1, 2].map(() => new Float64Array(256));

  // The slips from a word to each beginning of another; only places near the diagonal can stay within the limit.
  const slipsOf = (key, word, limit, pairs) => {
    let [twice, before, row] = ROWS;
    const reach = Math.ceil(limit);
    for (let place = 0; place <= word.length; place += 1) before[place] = place;
    for (let at = 1; at <= key.length; at += 1) {
      const letter = key[at - 1];
      const first = Math.max(1, at - reach);
      const last = Math.min(word.length, at + reach);
      row[first - 1] = first === 1 ? at : Infinity;
      let least = row[first - 1];
      for (let place = first; place <= last; place += 1) {
        const other = word[place - 1];
        let change = letter === other ? 0 : pairs.has(letter + other) ? 0.5 : 1;
        if (at === 1 && place === 1 && change === 1) change = 2; // the first letter is seldom mistyped
        let best = Math.min(before[place] + 1, row[place - 1] + 1, before[place - 1] + change);
        if (at > 1 && place > 1 && letter === word[place - 2] && key[at - 2] === other) {
          best = Math.min(best, twice[place - 2] + 1);
        }
        row[place] = best;
        if (best < least) least = best;
      }
      if (least > limit) return null;
      if (last < word.length) row[last + 1] = Infinity;
      [twice, before, row] = [before, row, twice];
    }
    return before;
  };

  const edits = (key, word, pairs) => slipsOf(key, word, key.length + word.length, pairs)[word.length];

  const slipCost = (key, word, limit, pairs, cuts) => {
    const before = slipsOf(key, word, limit, pairs);
    if (!before) return null;
    const reach = Math.ceil(limit);
    let cheapest = null;
    const end = Math.min(word.length, key.length + reach);
    for (let place = Math.max(0, key.length - reach); place <= end; place += 1) {
      const rest = cuts.has(place) ? 0 : word.length - place;
      const cost = 0.12 * before[place] + 0.03 * rest;
      if (before[place] <= limit && rest <= 8 && (cheapest === null || cost < cheapest)) cheapest = cost;
    }
    return cheapest;
  };

  const exact = (reader, word, entry, place) => {
    const signs = (test) => entry.forms.map((one, at) => (test(one) ? SIGNS[at] : "")).join("");
    const typed = signs((one) => one.startsWith(word.form));
    const forms = typed || signs((one) => reader.normaliser.fold(one).startsWith(word.folded));
    const commonest = entry.forms.find((one) => reader.normaliser.fold(one) === word.folded) || "";
    const spelled = isLatin(commonest) !== isLatin(word.form) ? commonest : "";
    const weight = forms ? 1 : place === 0 ? 0.92 : 0.9;
    const other = entry.forms.length === FORMS ? SIGNS[FORMS] : "";
    return { weight, number: entry.number, key: entry.key, forms: forms || other, spelled };
  };

  const guesses = (reader, word, entries) => {
    const { folded, stem } = word;
    const most = /\p{Nd}/u.test(folded) ? 0 : slipsAllowed(folded.length);
    const cuts = new Set(word.ladder.filter((rung) => folded.startsWith(rung)).map((rung) => rung.length));
    const ends = folded.startsWith(stem) ? [[folded, cuts]] : [[folded, cuts], [stem, new Set([stem.length])]];
    const last = reader.soften[folded.slice(-1)] || "";
    if (last) ends.push([folded.slice(0, -1) + last, cuts]); // keys end as stems do: 'reytink' is 'reyting'
    const same = new Set([reader.alike(folded), reader.alike(stem)]);
    const letters = reader.letters(folded + stem + last);
    const found = [];
    let beginning = null;
    const add = (entry, weight, slip) => ({ weight, number: entry.number, key: entry.key, forms: "", slip });
    for (const entry of entries) {
      const { key } = entry;
      if (entry.isPhrase) continue;
      if (word.last && key.startsWith(folded)) {
        found.push(add(entry, 0.9 - 0.02 * Math.min(key.length - folded.length, 10)));
      } else if (stem.length >= 4 && key.startsWith(stem)) {
        found.push(add(entry, 0.8 - 0.02 * Math.min(key.length - stem.length, 10)));
      } else if (folded.startsWith(key)) {
        if (key.length >= Math.max(4, stem.length / 2) && key.length > (beginning ? beginning.key.length : 0)) {
          beginning = add(entry, 0.68 - 0.02 * (folded.length - key.length));
        }
      } else if (same.has(reader.alike(key))) {
        found.push(add(entry, 0.84, entry));
      } else if (most && stem.length / 2 <= key.length && key.length <= folded.length + most) {
        const limit = Math.min(most, slipsAllowed(key.length));
        if (count(entry.bits(reader.letters) & ~letters) > limit) continue; // each other letter is a slip
        const costs = ends.map(([end, at]) => slipCost(key, end, limit, reader.pairs, at)).filter((cost) => cost !== null);
        const cost = Math.min(...costs);
        if (costs.length) found.push(add(entry, 0.86 - cost, entry));
      }
    }
    return beginning ? [...found, beginning] : found;
  };

  const ranked = (reader, word, places) => {
    const entries = places.flatMap((place) => reader.lexicon(place).entries);
    const rungs = new Map([...word.ladder].reverse().map((rung, place) => [rung, place]));
    let found = [];
    for (const entry of entries) {
      const { key, number } = entry;
      if (rungs.has(key)) found.push(exact(reader, word, entry, rungs.get(key)));
      else if (word.again.includes(key) && entry.forms.some((form) => reader.normaliser.fold(form) === word.stem)) {
        found.push({ weight: 0.92, number, key, forms: "" });
      }
    }
    if (!found.some((one) => one.weight === 1) && word.folded.length > 1) {
      found = found.concat(guesses(reader, word, entries));
    }
    const best = new Map();
    for (const one of found) {
      if (!best.has(one.number) || one.weight > best.get(one.number).weight) best.set(one.number, one);
    }
    const sorted = [...best.values()].sort((one, other) => other.weight - one.weight || one.number - other.number);
    return sorted.filter((one) => one.weight >= 0.75 * sorted[0].weight).slice(0, 8).map((one) => ({
      ...one,
      weight: one.weight * (one.weight / sorted[0].weight) ** 12,
    }));
  };

  const kin = (reader, { stem }, known) => reader.shards(stem)
    .flatMap((place) => reader.lexicon(place).entries)
    .filter(({ key, number, isPhrase }) => key.startsWith(stem) && key.length <= stem.length + 4 && !known.has(number) && !isPhrase)
    .sort((one, other) => one.key.length - other.key.length || one.number - other.number)
    .slice(0, 4)
    .map(({ key, number }) => ({ weight: 0.4, number, key, forms: "" }));

  const meantBy = async (reader, word, inGlossary) => {
    const exactly = ranked(reader, word, reader.nearest(word));
    if (exactly.length && exactly[0].forms) return exactly;
    await reader.loadLexicon(reader.near(word));
    const found = ranked(reader, word, reader.near(word));
    const isOurs = reader.normaliser.respelled(word.form) === word.form; // else it is asked for anew
    if (inGlossary || !isOurs || (found.length && found[0].weight >= 0.7)) return found;
    await reader.loadLexicon(reader.everything);
    return ranked(reader, word, reader.everything);
  };

  const candidates = async (reader, word, inGlossary) => {
    const found = await meantBy(reader, word, inGlossary);
    if (!found.length || found[0].weight < 0.9 || found[0].slip || !word.hasKin) return found;
    return [...found, ...kin(reader, word, new Set(found.map(({ number }) => number)))];
  };

  const aliasRest = (alias, typed) => {
    if (alias.words.length > typed.length) return null;
    if (alias.sign === "=") return alias.words.every((stem, place) => stem === typed[place].stem) ? 0 : null;
    let longest = 0;
    for (const [place, beginning] of alias.words.entries()) {
      const { folded } = typed[place];
      const rest = folded.length - beginning.length;
      const allowed = beginning.length < 5 ? beginning.length + 1 : 8;
      if (!folded.startsWith(beginning) || rest > allowed) return null;
      longest = Math.max(longest, rest);
    }
    return longest;
  };

  // Others than the glossary's count only for words that no wording of the glossary covers;
  // synonyms, with the sign "=", only beside other words.
  const aliases = (reader, typed) => {
    const fitting = typed.flatMap((word, start) =>
      reader.nearest(word).flatMap((place) => reader.lexicon(place).aliases).map((alias) => ({
        ...alias, rest: aliasRest(alias, typed.slice(start)), places: alias.words.map((_, offset) => start + offset),
      })).filter(({ rest, sign }) => rest !== null && (sign !== "=" || typed.length > 1)));
    const named = new Set(fitting.filter((alias) => !alias.sign).flatMap(({ places }) => places));
    const own = fitting.filter(({ sign, places }) => !sign || !places.some((place) => named.has(place)));
    return own.flatMap(({ rest, places, targets, sign }) => {
      const weight = (sign === "=" ? 0.5 : 0.95 - 0.02 * rest) / places.length;
      return places.flatMap((place) =>
        targets.map(([key, number]) => [place, { weight, number, key, forms: "" }]));
    });
  };

  const phrases = async (reader, typed, meant) => {
    const keys = typed.map((word, place) => (meant[place].length ? meant[place][0].key : word.stem));
    const wanted = new Set();
    keys.forEach((_, start) => {
      for (let size = 2; size <= 4 && start + size <= keys.length; size += 1) {
        wanted.add(keys.slice(start, start + size).join(" "));
      }
    });
    if (typed.length === 1) wanted.add(`${typed[0].folded} `); // a wording of one word, typed whole
    const places = [...new Set([...wanted].flatMap((key) => reader.shards(key)))].sort((one, other) => one - other);
    await reader.loadLexicon(places);
    return places.flatMap((place) => reader.lexicon(place).entries)
      .filter((entry) => wanted.has(entry.key))
      .map((entry) => ({ weight: 0.5, number: entry.number, key: entry.key, forms: "" }));
  };

  const isKnown = (found) => found.length > 0 && found[0].weight >= 0.9;
  const unmixed = (text) => (isLatin(text) && /[\u0400-\u04ff]/.test(text) ? "" : text);
  const closeOf = (found) => found.filter((one) => one.weight >= found[0].weight - 0.05);

  // The places of words that are found as slips of others alone. A word of the glossary that the pages
  // do not have is of another language: there are no slips in this one.
  const slipsIn = (meant, named) => {
    if (meant.some((found, place) => named.has(place) && !isKnown(found))) return new Set();
    const least = meant.length === 1 ? 0 : 0.7;
    const places = meant.map((found, place) => {
      const isSlip = !named.has(place) && found.length && found[0].weight >= least;
      return isSlip && closeOf(found).every(({ slip }) => slip) ? place : -1;
    });
    return new Set(places.filter((place) => place >= 0));
  };

  // Why slips are told from forms and from other words stands in suggestions.py.
  const differing = (reader, form, word) => {
    const found = edits(reader.alike(reader.normaliser.fold(form)), reader.alike(word.folded), reader.pairs);
    return isLatin(form) === isLatin(word.form) ? Math.min(found, edits(surface(form), word.form, reader.pairs)) : found;
  };

  const isFormOf = (reader, folded, word) => {
    const [form, asked, stem] = [folded, word.folded, word.stem].map(reader.alike);
    const [shorter, longer] = form.length < asked.length ? [form, asked] : [asked, form];
    const isDoubled = [...longer].some((sign, at) => sign === longer[at - 1] && longer.slice(0, at) + longer.slice(at + 1) === shorter);
    if (isDoubled) return false;
    if (stem.length >= 3 && form.startsWith(stem)) return true;
    if (shorter.length === longer.length) return shorter.slice(0, -1) === longer.slice(0, -1);
    return longer.startsWith(shorter);
  };

  const offered = (reader, word, found, isAlone) => {
    const common = (one) => reader.postings(one.number).length;
    const close = closeOf(found).sort((one, other) => common(other) - common(one) || one.number - other.number);
    for (const one of close) {
      const ways = one.slip.forms.map((form) => [differing(reader, form, word), form]);
      const [least, form] = ways.reduce((best, way) => (way[0] < best[0] ? way : best));
      const folded = reader.normaliser.fold(form);
      const isLikely = reader.postings(one.number).some(({ weight }) => weight >= 3) || (isAlone && common(one) > 1);
      const isLong = Math.min(folded.length, word.folded.length) >= 5;
      const isNear = least <= (folded.length < 8 ? 1 : 1.5);
      if (!least || (isNear && isLong && !isFormOf(reader, folded, word) && isLikely)) return form;
    }
    return "";
  };

  const suggestion = (reader, typed, asked, meant, mistaken) => {
    const slips = meant.map((found, place) =>
      (mistaken.has(place) ? offered(reader, typed[place], found, meant.length === 1) : ""));
    if (!slips.some(Boolean)) return "";
    const latin = slips.some(isLatin);
    const plain = (word) => (latin && !isLatin(word) ? reader.normaliser.fold(word) : word);
    const mended = slips.map((one, place) => one || (meant[place].length && meant[place][0].spelled) || plain(asked[place]));
    return unmixed(mended.join(" "));
  };

  const hasForm = (hit, one) => {
    for (const sign of one.forms) if (hit.forms.includes(sign)) return true;
    return false;
  };
  const rarityOf = (reader, count) => Math.log(1 + (reader.documentOf.length - count + 0.5) / (count + 0.5));

  // What an entry is worth in a part that has its typed form, and in any other.
  const worthOf = (reader, one, rarity) => {
    if (!one.forms) return [rarity, rarity];
    const count = reader.postings(one.number).filter((hit) => hasForm(hit, one)).length;
    return [0.5 * rarity + 0.5 * rarityOf(reader, count), 0.5 * rarity];
  };

  // What a word is worth in each part (nothing where it does not stand), where, and how rare it is.
  const partsOf = (reader, found) => {
    const values = new Float64Array(reader.documentOf.length);
    const parts = [];
    for (const one of found) {
      for (const { part } of reader.postings(one.number)) {
        if (!values[part]) parts.push(part);
        values[part] = -1; // until its worth is known
      }
    }
    const rarity = rarityOf(reader, parts.length);
    for (const one of found) {
      const [typedForm, otherForm] = worthOf(reader, one, rarity);
      for (const hit of reader.postings(one.number)) {
        const score = one.weight * (hasForm(hit, one) ? typedForm : otherForm);
        const times = [1, 2, 4][hit.weight % 3];
        let base = (2.2 * times) / (times + reader.drag[hit.part]);
        base += 1.5 * (Math.floor(hit.weight / 3) % 2) + 3 * Math.floor(hit.weight / 6);
        values[hit.part] = Math.max(values[hit.part], score * base);
      }
    }
    return { values, parts, rarity: parts.length ? rarity : 0 };
  };

  // `matched` has a bit for each word that stands in a document.
  const pagesOf = (reader, values, matched, worth) => {
    const every = sum(worth) || 1;
    const known = worth.filter((rarity) => rarity > 0).length || 1;
    const pages = [];
    let page = { document: -1 };
    values.forEach((score, part) => {
      if (!score) return;
      const document = reader.documentOf[part];
      if (page.document !== document) {
        page = { document, part, best: score, total: 0 };
        pages.push(page);
      }
      page.total += score;
      if (score > page.best) Object.assign(page, { part, best: score });
    });
    return pages.map(({ document, part, best, total }) => {
      let worthOfAll = 0;
      let count = 0;
      for (let place = 0; place < worth.length; place += 1) {
        if (!(matched[document] & (1 << place))) continue;
        worthOfAll += worth[place];
        count += 1;
      }
      const share = (worthOfAll / every + count / known) / 2;
      return { document, part, score: (best + 0.25 * Math.min(total - best, 2 * best)) * share ** 2 };
    });
  };

  const rounded = (score) => Math.round(score * 1e6);
  const byScore = (one, other) => rounded(other.score) - rounded(one.score) || one.document - other.document;

  const scores = (reader, meant, found) => {
    const byWord = meant.map((one) => partsOf(reader, one));
    const total = new Float64Array(reader.documentOf.length);
    const matched = new Uint16Array(reader.head.parts.length);
    byWord.forEach(({ values, parts }, place) => {
      for (const part of parts) {
        total[part] += values[part];
        matched[reader.documentOf[part]] |= 1 << place;
      }
    });
    for (const phrase of found) {
      const { values, parts } = partsOf(reader, [phrase]);
      for (const part of parts) if (total[part]) total[part] += values[part];
    }
    let share = 0.6; // of the glossary only the best entry stands among the pages
    const pages = pagesOf(reader, total, matched, byWord.map(({ rarity }) => rarity));
    for (const page of pages) {
      if (reader.home && !reader.isAbout(page.document, reader.home)) page.score *= 0.8;
    }
    for (const page of pages.sort(byScore)) {
      if (reader.facet("kind", page.document) !== "term") continue;
      page.score *= share;
      share = 0.2;
    }
    const sorted = pages.sort(byScore);
    return sorted.filter((page) => page.score >= 0.1 * sorted[0].score);
  };

  const fits = (reader, document, { country, kind, sector }) =>
    (!country || reader.isAbout(document, country))
    && (!kind || reader.facet("kind", document) === kind)
    && (!sector || reader.facet("sector", document).split(" ").includes(sector));

  const marked = (key) => {
    const parts = key.trim().split(" ");
    return parts.length === 1 ? parts : parts.filter((part) => part.length > 3);
  };

  const typedOf = (reader, word, last = false) => {
    const ladder = reader.normaliser.ladder(word);
    const stem = ladder[ladder.length - 1];
    const again = reader.normaliser.ladder(stem).filter((rung) => !ladder.includes(rung));
    const hasKin = stem.length >= 4 && !/\p{Nd}/u.test(stem);
    return { form: surface(word), ladder, folded: ladder[0], stem, again, hasKin, last };
  };

  // Words typed apart that the pages write together, and together that they write apart; why stands in spacing.py.
  const entriesNear = async (reader, places) => {
    await reader.loadLexicon(places);
    return places.flatMap((place) => reader.lexicon(place).entries);
  };

  const isOne = async (reader, pair) => {
    const folded = pair.map((word) => reader.normaliser.fold(word));
    if (pair.length === 1 || Math.min(...folded.map(({ length }) => length)) < 3) return false;
    const both = typedOf(reader, pair.join(""));
    if (!both.hasKin || both.stem.length < folded[0].length + 3) return false;
    if (reader.apart.has(`${folded[0]} ${both.stem}`)) return false;
    return (await entriesNear(reader, reader.nearest(both))).some(({ key }) => key === both.stem);
  };

  const parted = async (reader, asked) => {
    const word = typedOf(reader, asked);
    if (!word.hasKin) return [asked];
    const near = await entriesNear(reader, reader.nearest(word));
    if (near.some(({ key }) => word.ladder.includes(key)) || aliases(reader, [word]).length) return [asked];
    const known = await entriesNear(reader, reader.shards(word.folded.slice(0, 2), word.folded));
    const phrasesThere = new Set(known.filter(({ isPhrase }) => isPhrase).map(({ key }) => key));
    for (let size = 2; size <= asked.length - 2; size += 1) {
      const parts = [asked.slice(0, size), asked.slice(size)];
      if (phrasesThere.has(parts.map(reader.normaliser.stem).join(" "))) return parts;
    }
    return [asked];
  };

  const spaced = async (reader, asked) => {
    const found = [];
    for (let place = 0; place < asked.length;) {
      const size = (await isOne(reader, asked.slice(place, place + 2))) ? 2 : 1;
      found.push(...await parted(reader, asked.slice(place, place + size).join("")));
      place += size;
    }
    return found;
  };

  const answerTo = async (reader, query, filters) => {
    const fold = (word) => reader.normaliser.fold(word);
    const said = reader.normaliser.said(words(tidy([...query].slice(0, 200).join(""))).filter(fold)).slice(0, 12);
    const asked = (await spaced(reader, said)).slice(0, 12);
    const typed = asked.map((word, place) => typedOf(reader, word, place === asked.length - 1));
    await reader.loadLexicon([...new Set(typed.flatMap(reader.nearest))]);
    const glossary = aliases(reader, typed);
    const named = new Set(glossary.map(([place]) => place));
    const meant = [];
    for (const [place, word] of typed.entries()) meant.push(await candidates(reader, word, named.has(place)));
    const found = await phrases(reader, typed, meant);
    const all = [...meant.flat(), ...found, ...glossary.map(([, one]) => one)];
    await reader.loadPostings(all.map((one) => one.number));
    const mistaken = slipsIn(meant, named);
    const mended = suggestion(reader, typed, asked, meant, mistaken);
    const known = meant.map(isKnown);
    for (const [place, one] of glossary) {
      meant[place].push({ ...one, weight: one.weight * (known[place] ? 0.6 : 1) });
    }
    const results = scores(reader, meant, found).filter((one) => fits(reader, one.document, filters));
    const isSure = (_, place) => named.has(place) || meant[place].some(({ weight }) => weight >= 0.7);
    const sure = asked.filter(isSure).length / (asked.length || 1);
    const unknown = new Set(asked.filter((_, place) => !known[place]));
    const keys = [...new Set(all.flatMap((one) => marked(one.key)))];
    return { asked, unknown, results, sure, suggestion: mended, hasSlips: mistaken.size > 0, keys: new Set(keys), beginnings: keys.map((key) => key.slice(0, -1)) };
  };

  // What is found if the query is read otherwise. Where no word is known,
  // the keys may have been those of the other keyboard; words that the pages do not have, or have seldom,
  // may be the language's own in Latin letters.
  const readings = async (reader, query, answer, filters) => {
    const found = [];
    const { respelled } = reader.normaliser;
    const asked = answer.asked.map((word) => (!answer.unknown.size || answer.unknown.has(word) ? respelled(word) : word));
    if (asked.some((word, place) => word !== answer.asked[place])) {
      const other = await answerTo(reader, asked.join(" "), filters);
      const isMore = other.sure === answer.sure && other.results.length > answer.results.length;
      if (other.sure > answer.sure || isMore) found.push(other);
      if (found.length && other.sure === 1 && !other.hasSlips) return found; // nothing can be surer
    }
    if (!answer.sure) {
      const swapped = [...query].slice(0, 200).join("").toLowerCase().replace(/./gu, (sign) => reader.keys.get(sign) || sign);
      const other = await answerTo(reader, swapped, filters);
      if (other.sure === 1 && !other.hasSlips) found.push({ ...other, suggestion: unmixed(swapped) });
    }
    return found;
  };

  const search = async (reader, query, filters = {}) => {
    const answer = await answerTo(reader, query, filters);
    if (!answer.asked.length || (answer.sure === 1 && answer.results.length >= 5)) return answer;
    const found = await readings(reader, query, answer, filters);
    const isPlain = (one) => one === answer || !one.hasSlips;
    return [...found, answer].sort((one, other) => other.sure - one.sure || isPlain(other) - isPlain(one))[0];
  };

  globalThis.birge = { ...globalThis.birge, open, search };
})();
