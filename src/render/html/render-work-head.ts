import { formatDate } from "../../edition/format-date.js";
import { joinNames } from "../../edition/voice-of.js";
import type { Work } from "../../edition/work.js";
import { html, type Html } from "./html.js";
import { linkTo } from "./page-context.js";

/** How every page of a work begins: the way past it, whose and what it is; `rest` follows in the same header. */
export function renderWorkHead(work: Work, file: string, rest: Html): Html {
  return html`<a class="skip" href="#text">Skip to the text</a>
<header class="head">
<nav aria-label="Library"><a href="${linkTo(file, "index.html")}">All works</a></nav>
<p class="by">${joinNames(work.authors)}${work.addressee !== undefined && ` to ${work.addressee}`}</p>
<h1 id="title">${work.title}</h1>
${work.date !== undefined && html`<p class="date">${formatDate(work.date)}</p>\n`}${rest}</header>`;
}
