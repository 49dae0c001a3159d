import { createHash } from "node:crypto";
import { html, type Html, trusted } from "./html.js";

export interface DocumentParts {
  readonly title: string;
  readonly description: string;
  /** The page's own address, where the site's is known. */
  readonly canonical?: string | undefined;
  /** Kept out of search engines: pages that repeat others. */
  readonly unlisted?: boolean;
  readonly style: string;
  readonly script?: string;
  readonly body: Html;
}

/**
 * A whole page, with everything it needs inside it, so that it may be kept as a single file. Its policy lets it load
 * nothing from anywhere, and run and apply just this script and style, by their hashes.
 */
export function renderDocument(parts: DocumentParts): string {
  const { title, description, canonical, unlisted, style, script, body } = parts;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
${unlisted && html`<meta name="robots" content="noindex">\n`}${canonical !== undefined && html`<link rel="canonical" href="${canonical}">\n`}<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
${body}
${script !== undefined && html`<script>${trusted(script)}</script>\n`}</body>
</html>
`.html;
}

function policyFor(style: string, script: string | undefined): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    // The empty icon in the head, without which browsers ask the server for one.
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
