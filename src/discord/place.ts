/** Where a request comes from, and whose it is; ids are Discord's. */
export interface Place {
  readonly user: string;
  readonly channel?: string;
  /** The server; none in direct and group messages. */
  readonly server?: string;
}
