import { once } from "node:events";
import { type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { QuothError } from "../../edition/quoth-error.js";

interface Probes {
  /** Whether the bot is logged in and not being stopped. */
  readonly isReady: () => boolean;
  readonly metrics: () => Promise<string>;
  readonly contentType: string;
}

interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves `/healthz` (the process answers), `/readyz` (the bot can be asked) and `/metrics` over plain HTTP.
 * @throws QuothError `settings` where the port cannot be had.
 */
export async function serveMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  probes: Probes,
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (request.method !== "GET" && request.method !== "HEAD") return reply(response, 405, "GET only\n");
    if (path === "/healthz") return reply(response, 200, "ok\n");
    if (path === "/readyz")
      return probes.isReady() ? reply(response, 200, "ready\n") : reply(response, 503, "not ready\n");
    if (path !== "/metrics") return reply(response, 404, "not found\n");
    probes.metrics().then(
      (text) => reply(response, 200, text, probes.contentType),
      () => reply(response, 500, "the metrics cannot be read\n"),
    );
  });
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (cause) {
    throw new QuothError("settings", `Metrics cannot be served at ${host}:${port}.`, {
      remedy: "Set QUOTH_METRICS_PORT to a free port, or leave it out.",
      cause,
    });
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function reply(
  response: ServerResponse,
  status: number,
  text: string,
  type = "text/plain; charset=utf-8",
): void {
  response.writeHead(status, { "content-type": type });
  response.end(text);
}
