/**
 * The style sheets. Serif is the author's, sans-serif and slate are whoever else speaks: the edition, or quoth.
 * Numbers, signs of notes and of variants are written by it out of attributes, so that they are no text.
 * Foreground colours have a contrast of at least 4.5 : 1 in light and in dark (test/pages holds it with axe).
 */
const COMMON = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf8; --ink: #1f1c18; --soft: #676056; --rule: #dcd6ca; --accent: #8a2f1f;
  --edition: #eef1f4; --edition-ink: #36434f; --edition-rule: #7c8fa1;
  --here: #fbefc4; --found: #ffe08a; --current: #f2a33c;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "Noto Serif", Georgia, "DejaVu Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --ink: #e6e1d7; --soft: #a59d90; --rule: #3b3731; --accent: #e8a58f;
    --edition: #20262c; --edition-ink: #bccad7; --edition-rule: #6d8296;
    --here: #40371a; --found: #6b5412; --current: #a3660a;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 112.5%/1.62 var(--serif); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; z-index: 2; }
nav, .at, .whose, .about, .find, footer, .sub, .kind, .sigla, .places, .forms dt, summary, .hint { font-family: var(--sans); font-size: .8rem; line-height: 1.5; }
h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 500; margin: .2rem 0; text-wrap: balance; }
h2 { font-size: 1.15rem; font-weight: 600; margin: 0 0 .5rem; }
.by, .date { margin: 0; } .by { font-size: 1.05rem; } .date { color: var(--soft); }
.head { border-bottom: 1px solid var(--rule); padding-bottom: 1rem; margin-bottom: 1.5rem; }
.head nav { margin: 0 0 1.5rem; } .head nav.editions, .head nav.parts { margin: 1rem 0 0; }
nav ul { list-style: none; margin: 0; padding: 0; } nav.editions li { margin: .15rem 0; }
nav [aria-current] { font-weight: 600; } nav .named { color: var(--soft); }
.translation { font-family: var(--sans); font-size: .85rem; font-weight: 600; margin: .5rem 0 0; }
code, pre { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .75rem; }
footer { color: var(--soft); border-top: 1px solid var(--rule); margin-top: 2.2rem; padding-top: 1rem; }
@media (max-width: 44rem) { html { font-size: 106.25%; } body { padding: 1.2rem 1rem 3rem; } h1 { font-size: 1.55rem; } }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #999; --accent: #000; --edition: #fff; --edition-ink: #222; --edition-rule: #666; --here: transparent; }
  @page { margin: 2cm; }
  html { font-size: 10.5pt; } body { max-width: none; padding: 0; } a { text-decoration: none; color: inherit; } h2 { break-after: avoid; }
  .skip, .head nav, footer, button { display: none !important; }
}
`;

/** The list of works. */
export const INDEX_STYLE = `${COMMON}
.works { list-style: none; padding: 0; margin: 0; } .works li { padding: .9rem 0; border-bottom: 1px solid var(--rule); }
.works .title { font-size: 1.15rem; } .works p { margin: 0; }
`;

/** The citations of a passage. */
export const CITATION_STYLE = `${COMMON}
blockquote { margin: .4rem 0 .8rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--accent); white-space: pre-line; }
.not-own blockquote { border-color: var(--edition-rule); background: var(--edition); color: var(--edition-ink); font-family: var(--sans); font-size: .9rem; padding-block: .5rem; }
.forms dt { color: var(--soft); margin-top: .5rem; } .forms dd { margin: 0; }
.citations { border-top: 1px solid var(--rule); padding-top: 1.2rem; margin-top: 1.6rem; scroll-margin-top: 1rem; }
.citations:first-child { border-top: 0; padding-top: 0; margin-top: 0; }
.citations:target > h2 { background: var(--here); }
details { margin: .35rem 0; } summary { cursor: pointer; color: var(--accent); }
pre { white-space: pre-wrap; background: var(--edition); color: var(--edition-ink); padding: .6rem .8rem; margin: .3rem 0; border-radius: 3px; line-height: 1.45; }
.copy { font-size: .7rem; padding: .05rem .45rem; margin-inline-start: .5rem; vertical-align: .1em; }
`;

/** Sentences with their signs, words that are not the author's, notes, the apparatus. */
export const TEXT_STYLE = `${COMMON}
button { font: inherit; font-family: var(--sans); color: var(--ink); background: transparent; border: 1px solid var(--soft); border-radius: 3px; padding: .25rem .6rem; cursor: pointer; }
.p { position: relative; margin: 0 0 1.1rem; scroll-margin-top: 6rem; }
.s, .alias, li { scroll-margin-top: 6rem; }
.words, .speaker { margin: 0; text-wrap: pretty; hyphens: auto; }
.s { unicode-bidi: isolate; }
.opener .words, .closer .words { white-space: pre-line; }
.speaker { font-variant-caps: small-caps; letter-spacing: .04em; }
.verse .words { text-align: start; hyphens: manual; }
.line { display: block; position: relative; padding-inline: 1.5em 2.5rem; text-indent: -1.5em; }
.line > * { text-indent: 0; }
.line[data-line]::after { content: attr(data-line); position: absolute; inset-inline-end: 0; top: .25em; font: .7rem/1.5 var(--sans); color: var(--soft); text-indent: 0; }
.n { text-decoration: none; } .n::before { content: attr(data-n); font: .6rem/0 var(--sans); vertical-align: .55em; color: var(--soft); margin-inline-end: .25em; }
.tool { display: none; } .tool::before { content: attr(data-n); font: .7rem/1 var(--sans); padding-inline-start: .4em; }
.s:target + .tool { display: inline; }
.marker { text-decoration: none; } .marker::before { content: attr(data-n); font: .66rem/0 var(--sans); vertical-align: .5em; color: var(--edition-ink); padding-inline: .1em; }
.v { text-decoration: none; } .v::before { content: attr(data-n); font: italic .72rem/0 var(--serif); vertical-align: .5em; color: var(--accent); padding-inline-start: .1em; }
mark { background: none; color: inherit; } .var { text-decoration: underline dotted var(--accent) 1px; text-underline-offset: .22em; }
.unseen, mark::before, mark::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
mark::before { content: "[differs: "; } mark::after { content: "] "; }
.s:target, .p:target > .words, .alias:target + .s, .alias:target + .alias + .s, li:target { background: var(--here); box-decoration-break: clone; -webkit-box-decoration-break: clone; box-shadow: 0 0 0 .18em var(--here); }

.edition, .notes { background: var(--edition); color: var(--edition-ink); border-inline-start: 3px solid var(--edition-rule); font-family: var(--sans); font-size: .88rem; line-height: 1.5; padding: .8rem 1rem .3rem; margin: 0 0 1.6rem; }
.edition .whose, .notes .whose { margin: 0 0 .6rem; font-weight: 600; }
.edition .p, .notes .p { margin-bottom: .6rem; scroll-margin-top: 6rem; }
.edition .heading .words { font-weight: 600; }
.edition .n::before, .notes .n::before { color: var(--edition-ink); }
.edition .cite, .notes .cite { color: var(--edition-ink) !important; }
.notes h2, .notes h3 { font-family: var(--sans); font-size: 1rem; } .notes .label { font-weight: 600; }
.foot { border-top: 1px solid var(--rule); padding-top: 1.2rem; margin-top: 2.2rem; }
.app ol { list-style: none; margin: 0; padding: 0; font-size: .92rem; line-height: 1.5; }
.app li { margin: .3rem 0; padding-inline-start: 1.6rem; text-indent: -1.6rem; } .app li > * { text-indent: 0; }
.app .sign { font-style: italic; display: inline-block; min-width: 1.6rem; } .app .ref { font-family: var(--sans); font-size: .8rem; }
.sigla { font-style: italic; } .kind { color: var(--soft); } .said { font-style: italic; }
.about dl, .forms { margin: 0; } .about dt { font-weight: 600; margin-top: .5rem; } .about dd { margin: 0; }
.turn { display: flex; justify-content: space-between; gap: 1rem; margin-top: 2rem; }
@media print {
  .turn, .tool, .back { display: none !important; } mark::before, mark::after { content: none; }
  .line, .app li { break-inside: avoid; } .words { orphans: 3; widows: 3; }
}
`;

/** A page on which an edition is read. */
export const READING_STYLE = `${TEXT_STYLE}
.find { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; background: var(--paper); border-bottom: 1px solid var(--rule); padding: .5rem 0; margin-bottom: 1.5rem; }
.find[hidden] { display: none; }
.find input[type=search] { font: inherit; color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: 3px; padding: .3rem .5rem; flex: 1 1 9rem; min-width: 7rem; }
.find output { flex-basis: 100%; color: var(--soft); min-height: 1.5em; }
::highlight(found) { background-color: var(--found); color: var(--ink); }
::highlight(current) { background-color: var(--current); color: #000; }

article { padding-inline-start: 5.5rem; }
.at { --out: -5.5rem; position: absolute; left: var(--out); top: .18rem; width: 4.6rem; margin: 0; text-align: right; color: var(--soft); line-height: 1.35; }
[dir=rtl] .at { left: auto; right: var(--out); text-align: left; }
.at a { text-decoration: none; } .at .no { display: block; } .at a:hover { text-decoration: underline; }
.at .no { color: var(--ink); font-weight: 600; } .at .cite, .at .other { color: var(--soft); font-size: .7rem; }
.pb { display: block; font-size: .7rem; border-top: 1px solid var(--rule); margin-top: .15rem; }
.edition .at, .notes .at { --out: calc(-5.5rem - 1rem - 3px); color: var(--edition-ink); }
.edition .other, .notes .other { color: var(--edition-ink) !important; }
@media (max-width: 44rem) {
  article { padding-inline-start: 0; }
  .at, .edition .at, .notes .at { position: static; width: auto; text-align: start; margin-bottom: .1rem; }
  .at a, .pb { display: inline; border: 0; } .at a { margin-inline-end: .7rem; padding-block: .35rem; }
  .find button { padding: .45rem .7rem; }
}
@media (hover: hover) and (min-width: 44.01rem) {
  .at .cite, .at .other { opacity: 0; }
  .p:hover .at a, .p:focus-within .at a, .p:target .at a, .p:has(:target) .at a { opacity: 1; }
}
@media print {
  article { padding-inline-start: 4rem; }
  .find, .at .cite, .at .other { display: none !important; }
  .at, .edition .at, .notes .at { position: absolute; --out: -4rem; width: 3.2rem; text-align: right; }
  .edition .at, .notes .at { --out: calc(-4rem - 1rem - 3px); }
}
`;
