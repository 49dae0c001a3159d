import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/discord/commands.js";
import { sameCommands } from "../../src/discord/same-commands.js";

const wanted = [
  { name: "ask", description: "d", options: [{ type: 3, name: "q", description: "e", required: true }] },
];

describe("sameCommands", () => {
  test.each([
    ["ids and versions", { id: "1", application_id: "2", version: "3", name_localized: "ask" }],
    ["defaults spelt out", { type: 1, nsfw: false, dm_permission: true, default_member_permissions: null }],
    ["nulls and empty fields", { name_localizations: null, description_localizations: {}, contexts: null }],
  ])("%s make no difference", (_name, extra) => {
    expect(sameCommands([{ ...wanted[0], ...extra }], wanted)).toBe(true);
  });

  test("nor does the order of commands and of contexts", () => {
    const shuffled = COMMANDS.map((command) => ({
      ...command,
      contexts: [...(command.contexts ?? [])].reverse(),
    }));
    expect(sameCommands(shuffled.reverse(), COMMANDS)).toBe(true);
  });

  test.each([
    ["a description", [{ ...wanted[0], description: "other" }]],
    ["an option", [{ ...wanted[0], options: [] }]],
    [
      "whether an option is required",
      [{ ...wanted[0], options: [{ type: 3, name: "q", description: "e" }] }],
    ],
    ["a command more", [...wanted, { name: "old", description: "d" }]],
    ["none", []],
  ])("%s does", (_name, registered) => {
    expect(sameCommands(registered, wanted)).toBe(false);
  });
});
