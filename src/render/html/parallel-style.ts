import { TEXT_STYLE } from "./page-style.js";
import type { GroupClasses } from "./reading-groups.js";
import type { RowClasses } from "./row-classes.js";

/** Sentences of a row that light up in every edition when the row's anchor is the target; of longer ones the row does. */
export const MOST_MARKED = 40;

/** At least so many boxes ticked. */
const ticked = (count: number): string => `:has(.choice > ${Array(count).fill("input:checked").join(" ~ ")})`;

/** Cell under cell, each with its edition's name, for phones and for print. */
const stacked = (body: string): string => `
  ${body} .parallel, ${body} .parallel :is(tbody, tr, td, th) { display: block; width: auto; } ${body} .parallel thead { display: none; }
  ${body} .parallel :is(td, th) { border: 0; padding: .1rem 0; text-align: start; } ${body} .parallel tr { border-top: 2px solid var(--rule); padding-block: .7rem .3rem; }
  ${body} .parallel td { border-inline-start: 3px solid var(--rule); padding: .1rem 0 .1rem .9rem; margin: .6rem 0; } ${body} .parallel th.no { font-size: .95rem; }
  ${body} .parallel tr.own td { border: 0; padding-inline-start: 0; } ${body} .parallel .missing { background: none; border-inline-start-style: dotted; }
  ${body} .of { opacity: 1; font-size: .8rem; } ${body} .columns { display: block; } ${body} .column { margin-bottom: 1.2rem; padding: 0; border: 0; }`;

/** While nothing is shown that reads otherwise than one of the groups: the marks of the entries with that class. */
function quiet({ groupsOf }: GroupClasses): string {
  const selectors = [...groupsOf].flatMap(([name, groups]) =>
    groups.map((_, own) => {
      const others = groups.flatMap((group, at) => (at === own ? [] : group));
      return `body:not(:has(${others.map((column) => `#show-${column + 1}:checked`).join(", ")})) .${name}`;
    }),
  );
  if (selectors.length === 0) return "";
  const marks = `:is(${selectors.join(", ")})`;
  return `${marks} { text-decoration: none; } ${marks}.v { visibility: hidden; } ${marks}::before, ${marks}::after { content: none; }`;
}

/** Rows in which none of the editions that are shown has anything; one that an address points into stays. */
function emptied({ nameOf }: RowClasses): string {
  const selectors = [...nameOf].map(([columns, name]) => {
    const boxes = columns.split(",").map((column) => `#show-${Number(column) + 1}:checked`);
    return `body:not(:has(${boxes.join(", ")})) .${name}:not(:target, :has(:target))`;
  });
  return selectors.length === 0 ? "" : `${selectors.join(", ")} { display: none !important; }`;
}

/**
 * The style sheet of a page on which that many editions stand side by side; boxes show and hide their columns, and a
 * difference is marked while editions are shown that differ.
 */
export function parallelStyle(editions: number, groups: GroupClasses, rows: RowClasses): string {
  const columns = Array.from({ length: editions }, (_, at) => at + 1);
  const hidden = columns.map(
    (at) =>
      `html:not(.scripted) body:has(#show-${at}:not(:checked)):not(:has(.c${at} :target)) .c${at}, .scripted body:has(#show-${at}:not(:checked)) .c${at}`,
  );
  const marked = Array.from(
    { length: MOST_MARKED },
    (_, at) => `tr:has(> th > .alias:nth-of-type(${at + 1}):target) .k${at + 1}`,
  );
  return `${TEXT_STYLE}
body { max-width: ${editions === 2 ? 64 : 88}rem; }
.by, h1, .head nav, .app, footer { max-width: 46rem; }
.head { border-bottom: 0; margin-bottom: .6rem; padding-bottom: 0; }
.choice { border: 0; border-block: 1px solid var(--rule); margin: 1.2rem 0 .6rem; padding: .7rem 0; min-width: 0; max-width: 64rem; display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: .45rem .7rem; align-items: baseline; font: .82rem/1.45 var(--sans); }
.choice legend { float: inline-start; grid-column: 1 / -1; padding: 0; font: 600 1.15rem/1.3 var(--serif); }
.choice input { margin: 0; inline-size: 1.05em; block-size: 1.05em; accent-color: var(--accent); align-self: start; margin-top: .2em; }
.choice label { cursor: pointer; } .choice .named, .choice .said { color: var(--soft); }
.none-chosen { display: none; font-family: var(--sans); }
.hint { max-width: 64rem; color: var(--soft); margin: 0; }

.parallel { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0; margin-top: .8rem; }
.parallel th, .parallel td { text-align: start; vertical-align: top; font-weight: inherit; }
.parallel td { padding: .35rem 1rem .6rem; border-top: 1px solid var(--rule); }
.parallel td, .column { border-inline-start: 1px solid var(--rule); }
.parallel th.no { width: 4.4rem; padding: 1.47rem .9rem 0 0; text-align: end; border-top: 1px solid var(--rule); font: .8rem/1.35 var(--sans); }
.parallel .no a { color: var(--ink); font-weight: 600; text-decoration: none; } .parallel .no a:hover { text-decoration: underline; } .no .each { color: var(--edition-ink); font-size: .7rem; }
.parallel thead th { position: sticky; top: 0; z-index: 1; background: var(--paper); border-top: 0 !important; border-bottom: 2px solid var(--ink); padding: .5rem 1rem .35rem; font: italic 1rem/1.3 var(--serif); }
.parallel thead a { text-decoration: none; } .parallel thead a:hover { text-decoration: underline; }
.parallel tr { scroll-margin-top: 3.2rem; } .parallel .p, .parallel .s, .parallel .alias { scroll-margin-top: 5rem; }
.parallel .p { margin: 0 0 .6rem; } .parallel .p:last-child { margin: 0; } .parallel .edition { margin: 0 0 .6rem; padding-bottom: .8rem; font-size: .8rem; }
.of { margin: 0; font: .72rem/1.4 var(--sans); color: var(--soft); } .of > :first-child, .column > .of { font-style: italic; } .of a { color: var(--soft); } .of .cite { margin-inline-start: .5em; } .of .pb, .translated { margin-inline-start: .5em; } .translated { font: .72rem/1.4 var(--sans); color: var(--soft); }
.missing { background: repeating-linear-gradient(135deg, transparent 0 .6rem, var(--rule) .6rem calc(.6rem + 1px)) padding-box; }
.none { margin: .1rem 0; font: italic .85rem/1.5 var(--sans); color: var(--soft); } .missing .none, .missing .of > * { background: var(--paper); width: fit-content; padding-inline: .35em; margin-inline: -.35em; }
.var { text-decoration: underline solid var(--accent) 2px; text-underline-offset: .2em; text-decoration-skip-ink: none; } .var.form { text-decoration-style: dotted; }
tr:target > td > .p > .words, ${marked.join(", ")} { background: var(--here); box-decoration-break: clone; -webkit-box-decoration-break: clone; box-shadow: 0 0 0 .18em var(--here); }
.columns { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); padding-inline-start: 4.4rem; } .column { padding-inline: 1rem; } .column .notes { margin: .3rem 0 .8rem; } .notes h3 { font-size: .9rem; margin: 0 0 .3rem; }
.notes .label { margin: 0; } .notes .label a { color: inherit; } .column.missing { background: none; }

@supports not selector(:has(a)) { .choice input { display: none; } }
@supports selector(:has(a)) {
  body:not(${ticked(3)}) { max-width: 64rem; } body:not(${ticked(2)}) { max-width: 46rem; } body:not(:has(.choice > input:checked)) .none-chosen { display: block; }
  ${hidden.join(", ")} { display: none !important; }
  ${quiet(groups)}
  ${emptied(rows)}
  body${ticked(4)} { max-width: none; } body${ticked(4)} .sheet { overflow-x: auto; } body${ticked(4)} thead th:not(.no) { width: 17rem; } body${ticked(4)} thead th { position: static; }
}
@media (hover: hover) and (min-width: 44.01rem) { .parallel .of { opacity: 0; } .parallel td:hover .of, .parallel td:focus-within .of, .parallel td:has(:target) .of { opacity: 1; } }
@media screen and (max-width: 44rem) {${stacked("body")}
  .choice { grid-template-columns: auto minmax(0, 1fr); } .choice a.read { grid-column: 2; margin-bottom: .4rem; } .of a { padding-block: .35rem; } body${ticked(4)} .sheet { overflow-x: visible; }
}
@media screen and (max-width: 60rem) {${stacked(`body${ticked(3)}`)}
}
@media print {
  html { font-size: 9.5pt; } .choice input, .choice a.read, .none-chosen { display: none !important; } .choice > input:not(:checked) + label { display: none; }
  .choice { grid-template-columns: 1fr; border-bottom: 0; } .parallel thead th { position: static; } .parallel .of { opacity: 1; } .of .cite { display: none; } .missing { background: none; } .parallel tr { break-inside: auto; }
  ${editions > 2 ? stacked(`body${ticked(3)}`) : ""}
}
`;
}
