import type { Witness } from "../../edition/work.js";
import { html, type Html } from "./html.js";

/** Which edition this is, and the file that its words were cut from, as work.yaml says. */
export function renderEditionSection(witness: Witness): Html {
  const { siglum, title, publisher, editor, translator, url, licence, retrieved, language } = witness;
  const rows: readonly (readonly [string, string | Html | undefined])[] = [
    ["Siglum", siglum],
    ["Title", title],
    ["Publisher", publisher],
    ["Editor", editor],
    ["Translator", translator],
    ["Address", url === undefined ? undefined : html`<a href="${url}" rel="external">${url}</a>`],
    ["Retrieved", retrieved],
    ["Licence", licence],
    ["Language", language],
    ["File", witness.path],
    ["SHA-256 of the file", html`<code>${witness.sha256}</code>`],
  ];
  const said = rows.filter(([, value]) => value !== undefined);
  return html`<section class="foot about" aria-labelledby="edition-title">
    <h2 id="edition-title">This edition</h2>
    <dl>
      ${said.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd> `,
      )}
    </dl>
  </section>`;
}
