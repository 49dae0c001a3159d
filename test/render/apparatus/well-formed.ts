/**
 * A small check that `xml` is well-formed, as far as quoth writes XML: every tag closed in order, attributes
 * quoted, references known, no forbidden character. Gives back the texts of the elements named `wanted`.
 */
export function wellFormed(xml: string, wanted: string): readonly string[] {
  const open: { name: string; text: string }[] = [];
  const found: string[] = [];
  let at = xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;

  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(xml) || /\p{Cs}/u.test(xml))
    throw new Error("forbidden character");
  let roots = 0;
  const token = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  while (at < xml.length) {
    token.lastIndex = at;
    const match = token.exec(xml);
    if (!match) throw new Error(`not well-formed at ${xml.slice(at, at + 40)}`);
    at = token.lastIndex;
    const [, close, name = "", attributes = "", empty, text] = match;
    for (const reference of `${attributes}${text ?? ""}`.matchAll(/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/g))
      throw new Error(`bare & at ${String(reference.index)}`);
    if (text !== undefined) {
      if (open.length === 0 && text.trim() !== "") throw new Error("text outside the root");
      for (const element of open) element.text += text;
      continue;
    }
    if (close) {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name ?? ""}>`);
      if (name === wanted) found.push(last.text);
      continue;
    }
    if (open.length === 0) roots += 1;
    if (!empty) open.push({ name, text: "" });
    else if (name === wanted) found.push("");
  }
  if (open.length > 0 || roots !== 1) throw new Error("not one closed root");
  return found.map((text) =>
    text
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&#13;/g, "\r")
      .replace(/&amp;/g, "&"),
  );
}
