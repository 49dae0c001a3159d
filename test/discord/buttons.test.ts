import { describe, expect, test } from "vitest";
import type { FeedbackStore } from "../../src/discord/feedback-store.js";
import { buttonId } from "../../src/render/discord/button-state.js";
import { runBot } from "./bot-under-test.js";
import type { MessageBody } from "./fake-discord/check-message.js";
import {
  buttonsOf,
  messageIn,
  pressButton,
  replyTo,
  sendCommand,
  sendMessage,
  textsOf,
} from "./fake-discord/dispatch-events.js";
import type { FakeDiscord } from "./fake-discord/start-fake-discord.js";
import { openLetter } from "./open-letter.js";
import { quotedWords } from "./seen-text.js";

const EPHEMERAL = 1 << 6;
const QUESTION = "What has he previously stated, and repeats now?";
const letter = openLetter();

async function ask(question = QUESTION): Promise<{ discord: FakeDiscord; answer: MessageBody }> {
  const { discord } = await runBot({ quoth: letter() });
  return { discord, answer: await replyTo(discord, sendCommand(discord, "ask", { question })) };
}

function press(
  discord: FakeDiscord,
  message: MessageBody,
  label: string,
  more: object = {},
): Promise<MessageBody> {
  const id = buttonsOf(message)[label];
  if (id === undefined)
    throw new Error(`no button ${label} among ${Object.keys(buttonsOf(message)).join(", ")}`);
  return replyTo(discord, pressButton(discord, id, message, more));
}

function plain(message: MessageBody): string {
  return textsOf(message).join("\n").replaceAll("\\", "");
}

describe("the buttons under an answer", () => {
  test("are these, in ids of at most 100 characters", async () => {
    const { answer } = await ask();
    const buttons = buttonsOf(answer);
    expect(Object.keys(buttons)).toEqual([
      "◂ Before",
      "After ▸",
      "Whole paragraph",
      "In ucsb",
      "Cite",
      "Not what I asked",
    ]);
    for (const id of Object.values(buttons))
      expect(id).toMatch(/^q1\|[a-z]+\|jfk-1961-04-18\|3\.1\|marxists\|[\w-]{8}\|/);
  });

  test("before and after: shown to the presser alone, then turned in place, to the ends of the text", async () => {
    const { discord, answer } = await ask();
    let page = await press(discord, answer, "After ▸");
    expect(page.flags).toBe(EPHEMERAL | (1 << 15));
    expect(plain(page)).toContain("jfk-1961-04-18:3.2");
    const sent = pressButton(discord, buttonsOf(page)["◂ Before"] ?? "", page);
    const callback = await discord.requests.next("POST", `/interactions/${sent.id}/${sent.token}/callback`);
    expect(callback.body).toMatchObject({ type: 7 });
    page = (callback.body as { data: MessageBody }).data;
    const seen = [];
    while (buttonsOf(page)["◂ Before"] !== undefined) {
      page = await press(discord, page, "◂ Before");
      seen.push(/jfk-1961-04-18:(\S+)/.exec(plain(page))?.[1]);
    }
    expect(seen.slice(0, 2)).toEqual(["2.3", "2.2"]);
    expect(seen.at(-1)).toBe("opener");
  });

  test("the whole paragraph, whose neighbours are paragraphs", async () => {
    const { discord, answer } = await ask();
    const whole = await press(discord, answer, "Whole paragraph");
    expect(quotedWords(textsOf(whole))[0]).toMatch(/^I have previously stated.*spirit of liberty\.$/);
    expect(buttonsOf(whole)).not.toHaveProperty("Whole paragraph");
    expect(plain(await press(discord, whole, "After ▸"))).toContain("jfk-1961-04-18:4 ");
  });

  test("the other edition, with a word on whether it reads otherwise", async () => {
    const { discord, answer } = await ask();
    const other = await press(discord, answer, "In ucsb");
    expect(plain(other)).toMatch(/ucsb reads (exactly as|otherwise than) marxists here/);
    // From edition to edition, and back to the first.
    const third = await press(discord, other, "In frus");
    expect(plain(third)).toMatch(/frus reads (exactly as|otherwise than) ucsb here/);
    expect(buttonsOf(third)).toHaveProperty("In marxists");
  });

  test("the note whose sign stands in the passage, in the archive's name", async () => {
    const { discord, answer } = await ask("How many refugees have fled from Cuba?");
    const note = await press(discord, answer, "Note A");
    expect(plain(note)).toContain("not by John F. Kennedy");
    expect(note.flags).toBe(EPHEMERAL | (1 << 15));
  });

  test("the citation, in other styles too", async () => {
    const { discord, answer } = await ask();
    const note = await press(discord, answer, "Cite");
    expect(plain(note)).toContain("John F. Kennedy to N. S. Khrushchev, April 18, 1961");
    const bibtex = await press(discord, note, "BibTeX");
    expect(textsOf(bibtex).join()).toContain("```\n@");
  });

  test("not what I asked: other passages, none of those shown, none called an answer", async () => {
    const { discord, answer } = await ask();
    const others = await press(discord, answer, "Not what I asked");
    expect(plain(others)).toContain("None of them is offered as the answer");
    expect(quotedWords(textsOf(others)).length).toBeGreaterThan(0);
    expect(quotedWords(textsOf(others))).not.toContain(quotedWords(textsOf(answer))[0]);
    expect(plain(others)).not.toContain("were kept");
  });

  test.each([
    "What does Kennedy say about the moon landing?",
    "Who wrote this?",
    "¿Quién huyó de Cuba?",
    `What of ${"the people of Cuba and ".repeat(20)}Laos?`,
  ])("not what I asked always offers others, under an abstention too: %s", async (question) => {
    const { discord, answer } = await ask(question);
    const others = await press(discord, answer, "Not what I asked");
    const offered = quotedWords(textsOf(others));
    expect(offered.length).toBeGreaterThan(0);
    for (const shown of quotedWords(textsOf(answer))) expect(offered).not.toContain(shown);
    expect(new Set(offered).size).toBe(offered.length);
  });

  test("not what I asked shows the others where the feedback cannot be kept, and does not say that it was", async () => {
    const feedback: FeedbackStore = {
      keep: () => Promise.reject(new Error("away")),
      all: () => Promise.resolve([]),
    };
    const { discord, logged } = await runBot({ quoth: letter(), feedback });
    const answer = await replyTo(discord, sendCommand(discord, "ask", { question: QUESTION }));
    const others = plain(await press(discord, answer, "Not what I asked"));
    expect(others).toContain("None of them is offered as the answer");
    expect(others).not.toContain("were kept");
    expect(logged()).toContain("feedback could not be kept");
    expect(logged()).not.toContain("invade");
  });

  test("not what I asked keeps question, passage and verdict where the operator has switched it on", async () => {
    const kept: unknown[] = [];
    const feedback: FeedbackStore = {
      keep: (one) => Promise.resolve(void kept.push(one)),
      all: () => Promise.resolve([]),
    };
    const { discord } = await runBot({ quoth: letter(), feedback });
    const user = "123456789012345678";
    const answer = await replyTo(discord, sendCommand(discord, "ask", { question: QUESTION }, { user }));
    expect(plain(await press(discord, answer, "Not what I asked", { user }))).toContain("were kept");
    expect(kept).toEqual([
      {
        question: QUESTION,
        reference: "jfk-1961-04-18:3.1",
        witness: "marxists",
        hash: expect.stringMatching(/^[\w-]{8}$/) as string,
        verdict: "not-what-was-asked",
      },
    ]);
    expect(JSON.stringify(kept)).not.toContain(user);
  });

  test("in a direct message the talk goes on below, for both to see", async () => {
    const { discord, answer } = await ask();
    const page = await press(discord, answer, "After ▸", { inGuild: false });
    expect(page.flags).toBe(1 << 15);
  });

  test("work with a bot that has never seen the message", async () => {
    const { answer } = await ask();
    const { discord } = await runBot({ quoth: letter() });
    expect(plain(await press(discord, answer, "After ▸"))).toContain("jfk-1961-04-18:3.2");
  });
});

describe("forged and stale buttons are refused politely, to the presser alone", () => {
  const good = "q1|after|jfk-1961-04-18|3.1|marxists|";
  test.each([
    ["another hash", `${good}AAAAAAAA|`],
    ["no such passage", "q1|after|jfk-1961-04-18|99.1|marxists|AAAAAAAA|"],
    ["no such work", "q1|after|hamlet|3.1|marxists|AAAAAAAA|"],
    ["no such edition", "q1|after|jfk-1961-04-18|3.1|folio|AAAAAAAA|"],
    ["another version", "q2|after|jfk-1961-04-18|3.1|marxists|AAAAAAAA|"],
    ["another action", "q1|delete|jfk-1961-04-18|3.1|marxists|AAAAAAAA|"],
    ["too many parts", `${good}AAAAAAAA||`],
    ["words for a path", "q1|after|jfk-1961-04-18|../../etc|marxists|AAAAAAAA|"],
    ["a range over everything", "q1|after|jfk-1961-04-18|1-9|marxists|AAAAAAAA|"],
    ["nothing of ours", "hello"],
    ["a mention", "@everyone"],
  ])("%s", async (_name, id) => {
    const { discord } = await runBot({ quoth: letter() });
    const refusal = await replyTo(discord, pressButton(discord, id, { flags: EPHEMERAL }));
    expect(plain(refusal)).toContain("not here any more");
    expect(refusal.flags).toBe(EPHEMERAL);
  });

  test.each([
    ["continue", "zzzz"],
    ["continue", "-5"],
    ["continue", "0"],
    ["note", "Z"],
    ["note", "A"],
    ["cite", "vancouver"],
    ["edition", "folio"],
  ] as const)("%s with the argument %s", async (action, argument) => {
    const [quote] = (await letter().show("3.1")).quotes;
    if (!quote) throw new Error("no 3.1");
    const { discord } = await runBot({ quoth: letter() });
    const refusal = await replyTo(discord, pressButton(discord, buttonId(quote, action, argument) ?? "", {}));
    expect(plain(refusal)).toContain("not here any more");
  });
});

describe("going on from a message", () => {
  test("a reply to an answer is a follow-up with its passage as context, whoever writes it and whenever", async () => {
    const { answer } = await ask();
    const { discord } = await runBot({ quoth: letter() });
    const { channel } = sendMessage(discord, "What comes next?", {
      mentions: [discord.self],
      repliesTo: answer,
    });
    expect(plain(await messageIn(discord, channel))).toContain("jfk-1961-04-18:3.2");
  });

  test("a mention soon after is one, too, in the same channel and by the same user", async () => {
    const { discord } = await runBot({ quoth: letter() });
    const place = { user: "123456789012345678", channel: "223456789012345678" };
    await replyTo(discord, sendCommand(discord, "ask", { question: QUESTION }, place));
    sendMessage(discord, `<@${discord.self}> the whole paragraph`, { ...place, mentions: [discord.self] });
    const whole = await messageIn(discord, place.channel);
    expect(quotedWords(textsOf(whole))[0]).toMatch(/^I have previously stated.*spirit of liberty\.$/);
    const elsewhere = sendMessage(discord, `<@${discord.self}> the whole paragraph`, {
      mentions: [discord.self],
    });
    expect(plain(await messageIn(discord, elsewhere.channel))).toContain("Nothing has been shown yet");
  });

  test("a reply to a message whose passage has changed is a question of its own", async () => {
    const { discord } = await runBot({ quoth: letter() });
    const forged: MessageBody = {
      components: [
        { type: 1, components: [{ type: 2, custom_id: "q1|after|jfk-1961-04-18|3.1|marxists|AAAAAAAA|" }] },
      ],
    };
    const { channel } = sendMessage(discord, QUESTION, { mentions: [discord.self], repliesTo: forged });
    expect(plain(await messageIn(discord, channel))).toContain("jfk-1961-04-18:3.1");
  });
});
