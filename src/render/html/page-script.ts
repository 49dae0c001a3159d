/**
 * What a reading page does beyond being read, in plain JavaScript of every browser since 2022: search in the page, and
 * the way to the same place in another edition. A page is whole without it.
 *
 * The search folds case, accents, quotation marks, hyphens and white space; it marks what it finds without touching
 * the text (CSS Custom Highlight API; a browser without it selects the current find). Words of the edition are
 * counted apart from the author's.
 */
export const READING_SCRIPT = String.raw`"use strict";
(() => {
  const one = (selector) => document.querySelector(selector);

  const PLAIN = { "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i" };
  const foldSign = (sign) => {
    const plain = sign.normalize("NFKD").replace(/[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu, "").toLowerCase().replace(/\p{M}/gu, "");
    return [...plain].map((one) => PLAIN[one] ?? one).join("");
  };
  const isBlank = (text) => /^\s$/.test(text);
  const isWord = (text) => text !== undefined && /^[\p{L}\p{N}_]$/u.test(text);

  // The words of one passage, folded, with the node and offset that each sign came from.
  const foldPassage = (root) => {
    const signs = [], from = [];
    const add = (sign, place) => {
      if (isBlank(sign)) {
        if (signs.length > 0 && signs[signs.length - 1] !== " ") { signs.push(" "); from.push(place); }
      } else for (const folded of foldSign(sign)) { signs.push(folded); from.push(place); }
    };
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeName === "BR") { add(" ", undefined); continue; }
      if (node.nodeType !== Node.TEXT_NODE) continue;
      let at = 0;
      for (const sign of node.data) { add(sign, { node, start: at, end: at + sign.length }); at += sign.length; }
    }
    return { signs, from, own: root.closest(".edition, .notes") === null };
  };

  const findIn = ({ signs, from, own }, wanted, whole) => {
    const hits = [];
    for (let at = 0; at + wanted.length <= signs.length; at += 1) {
      let length = 0;
      while (length < wanted.length && signs[at + length] === wanted[length]) length += 1;
      if (length < wanted.length) continue;
      if (whole && ((isWord(wanted[0]) && isWord(signs[at - 1])) || (isWord(wanted[length - 1]) && isWord(signs[at + length])))) continue;
      const [first, last] = [from[at], from[at + length - 1]];
      if (!first || !last) continue;
      const range = document.createRange();
      range.setStart(first.node, first.start);
      range.setEnd(last.node, last.end);
      hits.push({ range, own });
      at += length - 1;
    }
    return hits;
  };

  const form = one("#find");
  if (form) {
    const [words, whole, said] = [one("#find-words"), one("#find-whole"), one("#find-said")];
    let passages, hits = [], current = -1;
    const paint = () => {
      if (window.CSS && CSS.highlights) {
        CSS.highlights.set("found", new Highlight(...hits.map(({ range }) => range)));
        CSS.highlights.set("current", new Highlight(...(hits[current] ? [hits[current].range] : [])));
      } else if (hits[current] && document.activeElement !== words) {
        getSelection().removeAllRanges();
        getSelection().addRange(hits[current].range);
      }
    };
    const go = (step) => {
      if (hits.length === 0) return;
      current = (current + step + hits.length) % hits.length;
      hits[current].range.startContainer.parentElement.scrollIntoView({ block: "center" });
      say();
      paint();
    };
    const say = () => {
      const edition = hits.filter(({ own }) => !own).length;
      const apart = edition === 0 ? "" : " (" + (hits.length - edition) + " in the text, " + edition + " in the edition’s own words)";
      const place = current < 0 ? "" : current + 1 + " of ";
      said.textContent = words.value.trim() === "" ? "" : hits.length === 0 ? "Not on this page." : place + hits.length + (hits.length === 1 ? " find" : " finds") + apart;
    };
    const search = () => {
      passages ??= [...document.querySelectorAll(".words")].map(foldPassage);
      const wanted = [...words.value.trim().replace(/\s+/g, " ")].flatMap((sign) => (isBlank(sign) ? [" "] : [...foldSign(sign)]));
      hits = wanted.length === 0 ? [] : passages.flatMap((passage) => findIn(passage, wanted, whole.checked));
      current = -1;
      say();
      paint();
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); go(1); });
    words.addEventListener("input", search);
    words.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.shiftKey) { event.preventDefault(); go(-1); }
      if (event.key === "Escape") { words.value = ""; search(); }
    });
    whole.addEventListener("change", search);
    one("#find-next").addEventListener("click", () => go(1));
    one("#find-previous").addEventListener("click", () => go(-1));
  }

  // Another edition opens at the passage that was being pointed at.
  for (const link of document.querySelectorAll(".editions a[data-siglum]")) {
    link.addEventListener("click", () => {
      const target = location.hash === "" ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const same = [...(target?.closest(".p")?.querySelectorAll("a.other") ?? [])].find((other) => other.textContent === link.dataset.siglum);
      if (same) link.href = same.href;
    });
  }
})();
`;

/** A button for copying behind every citation. */
export const CITATION_SCRIPT = String.raw`"use strict";
for (const shown of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy " + shown.dataset.copy);
  button.addEventListener("click", () => {
    navigator.clipboard?.writeText(shown.textContent).then(() => {
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    }, () => getSelection().selectAllChildren(shown));
  });
  shown.after(button);
}
`;
