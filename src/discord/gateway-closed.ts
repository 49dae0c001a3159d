/** The gateway closed with a code after which reconnecting is of no use. */
export class GatewayClosed extends Error {
  override readonly name = "GatewayClosed";

  constructor(readonly code: number) {
    super(`gateway close ${code}`);
  }
}
