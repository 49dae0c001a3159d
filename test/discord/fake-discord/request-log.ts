/** A request that the bot made, without base and version. */
interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly authorization: string | undefined;
}

export interface RequestLog {
  readonly all: readonly RecordedRequest[];
  add(request: RecordedRequest): void;
  /** The first request that matches and that nobody has awaited yet, past or to come. */
  next(method: string, path: RegExp | string): Promise<RecordedRequest>;
}

export function createRequestLog(): RequestLog {
  const all: RecordedRequest[] = [];
  const claimed = new Set<RecordedRequest>();
  const waiting: {
    matches: (request: RecordedRequest) => boolean;
    resolve: (request: RecordedRequest) => void;
  }[] = [];
  return {
    all,
    add(request) {
      all.push(request);
      const index = waiting.findIndex(({ matches }) => matches(request));
      if (index < 0) return;
      claimed.add(request);
      waiting.splice(index, 1)[0]?.resolve(request);
    },
    next(method, path) {
      const matches = (request: RecordedRequest): boolean =>
        request.method === method &&
        (typeof path === "string" ? request.path === path : path.test(request.path));
      const found = all.find((request) => matches(request) && !claimed.has(request));
      if (!found) return new Promise((resolve) => waiting.push({ matches, resolve }));
      claimed.add(found);
      return Promise.resolve(found);
    },
  };
}
