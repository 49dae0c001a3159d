import { expect, test } from "vitest";
import { parseShards } from "../../src/discord/parse-shards.js";

test.each([
  ["", "auto"],
  ["auto", "auto"],
  ["2/8", { ids: [2], total: 8 }],
  ["0-3/8", { ids: [0, 1, 2, 3], total: 8 }],
  ["0, 4-5 / 8", { ids: [0, 4, 5], total: 8 }],
])("%j", (text, shards) => expect(parseShards(text)).toEqual(shards));

test.each(["8", "8/8", "3-1/8", "0,0/8", "1/0", "x/8", "-1/8", "0-9999/9999"])("%j is refused", (text) =>
  expect(parseShards(text)).toBeUndefined(),
);
