import { once } from "node:events";
import { type AddressInfo, type Server, type Socket, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createPostgresFeedback } from "../../src/adapters/postgres/create-postgres-feedback.js";
import { createPostgresSettings } from "../../src/adapters/postgres/create-postgres-settings.js";
import { type OpenedPostgres, openPostgres } from "../../src/adapters/postgres/open-postgres.js";
import { POSTGRES_MIGRATIONS } from "../../src/adapters/postgres/postgres-migrations.js";
import { QuothError } from "../../src/edition/quoth-error.js";
import {
  describeFeedbackStore,
  describeSettingsStore,
} from "../adapters/settings/settings-store-contract.js";
import { freePort } from "./free-port.js";
import { PASSWORD, asked, startPostgres } from "./start-postgres.js";

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.remove());

const SOME = { privateAnswers: true, mentions: "nowhere" } as const;

async function opened(url: string): Promise<OpenedPostgres> {
  const one = await openPostgres(url, () => undefined);
  onTestFinished(() => one.close());
  return one;
}

describeSettingsStore("PostgreSQL", async () =>
  createPostgresSettings(await opened(await postgres.database())),
);
describeFeedbackStore("PostgreSQL", async () =>
  createPostgresFeedback(await opened(await postgres.database())),
);

describe("the form of the database", () => {
  test("is made once where several processes start at the same time on an empty one", async () => {
    const url = await postgres.database();
    const all = await Promise.all(Array.from({ length: 8 }, () => opened(url)));
    await createPostgresSettings(all[0]!).set("1", SOME);
    expect(await createPostgresSettings(all[7]!).get("1")).toEqual(SOME);
    expect(await asked(url, "SELECT version FROM quoth.version")).toEqual([
      { version: POSTGRES_MIGRATIONS.length },
    ]);
  });

  test("is brought on from every earlier version, and left alone where it is the newest", async () => {
    for (const version of POSTGRES_MIGRATIONS.keys()) {
      const url = await postgres.database();
      const statements = ["CREATE SCHEMA quoth", "CREATE TABLE quoth.version (version integer NOT NULL)"];
      const earlier = POSTGRES_MIGRATIONS.slice(0, version);
      await asked(
        url,
        [...statements, ...earlier, `INSERT INTO quoth.version VALUES (${version})`].join(";"),
      );
      await opened(url);
      await opened(url);
      expect(await asked(url, "SELECT version FROM quoth.version")).toEqual([
        { version: POSTGRES_MIGRATIONS.length },
      ]);
    }
  });

  test("of a newer version of quoth is refused", async () => {
    const url = await postgres.database();
    await (await openPostgres(url, () => undefined)).close();
    await asked(url, "UPDATE quoth.version SET version = 99");
    expect(await refusalOf(url)).toMatch(/newer version of quoth\. Update quoth/);
  });

  test("is all in a schema of its own, and holds no more than it says", async () => {
    const url = await postgres.database();
    await opened(url);
    const columns = await asked(
      url,
      "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'quoth' ORDER BY table_name, ordinal_position",
    );
    expect(columns.map(({ name }) => name)).toEqual([
      "feedback.number",
      "feedback.question",
      "feedback.reference",
      "feedback.witness",
      "feedback.hash",
      "feedback.verdict",
      "server_settings.server",
      "server_settings.settings",
      "version.version",
    ]);
  });

  test("a row that cannot be read counts as none", async () => {
    const url = await postgres.database();
    const store = createPostgresSettings(await opened(url));
    await asked(url, `INSERT INTO quoth.server_settings VALUES ('1', '5'), ('2', '{"mentions": 5}')`);
    expect(await store.get("1")).toBeUndefined();
    expect(await store.get("2")).toBeUndefined();
  });

  test("does for a user who may use the schema and not make one", async () => {
    const url = await postgres.database();
    await asked(url, "CREATE ROLE reader LOGIN PASSWORD 'reader'; CREATE SCHEMA quoth AUTHORIZATION reader");
    const store = createPostgresSettings(await opened(url.replace(/\/\/.*@/, "//reader:reader@")));
    await store.set("1", SOME);
    expect(await store.get("1")).toEqual(SOME);
  });
});

describe("what is refused at the start, with a remedy and without a secret", () => {
  test("a wrong password, a user who is none, none at all", async () => {
    const url = await postgres.database();
    expect(await refusalOf(url.replace(/:[^:@]+@/, ":falsch@"))).toMatch(/does not accept.*Check user/);
    expect(await refusalOf(url.replace("quoth:", "nobody:"))).toMatch(/does not accept.*Check user/);
    expect(await refusalOf(url.replace(/:[^:@]+@/, "@"))).toMatch(/asks for a password/);
  });

  test("no such database, nobody there, no such host, a server without TLS", async () => {
    const url = await postgres.database();
    expect(await refusalOf(`${url}x`)).toMatch(/no database of that name.*CREATE DATABASE/);
    expect(await refusalOf(url.replace(/:\d+\//, `:${await freePort()}/`))).toMatch(
      /ECONNREFUSED.*Check host/,
    );
    expect(await refusalOf(url.replace("127.0.0.1", "nowhere.invalid"))).toMatch(/cannot be reached \(E/);
    expect(await refusalOf(`${url}?sslmode=require`)).toMatch(/TLS.*sslmode/);
  });

  test("a user without the right to make a schema", async () => {
    const url = await postgres.database();
    await asked(url, "CREATE ROLE poor LOGIN PASSWORD 'poor'");
    expect(await refusalOf(url.replace(/\/\/.*@/, "//poor:poor@"))).toMatch(/does not allow.*GRANT CREATE/);
  });

  test("what takes the connection and says nothing, and what is no database at all", async () => {
    for (const answer of [undefined, "HTTP/1.1 400 Bad Request\r\n\r\n"]) {
      const sockets: Socket[] = [];
      const server: Server = createServer((socket) => {
        sockets.push(socket);
        if (answer !== undefined) socket.end(answer);
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      expect(await refusalOf(`postgres://a:b@127.0.0.1:${port}/c`)).toMatch(/Check host and port/);
      for (const socket of sockets) socket.destroy();
      server.close();
    }
  });
});

test("a server that goes away and comes back: what fails says so, what comes later is served", async () => {
  const own = await startPostgres();
  onTestFinished(() => own.remove());
  const url = await own.database();
  const troubles: Error[] = [];
  const one = await openPostgres(url, (error) => void troubles.push(error));
  const store = createPostgresSettings(one);
  await store.set("1", SOME);
  await own.stop("SIGINT");
  await expect(store.get("1")).rejects.toMatchObject({ code: "database" });
  const told = await store.set("1", SOME).catch((error: unknown) => error);
  expect(JSON.stringify([(told as QuothError).message, (told as QuothError).remedy])).not.toMatch(
    /127|quoth|geheim/,
  );
  await own.start();
  expect(await store.get("1")).toEqual(SOME);
  expect(JSON.stringify(troubles.map(({ message }) => message))).not.toContain("geheim");
  // A server that is stuck does not keep the bot from ending.
  own.freeze();
  await store.close();
  own.thaw();
});

/** Message and remedy of what opening throws; fails where a secret is in them. */
async function refusalOf(url: string): Promise<string> {
  const error = await openPostgres(url, () => undefined).then(
    () => new Error("it was opened"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof QuothError)) throw error;
  expect(error.code).toBe("database");
  const whole = `${error.message} ${error.remedy} ${JSON.stringify(error.data)} ${String(error.cause)}`;
  for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), "falsch", "poor:"])
    expect(whole).not.toContain(secret);
  return whole;
}
