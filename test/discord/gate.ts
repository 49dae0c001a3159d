interface Gate {
  readonly passed: Promise<void>;
  open(): void;
}

/** A promise that a test resolves when it wants what waits for it to go on. */
export function createGate(): Gate {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open: () => open() };
}
