import type { Block, Line, Marker } from "../block.js";
import type { Span } from "../span.js";
import type { Piece, TextBuilder } from "./text-builder.js";

/** What a block is, before its text is known. */
export type BlockProperties = Omit<Block, "start" | "end" | "markers" | "lines" | "gaps">;

/**
 * A block whose text is being gathered from a marked-up source. White space is that of markup: a run of it becomes
 * one blank, and none stands at the block's or a verse's ends, unless it is to be kept. Offsets are the source's.
 */
export interface BlockDraft {
  readonly properties: BlockProperties;
  /** Whether nothing but white space has come so far. */
  readonly isBlank: () => boolean;
  /** The source's characters from `start` to `end`, as they stand there. */
  readonly copy: (start: number, end: number, keepSpace?: boolean) => void;
  /** `text` for what the source says between `start` and `end`: an entity. */
  readonly stand: (text: string, start: number, end: number) => void;
  /** A blank that markup implies (a line break, the next cell), unless there is one. */
  readonly space: (at: number) => void;
  /** A note sign that the source only points at: it takes no room in the text. */
  readonly mark: (label: string) => void;
  /** UTF-16 units so far: where a sign begins that `markFrom` is told of. */
  readonly length: () => number;
  /** The text since `from`. */
  readonly lastFrom: (from: number) => string;
  /** What came since `from` is a note sign, and no word of the block's. */
  readonly markFrom: (from: number, label: string) => void;
  /** What is written from here to `endSkip` is stepped over: as a note's sign where it bears a label, else a gap. */
  readonly beginSkip: () => void;
  readonly endSkip: (label?: string) => void;
  /** From here on a verse, on a line of its own; `n` is the number printed beside it. */
  readonly beginLine: (at: number, n?: string) => void;
  readonly endLine: () => void;
  /** A word goes on at the next line: its hyphen, if it has one, becomes a gap, and no blank follows. */
  readonly join: () => void;
  /** Writes the block, parted from the one before by an empty line; undefined where it is blank. */
  readonly finish: (builder: TextBuilder, at: number) => Block | undefined;
}

/** White space that is not a single blank. */
const RUN = /[ \t\r\n]{2,}|[\t\r\n]/g;
const HYPHEN = /[-\u2010\u00AD\u00AC]$/;

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

export function draftBlock(source: string, properties: BlockProperties): BlockDraft {
  const pieces: Piece[] = [];
  const markers: Marker[] = [];
  let skipFrom: number | "next" | undefined;
  const lines: { start: number; end: number; n: string | undefined }[] = [];
  const gaps: Span[] = [];
  let length = 0;
  let blank = true;
  let inLine = false;
  /** White space, or the beginning of a verse, that is written once something follows it. */
  let space: Span | undefined;
  /** A word goes on: white space that comes now is layout. */
  let joined = false;
  let verse: { readonly at: number; readonly n: string | undefined } | undefined;

  const push = (text: string, start: number, end: number, verbatim: boolean): void => {
    pieces.push({ text, start, end, verbatim });
    length += text.length;
  };
  const settle = (): void => {
    if (verse) {
      if (length > 0) push("\n", verse.at, verse.at, false);
      lines.push({ start: length, end: length, n: verse.n });
      inLine = true;
    } else if (space && length > 0) {
      push(" ", space.start, space.end, source.slice(space.start, space.end) === " ");
    }
    verse = undefined;
    space = undefined;
    joined = false;
  };
  const part = (start: number, end: number): void => {
    if (!joined) space ??= { start, end };
  };
  const write = (text: string, start: number, end: number, verbatim: boolean): void => {
    if (text === "") return;
    settle();
    if (skipFrom === "next") skipFrom = length;
    push(text, start, end, verbatim);
    if (/\S/.test(text)) blank = false;
  };
  const endLine = (): void => {
    const last = lines.at(-1);
    if (inLine && last) last.end = length;
    inLine = false;
    verse = undefined;
  };

  return {
    properties,
    isBlank: () => blank,
    copy(start, end, keepSpace = false) {
      if (keepSpace) {
        write(source.slice(start, end), start, end, true);
        return;
      }
      const slice = source.slice(start, end);
      let from = 0;
      while (from < slice.length && isSpace(slice.charCodeAt(from))) from += 1;
      if (from > 0) part(start, start + from);
      let to = slice.length;
      while (to > from && isSpace(slice.charCodeAt(to - 1))) to -= 1;
      let at = from;
      if (from < to) {
        for (const match of slice.slice(from, to).matchAll(RUN)) {
          const run = from + match.index;
          write(slice.slice(at, run), start + at, start + run, true);
          at = run + match[0].length;
          space = { start: start + run, end: start + at };
        }
        write(slice.slice(at, to), start + at, start + to, true);
        if (to < slice.length) space = { start: start + to, end };
      }
    },
    stand: (text, start, end) => write(text, start, end, false),
    space: (at) => part(at, at),
    mark: (label) => void markers.push({ label, start: length, end: length }),
    length: () => length,
    lastFrom(from) {
      let text = "";
      for (let at = pieces.length - 1; at >= 0 && text.length < length - from; at -= 1)
        text = (pieces[at] as Piece).text + text;
      return text.slice(text.length - (length - from));
    },
    markFrom: (from, label) => void markers.push({ label, start: from, end: length }),
    beginSkip() {
      skipFrom = "next";
    },
    endSkip(label) {
      if (typeof skipFrom === "number") {
        if (label === undefined) gaps.push({ start: skipFrom, end: length });
        else markers.push({ label, start: skipFrom, end: length });
      }
      skipFrom = undefined;
    },
    beginLine(at, n) {
      endLine();
      verse = { at, n };
    },
    endLine() {
      endLine();
      space = undefined;
    },
    join() {
      space = undefined;
      joined = length > 0;
      if (HYPHEN.test(pieces.at(-1)?.text ?? "")) gaps.push({ start: length - 1, end: length });
    },
    finish(builder, at) {
      endLine();
      if (blank) return undefined;
      if (builder.length() > 0) builder.write({ text: "\n\n", start: at, end: at, verbatim: false });
      const begin = builder.length();
      pieces.forEach(builder.write);
      const placed = ({ start, end }: Span): Span => ({ start: begin + start, end: begin + end });
      return {
        ...properties,
        start: begin,
        end: builder.length(),
        markers: markers.map((marker) => ({ label: marker.label, ...placed(marker) })),
        ...(lines.length === 0
          ? {}
          : {
              lines: lines.map((line): Line => ({
                ...placed(line),
                ...(line.n === undefined ? {} : { n: line.n }),
              })),
            }),
        ...(gaps.length === 0 ? {} : { gaps: gaps.map(placed) }),
      };
    },
  };
}
