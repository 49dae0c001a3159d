import { createInterface } from "node:readline";
import { z } from "zod";
import type { ChatPort } from "../../conversation/chat/chat-port.js";
import {
  type ConversationState,
  NEW_CONVERSATION,
  parseConversationState,
} from "../../conversation/chat/conversation-state.js";
import { takeTurn } from "../../conversation/chat/take-turn.js";
import type { Scope } from "../../conversation/quoth.js";
import { QuothError } from "../../edition/quoth-error.js";
import { renderTurn } from "../../render/terminal/render-turn.js";
import { visible } from "../../render/terminal/wrap-text.js";
import {
  type AddCommand,
  type CommandContext,
  type CommonOptions,
  scopeOf,
  withScope,
} from "../command-context.js";
import { describeError, EXIT } from "../exit-code.js";
import type { Io } from "../io.js";

const PROMPT = "> ";

export const addChat: AddCommand = (program, context) => {
  withScope(program.command("chat"))
    .description('ask in a conversation: "what comes next?", "and Laos?", "cite that", "help", "quit"')
    .option("--jsonl", 'read {"id", "said", "state"} a line, print a turn with its state a line')
    .action((options: CommonOptions) =>
      context.run(async () => {
        const scope = scopeOf(options);
        await context.withQuoth(options, (quoth) =>
          options.jsonl
            ? answerLines(quoth, scope, context.io)
            : converse(quoth, scope, options.json ?? false, context),
        );
        return EXIT.ok;
      }),
    );
};

/** A line in, a turn out, until somebody says that it is over; what goes wrong is said, and the rest goes on. */
async function converse(
  quoth: ChatPort,
  scope: Scope,
  json: boolean,
  { io, style }: CommandContext,
): Promise<void> {
  const person = io.outIsTerminal && process.stdin.isTTY && !json;
  const prompt = (): void => (person ? io.out(PROMPT) : undefined);
  let state: ConversationState = NEW_CONVERSATION;
  if (person) io.out('Ask, or say "help" or "quit".\n');
  prompt();
  for await (const said of person ? typedLines() : io.lines()) {
    if (!person || said.trim() !== "") {
      try {
        const next = await takeTurn(quoth, state, said, { scope });
        ({ state } = next);
        io.out(json ? `${JSON.stringify({ ...next.turn, state })}\n` : `${renderTurn(next.turn, style)}\n`);
        if (next.turn.move === "quit") return;
      } catch (error) {
        const problem = describeError(error);
        if (json) io.out(`${JSON.stringify({ version: 1, said, error: problem, state })}\n`);
        else io.err(`quoth: ${visible(problem.message)}\n       ${visible(problem.remedy)}\n`);
      }
      if (!json) io.out("\n");
    }
    prompt();
  }
  if (person) io.out("\n");
}

/** What is typed at a terminal, with its history; Ctrl-C ends it as Ctrl-D does. */
async function* typedLines(): AsyncIterable<string> {
  const typed = createInterface({ input: process.stdin, output: process.stdout, prompt: PROMPT });
  typed.on("SIGINT", () => typed.close());
  try {
    yield* typed;
  } finally {
    typed.close();
  }
}

const id = z.union([z.string(), z.number()]).transform(String).optional();
const lineSchema = z.object({ id, said: z.string(), state: z.unknown().optional() });

/** `--jsonl`: whoever calls holds the states; a line without one starts a new conversation. */
async function answerLines(quoth: ChatPort, scope: Scope, io: Io): Promise<void> {
  for await (const text of io.lines()) {
    let known: string | undefined;
    try {
      const line = parseLine(text);
      known = line.id;
      const state = line.state == null ? NEW_CONVERSATION : parseConversationState(line.state);
      const { turn, state: after } = await takeTurn(quoth, state, line.said, { scope });
      const { version, ...rest } = turn;
      io.out(
        `${JSON.stringify({ version, ...(known === undefined ? {} : { id: known }), ...rest, state: after })}\n`,
      );
    } catch (error) {
      const named = known ?? (error instanceof QuothError ? error.data["id"] : undefined);
      io.out(
        `${JSON.stringify({ ...(named === undefined ? {} : { id: named }), error: describeError(error) })}\n`,
      );
    }
  }
}

function parseLine(text: string): z.infer<typeof lineSchema> {
  let value: unknown;
  try {
    // A byte-order mark before the first line is forgiven.
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw badLine(undefined, cause);
  }
  const parsed = lineSchema.safeParse(typeof value === "string" ? { said: value } : value);
  if (parsed.success) return parsed.data;
  throw badLine(z.object({ id }).safeParse(value).data?.id);
}

function badLine(known: string | undefined, cause?: unknown): QuothError {
  return new QuothError("bad-line", "This line is no JSON string and no object with what was said.", {
    remedy: 'Write {"id": "1", "said": "…", "state": …} or a JSON string on each line.',
    data: known === undefined ? {} : { id: known },
    cause,
  });
}
