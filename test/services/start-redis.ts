import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./free-port.js";
import { type ServiceProcess, runService } from "./service-process.js";
import { PASSWORD } from "./start-postgres.js";

interface ThrowAwayRedis extends ServiceProcess {
  readonly port: number;
  readonly url: string;
  remove(): Promise<void>;
}

/** Redis on loopback, which keeps nothing. */
export async function startRedis(): Promise<ThrowAwayRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), "quoth-redis-"));
  const port = await freePort();
  const service = await runService({
    command: "redis-server",
    args: [
      "--port",
      String(port),
      "--bind",
      "127.0.0.1",
      "--dir",
      folder,
      "--save",
      "",
      "--requirepass",
      PASSWORD,
    ],
    ready: /Ready to accept connections/,
  }).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw new Error("Redis cannot be started. On Debian: apt-get install redis-server", { cause: error });
  });
  return {
    ...service,
    port,
    url: `redis://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    async remove() {
      await service.stop("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
