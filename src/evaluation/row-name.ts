/** What decides which questions a row is about. */
export interface RowParts {
  /** The questions file's name, or another one given to it. */
  readonly base: string;
  readonly half?: string | undefined;
  readonly articles?: string | undefined;
  readonly pool?: boolean | undefined;
  readonly sample?: { readonly count: number; readonly seed: number } | undefined;
}

/**
 * The name under which figures are recorded, so that only like is compared with like: "xquad.en", "letter-questions
 * dev", "squad2-dev articles 9-16", "xquad.en sample 300 seed 1".
 */
export function rowName({ base, half, articles, pool, sample }: RowParts): string {
  return [
    base.replace(/^.*[/\\]/, "").replace(/\.jsonl?$/i, ""),
    ...(half === undefined ? [] : [half]),
    ...(articles === undefined ? [] : [`articles ${articles}`]),
    ...(pool ? ["pooled"] : []),
    ...(sample === undefined ? [] : [`sample ${sample.count} seed ${sample.seed}`]),
  ].join(" ");
}
