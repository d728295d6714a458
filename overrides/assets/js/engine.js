"use strict";
// From a query to results: the best part of each page, the best page first.
// The same steps stand in scripts/kb/search/{reading,candidates,engine}.py; tests/search/test_parity.py runs both.
(() => {
  const FORMAT = 2;
  const WEIGHTS = "ABCDEFGHIJKL";
  const SIGNS = " -,.:;=?@^_~+*/!()[]{}<>|#$%&\"`MNOPQRSTUVWXYZ";
  const FORMS = 44;
  const COUNTRIES = ["kz", "kg", "uz"];
  const POSTING = /([0-9a-z]+)([A-L])([^0-9a-zA-L]*)/g;
  const { tidy, words, surface, normaliser } = globalThis.birge;

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

  const readLexicon = (text, letters) => {
    const [own, glossary = ""] = text.split("\n\n");
    const [first, ...lines] = own.split("\n");
    const entries = [];
    const aliases = [];
    let key = "";
    for (const line of lines) {
      const [head, forms] = line.split("\t");
      key = unfronted(head, key);
      const known = forms ? forms.split(" ").map((form) => unfronted(form, key)) : [key];
      entries.push({ number: parseInt(first, 36) + entries.length, key, forms: known, letters: letters(key) });
    }
    key = "";
    for (const line of glossary.split("\n").filter(Boolean)) {
      const [head, leads] = line.split("\t");
      key = unfronted(head, key);
      const everyday = leads[0] === "~";
      const targets = leads.slice(everyday ? 1 : 0).split("|").map((lead) => {
        const at = lead.lastIndexOf("#");
        return [lead.slice(0, at), parseInt(lead.slice(at + 1), 36)];
      });
      aliases.push({ words: key.split(" "), targets, everyday });
    }
    return { entries, aliases };
  };

  const readPostings = (line) => {
    let part = 0;
    return [...line.matchAll(POSTING)].map(([, step, weight, forms]) => {
      part += parseInt(step, 36);
      return { part, weight: WEIGHTS.indexOf(weight), forms: forms || SIGNS[0] };
    });
  };

  const readTexts = (text) =>
    JSON.parse(text).flatMap(([path, title, parts]) =>
      parts.map(([anchor, heading, own]) => ({ path, title, anchor, heading, text: own })));

  // The index of one language; `read(name)` promises the text of a file.
  const open = async (read) => {
    const head = JSON.parse(checked("index", await read("index")));
    if (head.format !== FORMAT) throw broken("index", "old");
    const own = head.rules;
    const lengths = [...head.lengths].map((sign) => 2 ** (value(sign) / 2));
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
    const loaded = new Map();
    const keep = async (key, promise) => loaded.set(key, await promise);
    const firsts = head.words;
    const startOf = (ends, place) => (place ? ends[place - 1] : 0);
    // The first letter of its kind, its place and its hash.
    const nameOf = (kind, place) => `${kind[0]}${place}-${head[kind].slice(4 * place, 4 * place + 4)}`;
    const shards = (beginning, last = beginning) => {
      if (!firsts.length) return [];
      const start = Math.max(0, placeOf(firsts, beginning) - 1);
      const end = Math.max(placeOf(firsts, `${last}\uffff`), start + 1);
      return Array.from({ length: end - start }, (_, place) => start + place);
    };
    const loadLexicon = (places) => Promise.all(places.map((place) =>
      keep(`l${place}`, load(nameOf("lexicon", place), (text) => readLexicon(text, letters)))));
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
    const text = async (part) => {
      const place = placeOf(runEnds, part);
      const texts = await load(nameOf("texts", place), readTexts);
      return texts[part - startOf(runEnds, place)];
    };

    return {
      head, lengths, shards, loadLexicon, loadPostings, postings, text,
      nearest: ({ folded, ladder, again, stem, hasKin }) => {
        const sorted = [folded.slice(0, 3), ...ladder, ...again].sort();
        const last = sorted[sorted.length - 1];
        return shards(sorted[0], hasKin && last.startsWith(stem) ? stem : last);
      },
      near: ({ folded: [first] }) =>
        [...new Set([...shards(first), ...shards((own.look_alike || {})[first] || first)])].sort((one, other) => one - other),
      everything: head.words.map((_, place) => place),
      lexicon: (place) => loaded.get(`l${place}`),
      normaliser: normaliser(own),
      keys: new Map([...own.layouts[0]].flatMap((key, place) => [[key, own.layouts[1][place]], [own.layouts[1][place], key]])),
      letters,
      pairs: new Set(pairs.flatMap((pair) => [pair, pair[1] + pair[0]])),
      average: sum(lengths) / Math.max(1, lengths.length),
      documentOf: [...head.parts].flatMap((sign, place) => Array(value(sign)).fill(place)),
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

  const slipCost = (key, word, limit, pairs, cuts) => {
    let twice = [];
    let before = Array.from({ length: word.length + 1 }, (_, place) => place);
    for (let at = 1; at <= key.length; at += 1) {
      const letter = key[at - 1];
      const row = [at];
      let least = at;
      for (let place = 1; place <= word.length; place += 1) {
        const other = word[place - 1];
        const change = letter === other ? 0 : pairs.has(letter + other) ? 0.5 : 1;
        let best = Math.min(before[place] + 1, row[place - 1] + 1, before[place - 1] + change);
        if (at > 1 && place > 1 && letter === word[place - 2] && key[at - 2] === other) {
          best = Math.min(best, twice[place - 2] + 1);
        }
        row.push(best);
        if (best < least) least = best;
      }
      if (least > limit) return null;
      twice = before;
      before = row;
    }
    const costs = before.map((slips, place) => {
      const rest = cuts.has(place) ? 0 : word.length - place;
      return slips <= limit && rest <= 8 ? 0.12 * slips + 0.03 * rest : Infinity;
    });
    const least = Math.min(...costs);
    return least === Infinity ? null : least;
  };

  const exact = (reader, word, entry, place) => {
    const signs = (test) => entry.forms.map((one, at) => (test(one) ? SIGNS[at] : "")).join("");
    const forms = signs((one) => one.startsWith(word.form)) || signs((one) => reader.normaliser.fold(one).startsWith(word.folded));
    const weight = forms ? 1 : place === 0 ? 0.92 : 0.9;
    const other = entry.forms.length === FORMS ? SIGNS[FORMS] : "";
    return { weight, number: entry.number, key: entry.key, forms: forms || other, slip: "" };
  };

  const guesses = (reader, word, entries) => {
    const { folded, stem } = word;
    const most = /\p{Nd}/u.test(folded) ? 0 : slipsAllowed(folded.length);
    const cuts = new Set(word.ladder.filter((rung) => folded.startsWith(rung)).map((rung) => rung.length));
    const ends = folded.startsWith(stem) ? [[folded, cuts]] : [[folded, cuts], [stem, new Set([stem.length])]];
    const letters = reader.letters(folded + stem);
    const found = [];
    let beginning = null;
    const add = (entry, weight, slip = "") => ({ weight, number: entry.number, key: entry.key, forms: "", slip });
    for (const entry of entries) {
      const { key } = entry;
      if (key.includes(" ")) continue;
      if (word.last && key.startsWith(folded)) {
        found.push(add(entry, 0.9 - 0.02 * Math.min(key.length - folded.length, 10)));
      } else if (stem.length >= 4 && key.startsWith(stem)) {
        found.push(add(entry, 0.8 - 0.02 * Math.min(key.length - stem.length, 10)));
      } else if (folded.startsWith(key)) {
        if (key.length >= Math.max(4, stem.length / 2) && key.length > (beginning ? beginning.key.length : 0)) {
          beginning = add(entry, 0.68 - 0.02 * (folded.length - key.length));
        }
      } else if (most && stem.length / 2 <= key.length && key.length <= folded.length + most) {
        const limit = Math.min(most, slipsAllowed(key.length));
        if (count(entry.letters & ~letters) > limit) continue; // each other letter is a slip
        const costs = ends.map(([end, at]) => slipCost(key, end, limit, reader.pairs, at)).filter((cost) => cost !== null);
        const cost = Math.min(...costs);
        if (costs.length) found.push(add(entry, 0.86 - cost, entry.forms[0]));
      }
    }
    return beginning ? [...found, beginning] : found;
  };

  const meantForm = (reader, word, one, { forms }) => {
    let best = { cost: Infinity, slip: one.slip };
    for (const slip of forms) {
      const folded = reader.normaliser.fold(slip);
      const cost = slipCost(folded, word.folded, slipsAllowed(folded.length), reader.pairs, new Set());
      if (cost !== null && cost < best.cost) best = { cost, slip };
    }
    return best.slip;
  };

  const ranked = (reader, word, places) => {
    const entries = places.flatMap((place) => reader.lexicon(place).entries);
    const rungs = new Map([...word.ladder].reverse().map((rung, place) => [rung, place]));
    let found = [];
    for (const entry of entries) {
      const { key, number } = entry;
      if (rungs.has(key)) found.push(exact(reader, word, entry, rungs.get(key)));
      else if (word.again.includes(key) && entry.forms.some((form) => reader.normaliser.fold(form) === word.stem)) {
        found.push({ weight: 0.92, number, key, forms: "", slip: "" });
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
    const known = new Map(entries.map((entry) => [entry.number, entry]));
    return sorted.filter((one) => one.weight >= 0.75 * sorted[0].weight).slice(0, 8).map((one) => ({
      ...one,
      slip: one.slip && meantForm(reader, word, one, known.get(one.number)),
      weight: one.weight * (one.weight / sorted[0].weight) ** 12,
    }));
  };

  const kin = (reader, { stem }, known) => reader.shards(stem)
    .flatMap((place) => reader.lexicon(place).entries)
    .filter(({ key, number }) => key.startsWith(stem) && key.length <= stem.length + 4 && !known.has(number) && !key.includes(" "))
    .sort((one, other) => one.key.length - other.key.length || one.number - other.number)
    .slice(0, 4)
    .map(({ key, number }) => ({ weight: 0.4, number, key, forms: "", slip: "" }));

  const meantBy = async (reader, word, inGlossary) => {
    const exactly = ranked(reader, word, reader.nearest(word));
    if (exactly.length && exactly[0].forms) return exactly;
    await reader.loadLexicon(reader.near(word));
    const found = ranked(reader, word, reader.near(word));
    if (inGlossary || (found.length && found[0].weight >= 0.7)) return found;
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

  // Everyday wordings count only for words that no wording of the glossary covers.
  const aliases = (reader, typed) => {
    const fitting = typed.flatMap((word, start) =>
      reader.nearest(word).flatMap((place) => reader.lexicon(place).aliases).map((alias) => ({
        ...alias, rest: aliasRest(alias, typed.slice(start)), places: alias.words.map((_, offset) => start + offset),
      })).filter(({ rest }) => rest !== null));
    const named = new Set(fitting.filter((alias) => !alias.everyday).flatMap(({ places }) => places));
    const own = fitting.filter(({ everyday, places }) => !everyday || !places.some((place) => named.has(place)));
    return own.flatMap(({ rest, places, targets }) => {
      const weight = (0.95 - 0.02 * rest) / places.length;
      return places.flatMap((place) =>
        targets.map(([key, number]) => [place, { weight, number, key, forms: "", slip: "" }]));
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
    const places = [...new Set([...wanted].flatMap((key) => reader.shards(key)))].sort((one, other) => one - other);
    await reader.loadLexicon(places);
    return places.flatMap((place) => reader.lexicon(place).entries)
      .filter((entry) => wanted.has(entry.key))
      .map((entry) => ({ weight: 0.5, number: entry.number, key: entry.key, forms: "", slip: "" }));
  };

  const slip = (reader, found) => {
    const close = found.filter((one) => one.weight >= found[0].weight - 0.05);
    if (!close.length || !close.every((one) => one.slip)) return "";
    const common = (one) => reader.postings(one.number).length;
    return close.sort((one, other) => common(other) - common(one) || one.number - other.number)[0].slip;
  };

  const suggestion = (reader, asked, meant) => {
    const slips = meant.map((found) => slip(reader, found));
    return slips.some(Boolean) ? slips.map((mended, place) => mended || asked[place]).join(" ") : "";
  };

  const hasForm = (hit, one) => [...hit.forms].some((sign) => one.forms.includes(sign));
  const rarityOf = (reader, count) => Math.log(1 + (reader.lengths.length - count + 0.5) / (count + 0.5));

  // What an entry is worth in a part that has its typed form, and in any other.
  const worthOf = (reader, one, rarity) => {
    if (!one.forms) return [rarity, rarity];
    const count = reader.postings(one.number).filter((hit) => hasForm(hit, one)).length;
    return [0.5 * rarity + 0.5 * rarityOf(reader, count), 0.5 * rarity];
  };

  // What a word is worth in each part, and how rare it is.
  const partsOf = (reader, found) => {
    const hits = found.flatMap((one) => reader.postings(one.number).map((hit) => [one, hit]));
    const count = new Set(hits.map(([, hit]) => hit.part)).size;
    const rarity = rarityOf(reader, count);
    const worth = new Map(found.map((one) => [one, worthOf(reader, one, rarity)]));
    const values = new Map();
    for (const [one, hit] of hits) {
      const [typedForm, otherForm] = worth.get(one);
      const score = one.weight * (hasForm(hit, one) ? typedForm : otherForm);
      const length = reader.lengths[hit.part] / reader.average;
      const times = [1, 2, 4][hit.weight % 3];
      let base = (2.2 * times) / (times + 1.2 * (0.25 + 0.75 * length));
      base += 1.5 * (Math.floor(hit.weight / 3) % 2) + 3 * Math.floor(hit.weight / 6);
      values.set(hit.part, Math.max(values.get(hit.part) || 0, score * base));
    }
    return [values, hits.length ? rarity : 0];
  };

  const pagesOf = (reader, parts, matched, worth) => {
    const best = new Map();
    const total = new Map();
    for (const part of [...parts.keys()].sort((one, other) => one - other)) {
      const document = reader.documentOf[part];
      const score = parts.get(part);
      total.set(document, (total.get(document) || 0) + score);
      if (!best.has(document) || score > best.get(document)[0]) best.set(document, [score, part]);
    }
    const every = sum(worth) || 1;
    const known = worth.filter((rarity) => rarity > 0).length || 1;
    return [...best].map(([document, [score, part]]) => {
      const places = [...matched.get(document)].sort((one, other) => one - other);
      const share = (sum(places.map((place) => worth[place])) / every + places.length / known) / 2;
      return { document, part, score: (score + 0.25 * Math.min(total.get(document) - score, 2 * score)) * share ** 2 };
    });
  };

  const rounded = (score) => Math.round(score * 1e6);
  const byScore = (one, other) => rounded(other.score) - rounded(one.score) || one.document - other.document;

  const scores = (reader, meant, found) => {
    const byWord = meant.map((one) => partsOf(reader, one));
    const parts = new Map();
    const matched = new Map();
    byWord.forEach(([values], place) => {
      for (const [part, score] of values) {
        parts.set(part, (parts.get(part) || 0) + score);
        const document = reader.documentOf[part];
        if (!matched.has(document)) matched.set(document, new Set());
        matched.get(document).add(place);
      }
    });
    for (const phrase of found) {
      for (const [part, score] of partsOf(reader, [phrase])[0]) {
        if (parts.has(part)) parts.set(part, parts.get(part) + score);
      }
    }
    let share = 0.6; // of the glossary only the best entry stands among the pages
    const pages = pagesOf(reader, parts, matched, byWord.map(([, rarity]) => rarity)).sort(byScore);
    for (const page of pages) {
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
    const parts = key.split(" ");
    return parts.length === 1 ? parts : parts.filter((part) => part.length > 3);
  };

  const answerTo = async (reader, query, filters) => {
    const fold = (word) => reader.normaliser.fold(word);
    const asked = words(tidy([...query].slice(0, 200).join(""))).filter(fold).slice(0, 12);
    const typed = asked.map((word, place) => {
      const ladder = reader.normaliser.ladder(word);
      const stem = ladder[ladder.length - 1];
      const again = reader.normaliser.ladder(stem).filter((rung) => !ladder.includes(rung));
      const hasKin = stem.length >= 4 && !/\p{Nd}/u.test(stem);
      return { form: surface(word), ladder, folded: ladder[0], stem, again, hasKin, last: place === asked.length - 1 };
    });
    await reader.loadLexicon([...new Set(typed.flatMap(reader.nearest))]);
    const glossary = aliases(reader, typed);
    const named = new Set(glossary.map(([place]) => place));
    const meant = [];
    for (const [place, word] of typed.entries()) meant.push(await candidates(reader, word, named.has(place)));
    const found = await phrases(reader, typed, meant);
    const all = [...meant.flat(), ...found, ...glossary.map(([, one]) => one)];
    await reader.loadPostings(all.map((one) => one.number));
    const mended = suggestion(reader, asked, meant);
    const known = meant.map((one) => one.length > 0 && one[0].weight >= 0.9);
    for (const [place, one] of glossary) {
      meant[place].push({ ...one, weight: one.weight * (known[place] ? 0.6 : 1) });
    }
    const results = scores(reader, meant, found).filter((one) => fits(reader, one.document, filters));
    const sureWords = meant.filter((one, place) => named.has(place) || one.some(({ weight }) => weight >= 0.7));
    const sure = sureWords.length / (asked.length || 1);
    const keys = [...new Set(all.flatMap((one) => marked(one.key)))];
    return { asked, results, sure, suggestion: mended, keys: new Set(keys), beginnings: keys.map((key) => key.slice(0, -1)) };
  };

  // Where no word is known, the keys may have been those of the other keyboard.
  const search = async (reader, query, filters = {}) => {
    const answer = await answerTo(reader, query, filters);
    if (answer.sure || !answer.asked.length) return answer;
    const swapped = [...query].slice(0, 200).join("").toLowerCase().replace(/./gu, (sign) => reader.keys.get(sign) || sign);
    const other = await answerTo(reader, swapped, filters);
    return other.sure === 1 ? { ...other, suggestion: swapped } : answer;
  };

  globalThis.birge = { ...globalThis.birge, open, search };
})();
