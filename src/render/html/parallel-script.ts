/**
 * What a page of editions side by side does beyond being read: it shows the edition that an address points into, and
 * keeps what is ticked in the address ("?show=ucsb,frus"), so that it can be passed on and lasts over the page's turn.
 */
export const PARALLEL_SCRIPT = String.raw`"use strict";
(() => {
  const boxes = [...document.querySelectorAll(".choice > input")];
  const shown = () => boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset.siglum);
  const opened = shown().join();
  const asked = new URLSearchParams(location.search).get("show");
  const wanted = asked === null ? [] : asked.split(",");
  if (boxes.some(({ dataset }) => wanted.includes(dataset.siglum))) for (const box of boxes) box.checked = wanted.includes(box.dataset.siglum);

  const land = () => {
    const target = location.hash === "" ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const column = /\bc(\d+)\b/.exec(target?.closest("[class*='c']:is(td, .column)")?.className ?? "")?.[1];
    const box = column === undefined ? undefined : boxes[Number(column) - 1];
    if (box && !box.checked) { box.checked = true; target.scrollIntoView(); }
  };
  const keep = () => {
    const now = shown().join();
    const query = now === opened && asked === null ? "" : "?show=" + encodeURIComponent(now).replaceAll("%2C", ",");
    for (const link of document.querySelectorAll(".turn a, .parts a")) link.search = query;
    // Where there is no server, browsers may forbid it.
    try { history.replaceState(null, "", location.pathname + query + location.hash); } catch { return; }
  };
  document.documentElement.classList.add("scripted");
  land();
  if (asked !== null) keep();
  addEventListener("hashchange", land);
  for (const box of boxes) box.addEventListener("change", keep);
})();
`;
