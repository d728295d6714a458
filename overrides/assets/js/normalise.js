"use strict";
// From a word as people write it to the stem under which it is found.
// The same steps stand in scripts/kb/search/normalise.py; tests/search/test_parity.py runs both.
(() => {
  const INVISIBLE = /[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff]/g;
  const APOSTROPHES = "ʻʼ‘’'`´ʹ′＇";
  const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, "g");
  const LONGEST_ASKING = 3;
  const WORD = new RegExp(`[\\p{L}\\p{N}]+(?:[${APOSTROPHES}]+[\\p{L}\\p{N}]+)*`, "gu");

  const tidy = (text) => text.normalize("NFC").replace(INVISIBLE, "");
  const words = (text) => text.match(WORD) || [];
  const surface = (word) => tidy(word.toLowerCase()).replace(APOSTROPHE, "'");
  const isLatin = (word) => /[a-z]/.test(word.toLowerCase());

  const endingsOf = (slot, contexts) => {
    const found = new Map();
    for (const entry of slot.endings.split(" ")) {
      const [ending, classes = ""] = entry.split("/");
      found.set(ending, [...classes].flatMap((name) => contexts[name]));
    }
    return found;
  };

  const normaliser = (own) => {
    const slots = own.slots.map((slot) => {
      const endings = endingsOf(slot, own.contexts || {});
      const longest = Math.max(0, ...[...endings.keys()].map((ending) => ending.length));
      return { ...slot, endings, longest, barred: slot.not_after || [] };
    });
    const soften = own.soften || {};
    const keptEndings = new Set((own.kept_endings || "").split(" ").filter(Boolean));
    const drop = own.drop || "";
    const stems = new Map();

    const letter = (word, place) => {
      const sign = word[place];
      if (place === 0 && own.fold_start && sign in own.fold_start) return own.fold_start[sign];
      if (place && own.fold_after_vowel && sign in own.fold_after_vowel) {
        const before = own.fold[word[place - 1]] ?? word[place - 1];
        if (!before || own.vowels.includes(before.slice(-1))) return own.fold_after_vowel[sign];
      }
      return own.fold[sign] ?? sign;
    };

    const fold = (word) => {
      const lowered = [...tidy(word.toLowerCase()).replace(APOSTROPHE, "")];
      let folded = lowered.map((_, place) => letter(lowered, place)).join("");
      for (const [old, fresh] of own.rewrite || []) {
        const place = folded.indexOf(old, 3);
        if (place >= 0) folded = folded.slice(0, place) + fresh + folded.slice(place + old.length);
      }
      return folded;
    };

    const latin = (own.latin || "").split(" ").filter(Boolean).map((entry) => entry.split("/"));
    const respelled = (word) => (latin.length && isLatin(word)
      ? latin.reduce((typed, [old, fresh]) => typed.split(old).join(fresh), `^${word.toLowerCase()}`).slice(1)
      : word);

    // The words of a query but those that only ask; all where there are no others.
    const asking = new Set((own.asking || []).map((one) => words(one).map(fold).join(" ")));
    const said = (asked) => {
      const folded = asked.map(fold);
      const kept = [];
      let place = 0;
      while (place < asked.length) {
        let end = Math.min(place + LONGEST_ASKING, asked.length);
        while (end > place && !asking.has(folded.slice(place, end).join(" "))) end -= 1;
        if (end === place) kept.push(asked[place]);
        place = Math.max(end, place + 1);
      }
      return kept.length ? kept : asked;
    };

    const voiced = (word) => {
      const pair = Object.entries(soften).find(([, voiceless]) => word.endsWith(voiceless));
      return pair ? word.slice(0, -1) + pair[0] : word;
    };
    const kept = new Set(own.keep.flatMap((word) => [word, voiced(word)]));

    const floorOf = (word) => {
      for (let end = word.length; end >= 2; end -= 1) if (kept.has(word.slice(0, end))) return end;
      return 0;
    };

    const cutOf = (rest, slot, floor) => {
      let least = Math.max(slot.least, floor);
      if (own.after_first_vowel) {
        const first = [...rest].findIndex((sign) => own.vowels.includes(sign));
        least = Math.max(least, (first < 0 ? rest.length : first) + 1);
      }
      for (let size = Math.min(slot.longest, rest.length - least); size > 0; size -= 1) {
        const contexts = slot.endings.get(rest.slice(-size));
        if (!contexts) continue;
        const before = rest.slice(0, -size);
        if (!contexts.length || contexts.some((sound) => before.endsWith(sound))) return size;
      }
      return 0;
    };

    const finished = (rest, floor) => {
      const last = rest.slice(-1);
      if (rest.length > Math.max(floor, 3) && last === rest.slice(-2, -1) && (own.undouble || "").includes(last)) {
        rest = rest.slice(0, -1);
      }
      if (rest && rest.slice(-1) in soften) rest = rest.slice(0, -1) + soften[rest.slice(-1)];
      if (rest.length > Math.max(own.drop_least || 0, floor) && drop.includes(rest.slice(-1))) {
        rest = rest.slice(0, -1);
      }
      return rest;
    };

    const ladder = (word) => {
      let rest = fold(word);
      const steps = [rest];
      const floor = floorOf(rest);
      const done = new Set();
      for (const slot of slots) {
        if (slot.only_after && !done.has(slot.only_after)) continue;
        if (slot.barred.some((name) => done.has(name))) continue;
        const cut = cutOf(rest, slot, floor);
        if (cut) {
          rest = rest.slice(0, -cut);
          done.add(slot.name);
          steps.push(rest);
        }
      }
      if (floor && keptEndings.has(rest.slice(floor))) rest = rest.slice(0, floor);
      steps.push(finished(rest, floor));
      return [...new Set(steps)];
    };

    const stem = (word) => {
      if (!stems.has(word)) stems.set(word, ladder(word).pop());
      return stems.get(word);
    };

    return { fold, respelled, said, ladder, stem };
  };

  globalThis.birge = { ...globalThis.birge, tidy, words, surface, isLatin, normaliser };
})();
