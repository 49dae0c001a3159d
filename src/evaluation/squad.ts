import { z } from "zod";
import { QuothError } from "../edition/quoth-error.js";

const answers = z.array(z.object({ text: z.string(), answer_start: z.number().int().nonnegative() }));

/** SQuAD's format, v1.1 and v2.0 (Rajpurkar et al. 2016, 2018). */
const squadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.string(),
              question: z.string(),
              answers,
              is_impossible: z.boolean().optional(),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type SquadArticle = Readonly<z.infer<typeof squadSchema>["data"][number]>;

/**
 * The articles of a SQuAD file, sorted by title (so that "articles 9–16" are the same in every copy).
 * @throws QuothError `usage` where the file is none.
 */
export function parseSquad(text: string, file: string): readonly SquadArticle[] {
  try {
    const { data } = squadSchema.parse(JSON.parse(text));
    return data.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  } catch (cause) {
    throw new QuothError("usage", `${file} is no file in SQuAD's format.`, {
      remedy: "Give a SQuAD file (v1.1 or v2.0, .json) or questions in quoth's own format (.jsonl).",
      cause,
    });
  }
}

/** The articles without the paragraphs that `others` have, too, white space aside; articles left empty go. */
export function withoutShared(
  articles: readonly SquadArticle[],
  others: readonly SquadArticle[],
): readonly SquadArticle[] {
  const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
  const shared = new Set(others.flatMap(({ paragraphs }) => paragraphs.map(({ context }) => plain(context))));
  return articles
    .map(({ title, paragraphs }) => ({
      title,
      paragraphs: paragraphs.filter(({ context }) => !shared.has(plain(context))),
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}
