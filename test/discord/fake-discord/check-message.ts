/** A message body as the bot sends it, as far as the rules below look into it. */
export interface MessageBody {
  readonly content?: string | undefined;
  readonly flags?: number;
  readonly components?: readonly Component[] | undefined;
  readonly allowed_mentions?: { readonly parse?: readonly unknown[]; readonly replied_user?: boolean };
  readonly message_reference?: { readonly message_id: string; readonly fail_if_not_exists?: boolean };
}

export interface Component {
  readonly type: number;
  readonly id?: number | undefined;
  readonly custom_id?: string | undefined;
  readonly label?: string | undefined;
  readonly content?: string | undefined;
  readonly components?: readonly Component[] | undefined;
}

const IS_COMPONENTS_V2 = 1 << 15;

/** Rules that Discord enforces beyond its OpenAPI description, and quoth's own: never more than the limits, never a ping. */
export function checkMessage(body: MessageBody): readonly string[] {
  const wrong: string[] = [];
  const all = flatten(body.components ?? []);
  const text = all.reduce((sum, { content = "" }) => sum + content.length, 0);
  const isV2 = ((body.flags ?? 0) & IS_COMPONENTS_V2) !== 0;
  if (text > 4000) wrong.push(`${text} characters in components`);
  if (all.length > 40) wrong.push(`${all.length} components`);
  if ((body.content ?? "").length > 2000) wrong.push(`${body.content?.length} characters of content`);
  if (isV2 && body.content !== undefined) wrong.push("content beside components of version 2");
  if (!isV2 && all.length > 0) wrong.push("components of version 2 without the flag");
  if (all.length === 0 && (body.content ?? "").trim() === "") wrong.push("an empty message");
  if (all.some(({ type, content = "" }) => type === 10 && content.trim() === ""))
    wrong.push("an empty text display");
  const customIds = all.flatMap(({ custom_id }) => custom_id ?? []);
  if (new Set(customIds).size < customIds.length) wrong.push("a custom id twice");
  if (customIds.some((id) => id.length > 100)) wrong.push("a custom id of more than 100 characters");
  const ids = all.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size < ids.length) wrong.push("a component id twice");
  if (all.some(({ type, components = [] }) => type === 1 && (components.length < 1 || components.length > 5)))
    wrong.push("a row without buttons, or with more than five");
  const mentions = body.allowed_mentions;
  if (mentions?.parse?.length !== 0 || mentions.replied_user !== false) wrong.push("a message that may ping");
  return wrong;
}

function flatten(components: readonly Component[]): readonly Component[] {
  return components.flatMap((component) => [component, ...flatten(component.components ?? [])]);
}
