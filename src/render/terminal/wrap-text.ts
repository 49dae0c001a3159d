import { displayWidth, graphemesOf, isWide } from "./display-width.js";

/**
 * Text for a terminal: wrapped at blanks, indented, and with control characters made visible, so that no source
 * and no question can move the cursor or colour the screen.
 */
export function wrapText(text: string, width: number, indent = ""): string {
  return visible(text)
    .split("\n")
    .map((line) =>
      wrapLine(line, Math.max(10, width - indent.length))
        .map((part) => indent + part)
        .join("\n"),
    )
    .join("\n");
}

/** C0 and C1 controls (the line feed aside) as their pictures; bidirectional overrides as their code points. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\u0000-\u0009\u000b-\u001f]/g, (sign) =>
      String.fromCodePoint(0x2400 + (sign.codePointAt(0) ?? 0)),
    )
    .replace(
      /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
      (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`,
    );
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  let taken = 0;
  for (const word of line.split(/ (?=\S)/)) {
    const columns = displayWidth(word);
    if (current !== "" && taken + 1 + columns > width) {
      lines.push(current);
      [current, taken] = [word, columns];
    } else {
      taken += columns + (current === "" ? 0 : 1);
      current = current === "" ? word : `${current} ${word}`;
    }
    // An address stays whole, so that it can be followed; a script without blanks is broken where the line ends.
    if (taken > width && isWide(current)) {
      const parts = breakAnywhere(current, width);
      lines.push(...parts.slice(0, -1));
      current = parts.at(-1) ?? "";
      taken = displayWidth(current);
    }
  }
  return [...lines, current];
}

function breakAnywhere(text: string, width: number): readonly string[] {
  const parts: string[] = [];
  let current = "";
  let taken = 0;
  for (const one of graphemesOf(text)) {
    const columns = displayWidth(one);
    if (current !== "" && taken + columns > width) {
      parts.push(current);
      [current, taken] = ["", 0];
    }
    current += one;
    taken += columns;
  }
  return [...parts, current];
}
