import type { Fault } from "../discord/fake-discord/start-fake-discord.js";

const ANY = /./;

/** What befalls requests, in shares of a thousand; `isFinal`: Discord will hear no more of it. */
export const HTTP_FAULTS: readonly {
  readonly name: string;
  readonly share: number;
  readonly isFinal: boolean;
  readonly fault: Fault;
}[] = [
  { name: "500", share: 15, isFinal: false, fault: { path: ANY, status: 500 } },
  { name: "502", share: 5, isFinal: false, fault: { path: ANY, status: 502 } },
  {
    name: "429 with retry-after",
    share: 15,
    isFinal: false,
    fault: { path: ANY, status: 429, headers: { "retry-after": "0.02" } },
  },
  { name: "429 without retry-after", share: 5, isFinal: false, fault: { path: ANY, status: 429 } },
  {
    name: "429 global",
    share: 2,
    isFinal: false,
    fault: {
      path: ANY,
      status: 429,
      headers: { "retry-after": "0.1", "x-ratelimit-global": "true", "x-ratelimit-scope": "global" },
    },
  },
  { name: "no answer at all", share: 1, isFinal: false, fault: { path: ANY, status: "hang" } },
  ...[
    [10062, 404, "unknown interaction"],
    [40060, 400, "already acknowledged"],
    [50027, 401, "token expired"],
  ].map(([code, status, message]) => ({
    name: `${code} (${message})`,
    share: 2,
    isFinal: true,
    fault: { path: ANY, status: status as number, body: { message, code } },
  })),
];

/** The fault that a random number stands for; undefined for none. */
export function faultAt(random: number): (typeof HTTP_FAULTS)[number] | undefined {
  let at = random * 1000;
  for (const each of HTTP_FAULTS) {
    at -= each.share;
    if (at < 0) return each;
  }
  return undefined;
}
