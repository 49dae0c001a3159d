import { describe, expect, test } from "vitest";
import { runBot } from "./bot-under-test.js";
import { messageIn, replyTo, sendCommand, sendMessage, textsOf } from "./fake-discord/dispatch-events.js";
import type { Fault, FakeDiscord } from "./fake-discord/start-fake-discord.js";
import { send, type DiscordRest } from "../../src/discord/discord-rest.js";

const QUESTION = { question: "Any intervention?" };

async function isAnswered(discord: FakeDiscord): Promise<void> {
  const reply = await replyTo(discord, sendCommand(discord, "ask", QUESTION));
  expect(textsOf(reply).join()).toContain("no military intervention");
}

describe("the gateway", () => {
  test("a session that has become invalid is begun anew", async () => {
    const { discord } = await runBot();
    await discord.gateway.frame(2);
    discord.gateway.send({ op: 9, d: false });
    await discord.gateway.frame(2);
    await isAnswered(discord);
  });

  test.each([4000, 4001, 4007, 4009, 1001])("close code %i is no end", async (code) => {
    const { discord } = await runBot();
    await discord.gateway.frame(2);
    discord.gateway.close(code);
    const interaction = sendCommand(discord, "ask", QUESTION);
    await Promise.race([discord.gateway.frame(6), discord.gateway.frame(2)]);
    if (code !== 4007 && code !== 4009) await replyTo(discord, interaction);
    await isAnswered(discord);
  });

  test("events that make no sense harm nobody", async () => {
    const { discord, logged } = await runBot();
    for (const data of [null, 5, "x", [], {}, { id: 5 }, { id: "1", type: 99 }, { type: 2, data: null }]) {
      discord.gateway.dispatch("MESSAGE_CREATE", { id: "1", channel_id: "2", author: data });
    }
    await isAnswered(discord);
    expect(logged()).not.toContain("went wrong");
  });
});

describe("the HTTP interface", () => {
  const passing: [string, Omit<Fault, "path">][] = [
    ["a 429 with retry-after", { status: 429, headers: { "retry-after": "0.05" }, times: 1 }],
    ["a 429 without", { status: 429, times: 2 }],
    [
      "a global 429",
      {
        status: 429,
        headers: { "retry-after": "0.05", "x-ratelimit-global": "true", "x-ratelimit-scope": "global" },
        times: 1,
      },
    ],
    [
      "a 429 of a shared resource",
      { status: 429, headers: { "retry-after": "0.05", "x-ratelimit-scope": "shared" }, times: 1 },
    ],
    ["500s", { status: 500, times: 3 }],
    ["a 502", { status: 502, times: 1 }],
    ["a 503 without a body of JSON", { status: 503, body: "<html>", times: 1 }],
  ];

  test.each(passing)("%s loses no answer, nor a mention's", async (_name, fault) => {
    const { discord } = await runBot();
    discord.fail({ path: /callback$/, ...fault });
    const sent = sendCommand(discord, "ask", QUESTION);
    for (let attempt = 0; attempt <= (fault.times ?? 0); attempt += 1) {
      await discord.requests.next("POST", `/interactions/${sent.id}/${sent.token}/callback`);
    }
    discord.fail({ path: /messages$/, ...fault });
    const { channel } = sendMessage(discord, QUESTION.question, { direct: true });
    for (let attempt = 0; attempt <= (fault.times ?? 0); attempt += 1) await messageIn(discord, channel);
    await isAnswered(discord);
  });

  test("a request that gets no answer is given up, and tried again", { timeout: 20_000 }, async () => {
    const { discord } = await runBot();
    discord.fail({ path: /callback$/, status: "hang", times: 1 });
    const sent = sendCommand(discord, "ask", QUESTION);
    await discord.requests.next("POST", `/interactions/${sent.id}/${sent.token}/callback`);
    await isAnswered(discord);
    await discord.requests.next("POST", `/interactions/${sent.id}/${sent.token}/callback`);
  });

  test.each(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED"])(
    "%s is tried again, for nothing was sent",
    async (code) => {
      let attempts = 0;
      const queueRequest = (): Promise<Response> => {
        attempts += 1;
        return attempts < 3
          ? Promise.reject(Object.assign(new Error("x"), { code }))
          : Promise.resolve(new Response());
      };
      await send({ queueRequest } as unknown as DiscordRest, "POST", "/x");
      expect(attempts).toBe(3);
    },
  );

  test("what may have arrived is not sent again", async () => {
    let attempts = 0;
    const queueRequest = (): Promise<Response> => {
      attempts += 1;
      return Promise.reject(Object.assign(new Error("x"), { code: "UND_ERR_SOCKET" }));
    };
    await expect(send({ queueRequest } as unknown as DiscordRest, "POST", "/x")).rejects.toThrow("x");
    expect(attempts).toBe(1);
  });
});

test("one server's outage of answers is told by what is counted, and by nothing that anybody wrote", async () => {
  const served: unknown[] = [];
  const observer = {
    served: (one: unknown) => void served.push(one),
    shards: () => undefined,
    connected: () => undefined,
  };
  const { discord } = await runBot({ observer, limits: { user: { burst: 1, windowMs: 60_000 } } });
  const user = "123456789012345678";
  const ask = () => replyTo(discord, sendCommand(discord, "ask", QUESTION, { user }));
  await ask();
  await ask();
  discord.fail({
    path: /callback$/,
    status: 404,
    body: { message: "Unknown interaction", code: 10062 },
    times: 1,
  });
  const dropped = sendCommand(discord, "ask", QUESTION);
  await discord.requests.next("POST", `/interactions/${dropped.id}/${dropped.token}/callback`);
  await isAnswered(discord);
  expect(served.map((one) => (one as { outcome: string }).outcome).slice(0, 3)).toEqual([
    "answered",
    "refused",
    "dropped",
  ]);
  expect(JSON.stringify(served)).not.toContain("intervention");
});
