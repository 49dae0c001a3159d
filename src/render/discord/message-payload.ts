/** Discord's limits for one message. Lengths are counted in UTF-16 units, which is never fewer than Discord counts. */
export const MESSAGE_LIMITS = { text: 4000, components: 40, content: 2000, buttonsInRow: 5 } as const;

const IS_COMPONENTS_V2 = 1 << 15;

/** In every message: nobody is pinged, whatever a source or a question holds. */
export const NO_PINGS = Object.freeze({ parse: [] as never[], replied_user: false });

export interface TextDisplay {
  readonly type: 10;
  readonly content: string;
  /** Where a later press of a button has to find this text again. */
  readonly id?: number;
}

/** A grey button that comes back as an interaction with its `custom_id` (at most 100 characters). */
export interface Button {
  readonly type: 2;
  readonly style: 2;
  readonly label: string;
  readonly custom_id: string;
}

export interface ActionRow {
  readonly type: 1;
  readonly components: readonly Button[];
}

export interface Container {
  readonly type: 17;
  readonly accent_color?: number;
  readonly components: readonly (TextDisplay | ActionRow)[];
}

/** The body of one message as Discord's HTTP API takes it: components (version 2) or plain content, never both. */
export type MessagePayload = Readonly<{
  allowed_mentions: typeof NO_PINGS;
  flags?: number;
  components?: readonly (Container | TextDisplay | ActionRow)[];
  content?: string;
}>;

export function textDisplay(content: string): TextDisplay {
  return { type: 10, content };
}

/** Buttons in rows of at most five. */
export function actionRows(buttons: readonly Button[]): readonly ActionRow[] {
  const size = MESSAGE_LIMITS.buttonsInRow;
  return Array.from({ length: Math.ceil(buttons.length / size) }, (_, row) => ({
    type: 1,
    components: buttons.slice(row * size, (row + 1) * size),
  }));
}

export function componentsMessage(components: NonNullable<MessagePayload["components"]>): MessagePayload {
  return { flags: IS_COMPONENTS_V2, components, allowed_mentions: NO_PINGS };
}
