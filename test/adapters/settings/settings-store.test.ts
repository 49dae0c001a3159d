import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { createMemorySettings } from "../../../src/adapters/memory/create-memory-settings.js";
import { createSqliteFeedback } from "../../../src/adapters/sqlite/create-sqlite-feedback.js";
import { createSqliteSettings } from "../../../src/adapters/sqlite/create-sqlite-settings.js";
import { MIGRATIONS } from "../../../src/adapters/sqlite/migrations.js";
import { openDatabase } from "../../../src/adapters/sqlite/open-database.js";
import type { ServerSettings } from "../../../src/discord/settings-store.js";
import { describeFeedbackStore, describeSettingsStore } from "./settings-store-contract.js";

const SOME: ServerSettings = { work: "w", edition: "e", privateAnswers: true, mentions: ["1", "2"] };

function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "quoth-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return path.join(folder, "deep", "quoth.sqlite");
}

describeSettingsStore("memory", createMemorySettings);
describeSettingsStore("SQLite in memory", () => createSqliteSettings(openDatabase(":memory:")));
describeSettingsStore("SQLite in a file", () => createSqliteSettings(openDatabase(temporary())));
describeFeedbackStore("SQLite", () => createSqliteFeedback(openDatabase(":memory:")));

describe("the bot's database", () => {
  test("outlives the process, in write-ahead mode, and nothing of a forgotten server is left in it", async () => {
    const file = temporary();
    const database = openDatabase(file);
    expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
    const store = createSqliteSettings(database);
    await store.set("123456789012345678", { ...SOME, work: "a-telling-name" });
    await store.close();
    const again = createSqliteSettings(openDatabase(file));
    expect(await again.get("123456789012345678")).toMatchObject({ work: "a-telling-name" });
    await again.forget("123456789012345678");
    await again.close();
    expect(readFileSync(file).includes("a-telling-name")).toBe(false);
  });

  test("is brought on from every earlier version", () => {
    for (const version of MIGRATIONS.keys()) {
      const file = temporary();
      openDatabase(file).close();
      const old = new Database(`${file}-${version}`);
      for (const statement of MIGRATIONS.slice(0, version)) old.exec(statement);
      old.pragma(`user_version = ${version}`);
      old.close();
      const database = openDatabase(`${file}-${version}`);
      expect(database.pragma("user_version", { simple: true })).toBe(MIGRATIONS.length);
      database.close();
    }
  });

  test("of a newer version, damaged, or out of reach is refused with a remedy", () => {
    const newer = temporary();
    const database = openDatabase(newer);
    database.pragma("user_version = 99");
    database.close();
    const damaged = path.join(path.dirname(newer), "damaged.sqlite");
    writeFileSync(damaged, "this is no database at all, but long enough to look like one".repeat(20));
    for (const file of [newer, damaged, path.join(damaged, "quoth.sqlite")]) {
      expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: "database" }));
    }
  });

  test("a row that cannot be read counts as none", async () => {
    const database = openDatabase(":memory:");
    const store = createSqliteSettings(database);
    database
      .prepare("INSERT INTO server_settings VALUES ('1', 'not json'), ('2', '{\"mentions\": 5}')")
      .run();
    expect(await store.get("1")).toBeUndefined();
    expect(await store.get("2")).toBeUndefined();
  });

  test("has no room for person, place or time in its feedback", () => {
    const database = openDatabase(":memory:");
    const columns = database.prepare("SELECT name FROM pragma_table_info('feedback')").pluck().all();
    expect(columns).toEqual(["number", "question", "reference", "witness", "hash", "verdict"]);
  });
});
