import { type Client, GatewayDispatchEvents } from "discord.js";

interface Packet {
  readonly t?: string;
  readonly d?: unknown;
}

/** What discord.js itself has to know: who it is, and that a connection is back. */
const NEEDED: ReadonlySet<string> = new Set([GatewayDispatchEvents.Ready, GatewayDispatchEvents.Resumed]);

/**
 * Keeps discord.js from making objects of events, and keeping them: every server, channel, role and user that it
 * hears of. The bot reads events as Discord sends them (`client.ws.on`) and asks for nothing else, so that its memory
 * grows neither with its servers nor with its users, and an incomplete event cannot make discord.js throw.
 *
 * discord.js has no setting for it (its server, channel and role caches cannot be limited), hence the method that it
 * calls private; test/discord/keep-nothing.test.ts tells when that changes.
 */
export function keepNothing(client: Client): void {
  const manager = client.ws as unknown as {
    handlePacket(packet?: Packet, shard?: unknown): boolean;
  };
  const handle = manager.handlePacket.bind(manager);
  manager.handlePacket = (packet, shard) => {
    if (packet?.t === undefined) return handle(packet, shard);
    if (!NEEDED.has(packet.t)) return true;
    const { d } = packet;
    return handle({ ...packet, d: typeof d === "object" ? { ...d, guilds: [] } : d }, shard);
  };
}
