const DISCORD_EPOCH_MS = 1_420_070_400_000;
let counter = 0;

/** A new id of Discord's kind: time and a counter, as a decimal string. */
export function snowflake(): string {
  counter += 1;
  return ((BigInt(Date.now() - DISCORD_EPOCH_MS) << 22n) + BigInt(counter)).toString();
}
