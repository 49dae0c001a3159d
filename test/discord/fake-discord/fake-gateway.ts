import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { type ShardSession, createShardSession } from "./shard-session.js";

interface Frame {
  readonly op: number;
  readonly d: unknown;
}

/** What GET /gateway/bot says of the bot: how many connections it shall have, and how many it may begin. */
interface SessionLimits {
  shards: number;
  /** Connections of one remainder of this number may begin five seconds apart. */
  maxConcurrency: number;
  remaining: number;
}

export interface FakeGateway {
  /** What the bot sent, in order. */
  readonly frames: readonly Frame[];
  /** The shards that have identified, in order, again where they did so again. */
  readonly identified: readonly (readonly [id: number, total: number])[];
  readonly limits: SessionLimits;
  /** Sends an event to the shard of its server, or keeps it for a resumed session where no connection is open. */
  dispatch(type: string, data: unknown): void;
  /** Breaks the connection of a shard, or of all, without a closing handshake. */
  drop(shard?: number): void;
  close(code: number, shard?: number): void;
  send(frame: Frame & { s?: number | null; t?: string | null }, shard?: number): void;
  /** The next frame with this op code that nobody has awaited yet. */
  frame(op: number): Promise<Frame>;
  /** Answers identify by closing with this code instead of READY; "silence" never even says hello. */
  misbehave: number | "silence" | undefined;
}

interface Options {
  readonly server: Server;
  readonly url: () => string;
  readonly token: string;
  readonly user: Readonly<Record<string, unknown>>;
  readonly application: string;
  readonly guilds: readonly Readonly<Record<string, unknown>>[];
}

const HEARTBEAT_INTERVAL_MS = 45_000;
/** A little less than the five seconds that Discord asks for: clocks start at either end of the line. */
const IDENTIFY_INTERVAL_MS = 4_900;

/** The gateway's side: hello, identify, ready, heartbeats, events with sequence numbers, resume with replay; for any number of shards. */
export function startFakeGateway(options: Options): FakeGateway {
  const sockets = new WebSocketServer({ server: options.server });
  const frames: Frame[] = [];
  const claimed = new Set<Frame>();
  const waiting: { op: number; resolve: (frame: Frame) => void }[] = [];
  const identified: (readonly [number, number])[] = [];
  const lastIdentify = new Map<number, number>();
  const shards = new Map<number, ShardSession>();
  let total = 1;

  const shardAt = (id: number): ShardSession => {
    const session = shards.get(id) ?? createShardSession();
    shards.set(id, session);
    return session;
  };

  const shardOf = (server: string): number => Number((BigInt(server) >> 22n) % BigInt(total));

  function identify(connection: WebSocket, d: Record<string, unknown>): void {
    if (typeof gateway.misbehave === "number") return connection.close(gateway.misbehave);
    if (d["token"] !== options.token) return connection.close(4004);
    const shard = (d["shard"] ?? [0, 1]) as readonly [number, number];
    const [id] = shard;
    const bucket = id % gateway.limits.maxConcurrency;
    const now = performance.now();
    if (now - (lastIdentify.get(bucket) ?? -Infinity) < IDENTIFY_INTERVAL_MS) {
      return connection.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
    }
    lastIdentify.set(bucket, now);
    total = shard[1];
    identified.push(shard);
    const session = shardAt(id);
    session.begin(connection);
    const own = options.guilds.filter((guild) => shardOf(String(guild["id"])) === id);
    session.dispatch("READY", {
      v: 10,
      user: options.user,
      guilds: own.map((guild) => ({ id: guild["id"], unavailable: true })),
      session_id: session.id(),
      resume_gateway_url: options.url(),
      shard,
      application: { id: options.application, flags: 0 },
    });
    for (const guild of own) session.dispatch("GUILD_CREATE", guild);
  }

  function resume(connection: WebSocket, d: Record<string, unknown>): void {
    const session = [...shards.values()].find((one) => one.id() === d["session_id"]);
    if (!session) return connection.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
    session.resume(connection, Number(d["seq"]));
  }

  function receive(connection: WebSocket, frame: Frame): void {
    frames.push(frame);
    if (frame.op === 1) connection.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
    if (frame.op === 2) identify(connection, frame.d as Record<string, unknown>);
    if (frame.op === 6) resume(connection, frame.d as Record<string, unknown>);
    const index = waiting.findIndex(({ op }) => op === frame.op);
    if (index < 0) return;
    claimed.add(frame);
    waiting.splice(index, 1)[0]?.resolve(frame);
  }

  sockets.on("connection", (connection) => {
    connection.on("message", (data: Buffer) => receive(connection, JSON.parse(data.toString()) as Frame));
    connection.on("error", () => undefined);
    if (gateway.misbehave !== "silence") {
      const d = { heartbeat_interval: HEARTBEAT_INTERVAL_MS };
      connection.send(JSON.stringify({ op: 10, d, s: null, t: null }));
    }
  });

  const gateway: FakeGateway = {
    frames,
    identified,
    limits: { shards: 1, maxConcurrency: 1, remaining: 999 },
    dispatch(type, data) {
      const { guild_id: server, id } = (data ?? {}) as { guild_id?: string; id?: string };
      const place = server ?? (type.startsWith("GUILD_") ? id : undefined);
      shardAt(place === undefined || total === 1 ? 0 : shardOf(place)).dispatch(type, data);
    },
    send: (frame, shard = 0) => shardAt(shard).send(frame),
    drop(shard) {
      if (shard !== undefined) return shardAt(shard).drop();
      for (const connection of sockets.clients) connection.terminate();
    },
    close: (code, shard = 0) => shardAt(shard).close(code),
    frame(op) {
      const found = frames.find((frame) => frame.op === op && !claimed.has(frame));
      if (!found) return new Promise((resolve) => waiting.push({ op, resolve }));
      claimed.add(found);
      return Promise.resolve(found);
    },
    misbehave: undefined,
  };
  return gateway;
}
