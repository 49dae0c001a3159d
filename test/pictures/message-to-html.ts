import { toHTML } from "@odiffey/discord-markdown";
import type { Component, MessageBody } from "../discord/fake-discord/check-message.js";

/** One message of the bot's as a page in Discord's dark look: near enough to see what is wrong with it. */
export function messageToHtml(title: string, messages: readonly MessageBody[]): string {
  return `<!doctype html><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style><body>${messages.map(messageOf).join("")}`;
}

function messageOf(message: MessageBody): string {
  const content = message.content === undefined ? "" : markdown(message.content);
  const hidden = ((message.flags ?? 0) & 64) !== 0 ? '<p class="only">Only you can see this</p>' : "";
  const parts = (message.components ?? []).map(componentOf).join("");
  return `<article><div class="avatar">q</div><div class="body"><header>quoth <span class="app">APP</span></header>${content}${parts}${hidden}</div></article>`;
}

function componentOf(component: Component & { accent_color?: number }): string {
  const inside = (component.components ?? []).map(componentOf).join("");
  if (component.type === 17) {
    const colour = (component.accent_color ?? 0).toString(16).padStart(6, "0");
    return `<section style="border-left-color:#${colour}">${inside}</section>`;
  }
  if (component.type === 1) return `<div class="row">${inside}</div>`;
  if (component.type === 2)
    return `<button>${(component.label ?? "").replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</button>`;
  return `<div class="text">${markdown(component.content ?? "")}</div>`;
}

/** `-#` lines, which the renderer gives back as it sees fit, are set small by hand. */
function markdown(content: string): string {
  return content
    .split(/^(?=-# )|(?<=^-# .*\n)/m)
    .map((part) =>
      part.startsWith("-# ") ? `<small>${toHTML(part.slice(3).trimEnd())}</small>` : toHTML(part),
    )
    .join("");
}

const STYLE = `
  body { background: #313338; color: #dbdee1; font: 16px/1.375 "gg sans", "Noto Sans", "DejaVu Sans", sans-serif; width: 760px; margin: 0; padding: 16px; white-space: pre-wrap; }
  article { display: flex; gap: 16px; margin-bottom: 16px; }
  .avatar { width: 40px; height: 40px; border-radius: 50%; background: #c8a45c; color: #1e1f22; text-align: center; line-height: 40px; font-weight: 700; flex: none; }
  .body { flex: 1; min-width: 0; }
  header { color: #f2f3f5; font-weight: 600; } .app { background: #5865f2; color: #fff; font-size: 10px; padding: 1px 5px; border-radius: 3px; }
  section { background: #2b2d31; border: 1px solid #3f4147; border-left: 4px solid; border-radius: 8px; padding: 12px; margin-top: 6px; max-width: 600px; }
  .text { margin-bottom: 8px; } .text:last-child { margin-bottom: 0; }
  small { display: block; font-size: 13px; color: #949ba4; }
  blockquote, .d-quote { margin: 0; border-left: 4px solid #4e5058; padding-left: 12px; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
  button { background: #4e5058; color: #fff; border: 0; border-radius: 3px; padding: 6px 14px; font: 500 14px "Noto Sans", sans-serif; }
  pre { background: #1e1f22; border: 1px solid #3f4147; border-radius: 4px; padding: 8px; margin: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 14px; }
  code { font-family: "DejaVu Sans Mono", monospace; background: #1e1f22; padding: 1px 3px; border-radius: 3px; }
  .only { font-size: 12px; color: #949ba4; margin: 4px 0; }
  .d-mention { background: #3c4270; color: #c9cdfb; }
`;
