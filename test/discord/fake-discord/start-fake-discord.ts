import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { checkBody } from "./check-body.js";
import { type MessageBody, checkMessage } from "./check-message.js";
import { type FakeGateway, startFakeGateway } from "./fake-gateway.js";
import { type RequestLog, createRequestLog } from "./request-log.js";
import { snowflake } from "./snowflake.js";

/** What is answered instead of the usual to requests whose path matches; "hang" never answers. */
export interface Fault {
  readonly method?: string;
  readonly path: RegExp;
  readonly status: number | "hang";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many requests it befalls; all where left out. */
  times?: number;
}

export interface FakeDiscord {
  /** For QUOTH_DISCORD_API. */
  readonly api: string;
  readonly token: string;
  readonly self: string;
  readonly application: string;
  readonly requests: RequestLog;
  readonly gateway: FakeGateway;
  /** Everything that the bot did and that the real Discord would not accept. */
  readonly violations: readonly string[];
  /** The registered commands as Discord gives them back. */
  commands: readonly Record<string, unknown>[];
  fail(fault: Fault): void;
  /** Asked for a fault before every request is answered, and told how it was answered. */
  onRequest?: (method: string, path: string) => Fault | undefined;
  onAnswered?: (method: string, path: string, status: number | "hang", body: unknown) => void;
  close(): Promise<void>;
}

/** A Discord on loopback, strict where the real one is: HTTP and gateway on one port. */
export async function startFakeDiscord(
  guilds: readonly Record<string, unknown>[] = [],
): Promise<FakeDiscord> {
  const token = "fake.token.of-a-test";
  const user = { id: snowflake(), username: "quoth", discriminator: "0", avatar: null, bot: true };
  const application = snowflake();
  const requests = createRequestLog();
  const violations: string[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = (): string => `ws://127.0.0.1:${port}`;
  const gateway = startFakeGateway({ server, url, token, user, application, guilds });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? "GET";
    const address = new URL(request.url ?? "/", "http://localhost");
    const path = decodeURIComponent(address.pathname).replace(/^\/api\/v10/, "");
    const body = await readBody(request);
    const problems = [...checkBody(method, path, body), ...messagesIn(path, body).flatMap(checkMessage)];
    violations.push(...problems);
    const fault =
      fake.onRequest?.(method, path) ??
      faults.find((each) => (each.method ?? method) === method && each.path.test(path) && each.times !== 0);
    if (fault?.times !== undefined) fault.times -= 1;
    if (!fake.onAnswered) requests.add({ method, path, body, authorization: request.headers.authorization });
    fake.onAnswered?.(method, path, fault?.status ?? (problems.length > 0 ? 400 : 200), body);
    if (fault?.status === "hang") return;
    if (fault)
      return respond(response, fault.status, fault.body ?? { message: "fault", code: 0 }, fault.headers);
    if (problems.length > 0) return respond(response, 400, { message: "Invalid Form Body", code: 50035 });
    const open = path.startsWith("/interactions/") || path.startsWith("/webhooks/");
    if (!open && request.headers.authorization !== `Bot ${token}`) {
      return respond(response, 401, { message: "401: Unauthorized", code: 0 });
    }
    const [status, answer] = answerTo(method, path, body);
    respond(response, status, answer);
  }

  function answerTo(method: string, path: string, body: unknown): [status: number, body?: unknown] {
    if (path === "/gateway/bot") {
      const { shards, maxConcurrency, remaining } = gateway.limits;
      const limit = { total: 1000, remaining, reset_after: 14_400_000, max_concurrency: maxConcurrency };
      return [200, { url: url(), shards, session_start_limit: limit }];
    }
    if (path === "/gateway") return [200, { url: url() }];
    if (path === "/users/@me") return [200, user];
    if (path === "/applications/@me" || path === "/oauth2/applications/@me")
      return [200, { id: application, name: "quoth", bot: user }];
    if (path === `/applications/${application}/commands`) {
      if (method === "PUT") fake.commands = (body as Record<string, unknown>[]).map(asRegistered);
      return [200, fake.commands];
    }
    if (path.endsWith("/callback") || path.endsWith("/typing")) return [204];
    if (path.includes("/messages") || path.startsWith("/webhooks/")) {
      return [
        200,
        { ...(body as object), id: snowflake(), channel_id: snowflake(), author: user, content: "" },
      ];
    }
    return [404, { message: "404: Not Found", code: 0 }];
  }

  /** A definition as Discord gives it back: with ids, version, and defaults spelt out. */
  function asRegistered(command: Record<string, unknown>): Record<string, unknown> {
    const given = { id: snowflake(), application_id: application, version: snowflake(), nsfw: false };
    const defaults = {
      default_member_permissions: null,
      dm_permission: true,
      name_localizations: null,
      description_localizations: null,
    };
    const permissions = command["default_member_permissions"];
    const asText = typeof permissions === "number" ? { default_member_permissions: String(permissions) } : {};
    return { ...given, ...defaults, ...command, ...asText };
  }

  const fake: FakeDiscord = {
    api: `http://127.0.0.1:${port}/api`,
    token,
    self: user.id,
    application,
    requests,
    gateway,
    violations,
    commands: [],
    fail: (fault) => void faults.push(fault),
    async close() {
      gateway.drop();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return fake;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === "" ? undefined : (JSON.parse(text) as unknown);
}

function respond(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(
    status,
    body === undefined ? headers : { "content-type": "application/json", ...headers },
  );
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** The messages in a request's body: the body itself, or the data of an interaction's response of type 4. */
function messagesIn(path: string, body: unknown): MessageBody[] {
  if (path.endsWith("/callback")) {
    const { type, data } = body as { type: number; data: MessageBody };
    return type === 4 ? [data] : [];
  }
  return path.includes("/messages") || path.startsWith("/webhooks/") ? [body as MessageBody] : [];
}
