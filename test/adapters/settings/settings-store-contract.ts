import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FeedbackStore } from "../../../src/discord/feedback-store.js";
import {
  type ServerSettings,
  type SettingsStore,
  serverSettingsSchema,
} from "../../../src/discord/settings-store.js";

const SOME: ServerSettings = { work: "w", edition: "e", privateAnswers: true, mentions: ["1", "2"] };
const OTHER: ServerSettings = { privateAnswers: false, mentions: "nowhere" };

/** What PostgreSQL's text cannot hold is in no name of a work either. */
const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter((one) => !one.includes("\0"));
const channel = fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String);
const settings = fc
  .record(
    {
      work: name,
      edition: name,
      privateAnswers: fc.boolean(),
      mentions: fc.oneof(fc.constantFrom("everywhere", "nowhere"), fc.array(channel, { maxLength: 5 })),
    },
    { requiredKeys: ["privateAnswers", "mentions"] },
  )
  .map((one) => serverSettingsSchema.parse(one));

/** What every store of settings does. `create` gives an empty one each time. */
export function describeSettingsStore(
  kind: string,
  create: () => SettingsStore | Promise<SettingsStore>,
): void {
  describe(`the contract of settings stores: ${kind}`, () => {
    test("keeps, changes and forgets, one server apart from the other", async () => {
      const store = await create();
      expect(await store.get("1")).toBeUndefined();
      await store.set("1", SOME);
      await store.set("2", OTHER);
      expect(await store.get("1")).toEqual(SOME);
      await store.set("1", OTHER);
      expect(await store.get("1")).toEqual(OTHER);
      expect([...(await store.servers())].sort()).toEqual(["1", "2"]);
      await store.forget("1");
      await store.forget("1");
      expect(await store.get("1")).toBeUndefined();
      expect(await store.servers()).toEqual(["2"]);
      await store.close();
    });

    test("what is kept is a copy", async () => {
      const store = await create();
      const mentions = ["1"];
      await store.set("1", { privateAnswers: false, mentions });
      mentions.push("2");
      expect(await store.get("1")).toEqual({ privateAnswers: false, mentions: ["1"] });
      await store.close();
    });

    test("whatever can be chosen comes back as it was", async () => {
      const store = await create();
      await fc.assert(
        fc.asyncProperty(channel, settings, async (server, chosen) => {
          await store.set(server, chosen);
          expect(await store.get(server)).toEqual(chosen);
        }),
        { numRuns: 50 },
      );
      await store.close();
    });

    test("the last of several at once holds, whole", async () => {
      const store = await create();
      await Promise.all(Array.from({ length: 20 }, (_, at) => store.set("1", at % 2 === 0 ? SOME : OTHER)));
      const kept = await store.get("1");
      expect([SOME, OTHER]).toContainEqual(kept);
      expect(await store.servers()).toEqual(["1"]);
      await store.close();
    });
  });
}

/** What every store of feedback does. */
export function describeFeedbackStore(
  kind: string,
  create: () => FeedbackStore | Promise<FeedbackStore>,
): void {
  test(`the contract of feedback stores: ${kind}: keeps what it is given, oldest first`, async () => {
    const store = await create();
    const feedback = {
      question: "q ' \0 “” 🂡",
      reference: "w:1.1",
      witness: "e",
      hash: "h",
      verdict: "not-what-was-asked",
    } as const;
    await store.keep(feedback);
    await store.keep({ ...feedback, question: "r" });
    const kept = await store.all();
    expect(kept.map(({ question }) => question.replaceAll("\0", ""))).toEqual(["q '  “” 🂡", "r"]);
    expect(kept[1]).toEqual({ ...feedback, question: "r" });
  });
}
