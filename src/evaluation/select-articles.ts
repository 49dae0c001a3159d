import { QuothError } from "../edition/quoth-error.js";
import { type SquadArticle, withoutShared } from "./squad.js";

export interface Selection {
  /** Articles sorted by title, from 1, both ends included; all unless given. */
  readonly range?: { readonly first: number; readonly last: number } | undefined;
  /** Whether the paragraphs of the other articles are searched all the same. */
  readonly pool: boolean;
  /** Articles whose paragraphs are left out. */
  readonly without: readonly SquadArticle[];
}

/**
 * The articles to search, and the ids of the questions to ask.
 * @throws QuothError `usage` for articles that the file does not have.
 */
export function selectArticles(
  all: readonly SquadArticle[],
  { range = { first: 1, last: all.length }, pool, without }: Selection,
): { readonly kept: readonly SquadArticle[]; readonly asked: ReadonlySet<string> } {
  const { first, last } = range;
  if (first < 1 || first > last || last > all.length) {
    throw new QuothError("usage", `There are no articles ${first}-${last}.`, {
      remedy: `The file has ${all.length}: give two numbers from 1 to ${all.length}.`,
    });
  }
  const wanted = withoutShared(all.slice(first - 1, last), without);
  return {
    kept: pool ? withoutShared(all, without) : wanted,
    asked: new Set(
      wanted.flatMap(({ paragraphs }) => paragraphs.flatMap(({ qas }) => qas.map(({ id }) => id))),
    ),
  };
}
