import { z } from "zod";
import { QuothError } from "../edition/quoth-error.js";
import { describeError, EXIT, type ExitCode } from "./exit-code.js";
import type { Io } from "./io.js";

const id = z.union([z.string(), z.number()]).transform(String).optional();

/**
 * `--jsonl`: for every line of input, in order, one line of output. A line is a JSON string, or an object with
 * `id` and the text under `field`; one that is neither, or whose answer fails, gives an error line and the rest
 * goes on.
 */
export async function answerJsonLines(
  io: Io,
  field: "question" | "text",
  answer: (text: string) => Promise<object>,
): Promise<ExitCode> {
  for await (const line of io.lines()) {
    let known: string | undefined;
    try {
      const value = parseLine(line, field);
      known = idOf(value);
      const result = await answer(textOf(value, field));
      io.out(`${JSON.stringify(known === undefined ? result : withId(result, known))}\n`);
    } catch (error) {
      io.out(
        `${JSON.stringify({ ...(known === undefined ? {} : { id: known }), error: describeError(error) })}\n`,
      );
    }
  }
  return EXIT.ok;
}

/** The id stands right after the version. */
function withId(result: object, given: string): object {
  const { version, ...rest } = result as { version?: unknown };
  return { version, id: given, ...rest };
}

/** A byte-order mark before the first line is forgiven. */
function parseLine(line: string, field: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw badLine(field, cause);
  }
}

function idOf(value: unknown): string | undefined {
  return z.object({ id }).safeParse(value).data?.id;
}

function textOf(value: unknown, field: string): string {
  if (typeof value === "string") return value;
  const parsed = z.object({ id, [field]: z.string() }).safeParse(value);
  if (!parsed.success) throw badLine(field);
  return parsed.data[field] as string;
}

function badLine(field: string, cause?: unknown): QuothError {
  return new QuothError("bad-line", "This line is no JSON string and no object with the text.", {
    remedy: `Write {"id": "1", "${field}": "…"} or a JSON string on each line.`,
    cause,
  });
}
