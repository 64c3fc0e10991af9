
"use strict";
// The review page: select, strike and correct facts, and give them back as facts.json.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const cards = [...document.querySelectorAll(".fact")];
  const marks = [...document.querySelectorAll("mark[data-f]")];
  const refs = [...document.querySelectorAll(".ref")];
  const cardOf = new Map(cards.map((card) => [Number(card.dataset.i), card]));
  const edits = data.records.map(() => ({ struck: false, adopted: false, note: "", values: {} }));
  const hidden = new Set();
  let selected = -1;
  let saved = true;

  const numbers = (mark) => mark.dataset.f.split(" ").map(Number);
  const marksOf = (i) => marks.filter((mark) => numbers(mark).includes(i));
  const refOf = (i) => document.getElementById("e" + (i + 1));

  // -- values ---------------------------------------------------------------------------------------------------
  const FORMS = { number: "number", whole: "whole", year: "whole" };

  // A number as people write it in either language: "83,45", "83.45", "1.234,5". NaN if it is none.
  function parse(text, form) {
    let plain = text.replace(/\s|%/g, "").replace(/^[−–]/, "-");
    if (plain.includes(",") && plain.includes(".")) {
      plain = plain.lastIndexOf(",") > plain.lastIndexOf(".") ? plain.replace(/\./g, "") : plain.replace(/,/g, "");
    }
    plain = plain.replace(",", ".");
    const shape = form === "whole" ? /^[+-]?\d{1,9}$/ : /^[+-]?\d{1,12}(\.\d{1,6})?$/;
    return shape.test(plain) ? Number(plain) : NaN;
  }

  function valueOf(field) {
    const text = field.value.trim();
    if (text === "") return null;
    const kind = FORMS[field.dataset.form];
    if (kind) return parse(text, kind);
    return field.dataset.form === "grade" || field.tagName === "TEXTAREA" ? field.value.trim() : text;
  }

  function wrong(field) {
    const value = valueOf(field);
    if (value === null) return false;
    if (field.dataset.form === "date") return !/^\d{4}-\d{2}-\d{2}$/.test(value);
    return typeof value === "number" && Number.isNaN(value);
  }

  // Shows a value where the card names it. Only text is ever written, never markup.
  function show(card, key, value) {
    for (const place of card.querySelectorAll(`[data-k="${key}"]`)) {
      place.textContent = "";
      const word = typeof value === "string" && data.values[value];
      for (const lang of ["vi", "en"]) {
        const span = document.createElement("span");
        span.className = lang;
        let text = value === null ? "" : word ? word[lang] : String(value);
        if (typeof value === "number" && lang === "vi") text = text.replace(".", ",");
        if (place.dataset.signed !== undefined && value > 0) text = "+" + text;
        span.textContent = text;
        place.append(span);
      }
      const part = place.closest(".part");
      if (part) part.hidden = value === null;
    }
  }

  function changed(i) {
    return Object.keys(edits[i].values).length > 0;
  }

  function state(i) {
    const card = cardOf.get(i);
    const edit = edits[i];
    const unplaced = data.records[i].type === "unplaced";
    const word = edit.struck ? "struck" : edit.adopted ? "added" : changed(i) && !unplaced ? "edited" : "";
    const chip = card.querySelector(".state");
    chip.textContent = "";
    if (word) {
      for (const lang of ["vi", "en"]) {
        const span = document.createElement("span");
        span.className = lang;
        span.textContent = data.says[word][lang];
        chip.append(span);
      }
    }
    card.classList.toggle("gone", edit.struck);
    const unsure = card.querySelector(".unsure");
    if (unsure) unsure.hidden = (edit.values.status || data.records[i].status) !== "candidate";
    const ref = refOf(i);
    if (ref) ref.classList.toggle("gone", edit.struck);
    for (const mark of marksOf(i)) mark.classList.toggle("gone", numbers(mark).every((n) => edits[n].struck));
    count();
  }

  function count() {
    const total = edits.filter((edit, i) => edit.struck || edit.adopted || edit.note || (changed(i) && data.records[i].type !== "unplaced")).length;
    const place = document.getElementById("count");
    place.textContent = total ? `${total} ${data.says.changes[root.dataset.lang]}` : "";
  }

  function edited(field) {
    const card = field.closest(".fact");
    const i = Number(card.dataset.i);
    const key = field.dataset.key;
    const bad = wrong(field);
    field.setAttribute("aria-invalid", String(bad));
    saved = false;
    if (key === "note") {
      edits[i].note = field.value.trim();
      return count();
    }
    const value = bad ? null : valueOf(field);
    const before = data.records[i][key] === undefined ? null : data.records[i][key];
    if (!bad && value === before) delete edits[i].values[key];
    else edits[i].values[key] = value;
    field.classList.toggle("changed", value !== before);
    if (!bad) show(card, key, value);
    // What a person has corrected is no longer a guess, unless they say so.
    const status = card.querySelector('[data-key="status"]');
    if (status && key !== "status" && status.value === "candidate" && changed(i)) {
      status.value = "stated";
      edited(status);
    }
    state(i);
  }

  // -- selecting ------------------------------------------------------------------------------------------------
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

  function select(i, { toText = false, toCard = false, focus = true } = {}) {
    for (const one of document.querySelectorAll(".sel")) one.classList.remove("sel");
    selected = i;
    const card = cardOf.get(i);
    card.classList.add("sel");
    const mine = marksOf(i);
    for (const mark of mine) mark.classList.add("sel");
    if (toText && mine.length) mine[0].scrollIntoView({ block: "center", behavior });
    if (toCard) card.scrollIntoView({ block: "center", behavior });
    if (focus) card.focus({ preventScroll: true });
  }

  function step(by) {
    const at = cards.indexOf(cardOf.get(selected));
    const next = cards[Math.min(cards.length - 1, Math.max(0, at + by))];
    if (next) select(Number(next.dataset.i), { toText: true, toCard: true });
  }

  // -- acting ---------------------------------------------------------------------------------------------------
  function open(card, wanted) {
    const fields = card.querySelector(".fields");
    fields.hidden = !wanted;
    const button = card.querySelector('[data-act="edit"]');
    if (button) button.setAttribute("aria-expanded", String(wanted));
    if (wanted) fields.querySelector("input, select, textarea").focus();
  }

  function act(card, what) {
    const i = Number(card.dataset.i);
    const edit = edits[i];
    if (what === "edit") open(card, card.querySelector(".fields").hidden);
    if (what === "confirm") {
      const status = card.querySelector('[data-key="status"]');
      status.value = "stated";
      edited(status);
      card.querySelector('[data-act="confirm"]').hidden = true;
    }
    if (what === "strike" || what === "adopt") {
      const key = what === "strike" ? "struck" : "adopted";
      edit[key] = !edit[key];
      const button = card.querySelector(`[data-act="${what}"]`);
      button.setAttribute("aria-pressed", String(edit[key]));
      const words = data.says[what === "strike" ? (edit.struck ? "restore" : "strike") : edit.adopted ? "drop" : "adopt"];
      for (const span of button.children) span.textContent = words[span.className];
      if (what === "adopt") open(card, edit.adopted);
      saved = false;
      state(i);
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const card = event.target.closest(".fact");
    if (button && button.dataset.act) return act(card, button.dataset.act);
    if (button && button.dataset.kind) return toggle(button);
    const link = event.target.closest(".ref, .fact .badge");
    if (link) event.preventDefault();
    if (link && link.classList.contains("ref")) return select(Number(link.id.slice(1)) - 1, { toCard: true });
    if (card && !event.target.closest(".fields")) return select(Number(card.dataset.i), { toText: true });
    const mark = event.target.closest("mark[data-f]");
    if (!mark) return;
    // Clicking again on the same words goes on to the next of the facts that they carry.
    const mine = numbers(mark).filter((n) => !hidden.has(kind(n)));
    if (mine.length) select(mine[(mine.indexOf(selected) + 1) % mine.length], { toCard: true });
  });

  const kind = (i) => [...cardOf.get(i).classList].find((name) => name.startsWith("k-")).slice(2);

  function toggle(button) {
    const shown = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(shown));
    if (shown) hidden.delete(button.dataset.kind);
    else hidden.add(button.dataset.kind);
    for (const mark of marks) mark.classList.toggle("off", numbers(mark).every((n) => hidden.has(kind(n))));
    for (const ref of refs) ref.classList.toggle("off", hidden.has(kind(Number(ref.id.slice(1)) - 1)));
    for (const card of cards) card.hidden = hidden.has(kind(Number(card.dataset.i)));
  }

  for (const name of ["mouseover", "mouseout"]) {
    document.addEventListener(name, (event) => {
      const card = event.target.closest(".fact");
      if (card) for (const mark of marksOf(Number(card.dataset.i))) mark.classList.toggle("lit", name === "mouseover");
    });
  }

  document.addEventListener("input", (event) => {
    if (event.target.dataset.key) edited(event.target);
  });

  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select");
    const card = event.target.closest(".fact") || cardOf.get(selected);
    if (event.key === "Escape" && card) {
      open(card, false);
      return card.focus();
    }
    if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
    else if (card && key === "enter" && event.target === card) select(Number(card.dataset.i), { toText: true });
    else if (card && key === "x") act(card, card.querySelector('[data-act="strike"]') ? "strike" : "adopt");
    else if (card && key === "e") act(card, card.querySelector('[data-act="edit"]') ? "edit" : "adopt");
    else return;
    event.preventDefault();
  });

  // -- language -------------------------------------------------------------------------------------------------
  function speak(lang) {
    root.dataset.lang = lang;
    root.lang = lang;
    for (const option of document.querySelectorAll("option[data-vi]")) option.textContent = option.dataset[lang];
    for (const field of document.querySelectorAll('[data-form="number"]')) {
      const value = field.value ? parse(field.value, "number") : NaN;
      if (!Number.isNaN(value)) field.value = lang === "vi" ? String(value).replace(".", ",") : String(value);
    }
    count();
  }

  document.getElementById("language").addEventListener("click", () => speak(root.dataset.lang === "vi" ? "en" : "vi"));

  // -- giving it back -------------------------------------------------------------------------------------------
  function adopted(record, edit) {
    const { type, text, why, ...place } = record;
    const made = { type: "observation", status: "stated", component: null, rank_of: null, ...place };
    for (const field of cardOf.get(data.records.indexOf(record)).querySelectorAll("[data-key]")) {
      if (field.dataset.key !== "note") made[field.dataset.key] = valueOf(field);
    }
    if (made.measure === "rank" || made.measure === "rank_change") made.unit_of_measure = "rank";
    return edit.note ? { ...made, note: edit.note } : made;
  }

  function facts() {
    const found = [];
    data.records.forEach((record, i) => {
      const edit = edits[i];
      const note = edit.note ? { note: edit.note } : {};
      if (edit.adopted) found.push(adopted(record, edit));
      else if (record.type === "unplaced") found.push({ ...record, ...note });
      else if (!edit.struck) found.push({ ...record, ...edit.values, ...note });
      // A struck fact is left out; its note needs it to stay.
      else if (edit.note) found.push({ ...record, status: "retracted", ...note });
    });
    return JSON.stringify(found, null, 1) + "\n";
  }

  document.getElementById("download").addEventListener("click", () => {
    const bad = [...document.querySelectorAll('[aria-invalid="true"]')].filter((field) => {
      const edit = edits[Number(field.closest(".fact").dataset.i)];
      return !edit.struck;
    });
    document.getElementById("problem").hidden = bad.length === 0;
    if (bad.length) {
      open(bad[0].closest(".fact"), true);
      bad[0].focus();
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([facts()], { type: "application/json" }));
    link.download = "facts.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    saved = true;
  });

  addEventListener("beforeunload", (event) => {
    if (!saved) event.preventDefault();
  });

  speak(root.dataset.lang);
})();
