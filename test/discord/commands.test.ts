import { describe, expect, test } from "vitest";
import type { Quote } from "../../src/edition/quote.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import { runBot } from "./bot-under-test.js";
import type { MessageBody } from "./fake-discord/check-message.js";
import { replyTo, sendCommand, textsOf } from "./fake-discord/dispatch-events.js";
import { createGate } from "./gate.js";
import { ARCHIVE, AUTHOR, LETTER, quothUnderTest } from "./quoth-under-test.js";
import { quotedWords } from "./seen-text.js";

const EPHEMERAL = 1 << 6;

describe("/ask", () => {
  test("answers in the source's words, with voice, reference, editions and citation", async () => {
    const { discord } = await runBot();
    const reply = await replyTo(
      discord,
      sendCommand(discord, "ask", { question: "Will the United States invade Cuba?" }),
    );
    const [words] = quotedWords(textsOf(reply));
    expect(words).toMatch(/^I have previously stated.*no military intervention in Cuba\.$/);
    expect(LETTER).toContain(words);
    const rest = textsOf(reply).join("\n").replaceAll("\\", "");
    for (const part of [AUTHOR, "jfk-1961-04-18:3.1", "marxists-org, ucsb-presidency", "N. S. Khrushchev"]) {
      expect(rest).toContain(part);
    }
  });

  test("answers in a direct message too", async () => {
    const { discord } = await runBot();
    const interaction = sendCommand(discord, "ask", { question: "Any intervention?" }, { inGuild: false });
    expect(quotedWords(textsOf(await replyTo(discord, interaction)))).toHaveLength(1);
  });

  test("puts the archive's note into a container of its own, headed by its name and as not the author's", async () => {
    const { discord } = await runBot();
    const reply = await replyTo(discord, sendCommand(discord, "ask", { question: "Who are the refugees?" }));
    const [quote, note] = reply.components ?? [];
    expect(textsOf(quote ?? {}).join()).not.toContain(ARCHIVE);
    expect(textsOf(note ?? {})[0]).toContain(`**${ARCHIVE}**`);
    expect(textsOf(note ?? {})[0]?.replaceAll("\\", "")).toContain(`not by ${AUTHOR}`);
  });

  test("says that the author did not write what an editor answers", async () => {
    const { discord } = await runBot();
    const reply = await replyTo(
      discord,
      sendCommand(discord, "ask", { question: "How large a part leaves?" }),
    );
    expect(textsOf(reply)[0]?.replaceAll("\\", "")).toContain(`not by ${AUTHOR}`);
    expect(quotedWords(textsOf(reply))[0]).toContain("0.4% of its population");
  });

  test("abstains honestly, with the closest passage marked as no answer", async () => {
    const { discord } = await runBot();
    const reply = await replyTo(discord, sendCommand(discord, "ask", { question: "What about China?" }));
    expect(textsOf(reply)[0]).toContain("does not answer");
    expect(textsOf(reply)[1]).toContain("Closest passage, not an answer");
  });

  test.each(["", "   ", "\u3000"])("a blank question (%j) gets the how-to", async (question) => {
    const { discord } = await runBot();
    const reply = await replyTo(discord, sendCommand(discord, "ask", { question }));
    expect(reply.content).toContain("Ask a question");
  });

  test("defers what takes long, and edits the answer in", async () => {
    const gate = createGate();
    const ask = quothUnderTest().ask;
    const { discord } = await runBot({
      deferAfterMs: 1,
      quoth: { ask: (question) => gate.passed.then(() => ask(question)) },
    });
    const { id, token } = sendCommand(discord, "ask", { question: "Any intervention?" });
    const callback = await discord.requests.next("POST", `/interactions/${id}/${token}/callback`);
    expect(callback.body).toEqual({ type: 5 });
    gate.open();
    const edit = await discord.requests.next("PATCH", /messages\/@original$/);
    expect(textsOf(edit.body as never).join()).toContain("no military intervention");
  });

  test("acknowledges a user's simultaneous questions at once and answers all of them", async () => {
    const gate = createGate();
    const ask = quothUnderTest().ask;
    const { discord } = await runBot({ quoth: { ask: (question) => gate.passed.then(() => ask(question)) } });
    const options = { user: "123456789012345678" };
    const sent = [1, 2, 3, 4].map(() =>
      sendCommand(discord, "ask", { question: "Any intervention?" }, options),
    );
    for (const { id, token } of sent.slice(1)) {
      const callback = await discord.requests.next("POST", `/interactions/${id}/${token}/callback`);
      expect(callback.body).toEqual({ type: 5 });
    }
    gate.open();
    for (const _ of sent.slice(1)) await discord.requests.next("PATCH", /messages\/@original$/);
    const [first] = sent;
    if (first) expect(quotedWords(textsOf(await replyTo(discord, first)))).toHaveLength(1);
  });

  test("answers all of a burst of sixty", async () => {
    const { discord } = await runBot();
    const options = { user: "123456789012345678" };
    const sent = Array.from({ length: 60 }, () =>
      sendCommand(discord, "ask", { question: "Any intervention?" }, options),
    );
    for (const interaction of sent) {
      expect(quotedWords(textsOf(await replyTo(discord, interaction)))).toHaveLength(1);
    }
  });

  test("refuses politely, and to the user alone, what is over the rate limit", async () => {
    const { discord } = await runBot({ limits: { user: { burst: 2, windowMs: 60_000 } } });
    const options = { user: "123456789012345678" };
    const ask = () =>
      replyTo(discord, sendCommand(discord, "ask", { question: "Any intervention?" }, options));
    await ask();
    await ask();
    const refusal = await ask();
    expect(refusal.content).toContain("ask again in");
    expect(refusal.flags).toBe(EPHEMERAL);
    const other = await replyTo(discord, sendCommand(discord, "ask", { question: "Any intervention?" }));
    expect(quotedWords(textsOf(other))).toHaveLength(1);
  });
});

describe("/quote", () => {
  test("looks up a reference", async () => {
    const { discord } = await runBot();
    const reply = await replyTo(discord, sendCommand(discord, "quote", { passage: "jfk-1961-04-18:1.3" }));
    expect(quotedWords(textsOf(reply))[0]).toMatch(/^More than 100,000 refugees/);
  });

  test("sends a sentence that no message can hold in several, an exact slice in each", async () => {
    const text = `${"the liberties of the people, ".repeat(300)}all of them.`;
    const long = { ...(await quothUnderTest().quote("3.1")).quotes[0], text } as Quote;
    const { discord } = await runBot({
      quoth: { quote: () => Promise.resolve({ version: 1, quotes: [long] }) },
    });
    const interaction = sendCommand(discord, "quote", { passage: "3.1" });
    let shown = quotedWords(textsOf(await replyTo(discord, interaction))).join("");
    while (shown.length < text.length) {
      const more = await discord.requests.next(
        "POST",
        `/webhooks/${discord.application}/${interaction.token}`,
      );
      shown += quotedWords(textsOf(more.body as MessageBody)).join("");
    }
    expect(shown).toBe(text);
  });

  test("looks up free words that nobody picked from the suggestions", async () => {
    const { discord } = await runBot();
    const reply = await replyTo(
      discord,
      sendCommand(discord, "quote", { passage: "no military intervention" }),
    );
    expect(quotedWords(textsOf(reply))[0]).toContain("no military intervention");
  });

  test("says politely that nothing was found, with the closest passage", async () => {
    const { discord } = await runBot();
    const reply = await replyTo(discord, sendCommand(discord, "quote", { passage: "to be or not to be" }));
    expect(textsOf(reply)[0]).toContain("Nothing stands");
    expect(textsOf(reply)[1]).toContain("not an answer");
  });

  test("suggests at most 25 passages within Discord's lengths", async () => {
    const { discord } = await runBot();
    const { id, token } = sendCommand(discord, "quote", { passage: "I have" }, { autocomplete: true });
    const callback = await discord.requests.next("POST", `/interactions/${id}/${token}/callback`);
    const { type, data } = callback.body as {
      type: number;
      data: { choices: { name: string; value: string }[] };
    };
    expect(type).toBe(8);
    expect(data.choices).toHaveLength(25);
    for (const { name, value } of data.choices) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(value).toMatch(/^jfk-1961-04-18:\d+\.1$/);
    }
  });

  test("suggests nothing where suggesting fails", async () => {
    const { discord } = await runBot({ quoth: { suggest: () => Promise.reject(new Error("broken")) } });
    const { id, token } = sendCommand(discord, "quote", { passage: "I" }, { autocomplete: true });
    const callback = await discord.requests.next("POST", `/interactions/${id}/${token}/callback`);
    expect(callback.body).toEqual({ type: 8, data: { choices: [] } });
  });
});

describe("failures", () => {
  test("a foreseen one is told with its remedy, to the user alone", async () => {
    const error = new QuothError("unknown-work", "No work x_y.", { remedy: "Name another." });
    const { discord } = await runBot({ quoth: { quote: () => Promise.reject(error) } });
    const reply = await replyTo(discord, sendCommand(discord, "quote", { passage: "x:1" }));
    expect(reply.content).toBe("No work x\\_y\\. Name another\\.");
    expect(reply.flags).toBe(EPHEMERAL);
  });

  test("another is logged without the user's words, and the next question is answered", async () => {
    const fail = (question: string): Promise<never> => Promise.reject(new Error(`cannot digest ${question}`));
    const ask = quothUnderTest().ask;
    const { discord, logged } = await runBot({
      quoth: { ask: (question) => (question.includes("secret") ? fail(question) : ask(question)) },
    });
    const reply = await replyTo(discord, sendCommand(discord, "ask", { question: "my secret" }));
    expect(reply.content).toBe("Something went wrong\\. It has been logged\\.");
    expect(logged()).toContain("a request failed");
    expect(logged()).not.toContain("secret");
    const next = await replyTo(discord, sendCommand(discord, "ask", { question: "Any intervention?" }));
    expect(quotedWords(textsOf(next))).toHaveLength(1);
  });

  test.each([10062, 40060, 50027])(
    "an interaction that is over (%i) is dropped and logged once",
    async (code) => {
      const { discord, logged } = await runBot();
      discord.fail({ path: /callback$/, status: 404, body: { message: "over", code }, times: 1 });
      sendCommand(discord, "ask", { question: "Any intervention?" });
      const next = await replyToSecond();
      expect(quotedWords(textsOf(next))).toHaveLength(1);
      expect(logged().match(/a reply was not delivered/g)).toHaveLength(1);

      async function replyToSecond() {
        await discord.requests.next("POST", /callback$/);
        return replyTo(discord, sendCommand(discord, "ask", { question: "Any intervention?" }));
      }
    },
  );

  test("a 429 and passing 500s delay an answer and lose none", async () => {
    const { discord } = await runBot();
    discord.fail({ path: /callback$/, status: 429, headers: { "retry-after": "0.01" }, times: 1 });
    discord.fail({ path: /callback$/, status: 500, times: 2 });
    const { id, token } = sendCommand(discord, "ask", { question: "Any intervention?" });
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await discord.requests.next("POST", `/interactions/${id}/${token}/callback`);
    }
  });

  test("a lasting 500 loses that answer alone", async () => {
    const { discord } = await runBot();
    const lost = sendCommand(discord, "ask", { question: "Any intervention?" });
    discord.fail({ path: new RegExp(lost.id), status: 500 });
    const reply = await replyTo(discord, sendCommand(discord, "ask", { question: "Any intervention?" }));
    expect(quotedWords(textsOf(reply))).toHaveLength(1);
  });

  test("a form that Discord does not take is told to the user and logged", async () => {
    const { discord, logged } = await runBot();
    discord.fail({
      path: /callback$/,
      status: 400,
      body: { message: "Invalid Form Body", code: 50035 },
      times: 1,
    });
    const interaction = sendCommand(discord, "ask", { question: "Any intervention?" });
    await discord.requests.next("POST", /callback$/);
    expect((await replyTo(discord, interaction)).content).toContain("Something went wrong");
    const answered = await replyTo(discord, sendCommand(discord, "ask", { question: "Any intervention?" }));
    expect(quotedWords(textsOf(answered))).toHaveLength(1);
    expect(logged()).toContain("50035");
  });

  test("a command of an older version is explained", async () => {
    const { discord } = await runBot();
    const reply = await replyTo(discord, sendCommand(discord, "old", {}));
    expect(reply.content).toContain("no longer know");
  });
});
