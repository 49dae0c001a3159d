import { describe, expect, test } from "vitest";
import { parseDiscordSettings } from "../../src/discord/settings.js";

describe("parseDiscordSettings", () => {
  test.each([
    [undefined, "https://discord.com/api"],
    ["", "https://discord.com/api"],
    ["http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api"],
    ["http://localhost:1/api/", "http://localhost:1/api"],
    ["https://discord.com/api/v10", "https://discord.com/api"],
  ])("the address %j means %s", (given, api) => {
    const address = given === undefined ? {} : { QUOTH_DISCORD_API: given };
    expect(parseDiscordSettings({ DISCORD_TOKEN: " t ", ...address })).toMatchObject({ token: "t", api });
  });

  test.each([{}, { DISCORD_TOKEN: "" }, { DISCORD_TOKEN: "  " }, { DISCORD_TOKEN: undefined }])(
    "no token: %j",
    (env) => {
      expect(() => parseDiscordSettings(env)).toThrow(expect.objectContaining({ code: "settings" }));
    },
  );

  test.each(["discord", "ftp://x/api", "//x"])(
    "no address: %s, and the token stays out of the message",
    (address) => {
      try {
        parseDiscordSettings({ DISCORD_TOKEN: "geheim", QUOTH_DISCORD_API: address });
        expect.unreachable();
      } catch (error) {
        expect(error).toMatchObject({ code: "settings" });
        expect(JSON.stringify(error)).not.toContain("geheim");
      }
    },
  );
});
