import { selectOne } from "css-select";
import type { ChildNode, Document, Element } from "domhandler";
import type { SourceDescription } from "../../import/describe-source.js";
import { textOf } from "./element-tree.js";
import { parsePage } from "./parse-page.js";

const AUTHOR = ["citation_author", "author", "dc.creator", "DC.creator", "article:author"];
const DATE = ["citation_publication_date", "dc.date", "DC.date", "article:published_time", "date"];

/** What a page says of itself: its heading before its title, which names the site, too. */
export function describePage(source: string): SourceDescription {
  const { document } = parsePage("the page", source);
  const one = (selector: string): Element | null =>
    selectOne<ChildNode | Document, Element>(selector, document);
  const words = (selector: string): string | undefined => {
    const found = one(selector);
    const text = found ? textOf(found).replace(/\s+/g, " ").trim() : "";
    return text === "" ? undefined : text;
  };
  const meta = (names: readonly string[]): string | undefined =>
    names
      .map((name) =>
        (one(`meta[name="${name}"]`) ?? one(`meta[property="${name}"]`))?.attribs["content"]?.trim(),
      )
      .find((content) => content !== undefined && content !== "");
  const title = words("article h1") ?? words("main h1") ?? words("h1") ?? words("title");
  const author =
    meta(AUTHOR) ?? words("article [rel=author]") ?? words("article .byline") ?? words(".author");
  const date = meta(DATE) ?? one("article time[datetime]")?.attribs["datetime"];
  const language = one("html[lang]")?.attribs["lang"]?.trim();
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author: author.replace(/^by\s+/i, "") }),
    ...(date === undefined ? {} : { date: date.slice(0, 10) }),
    ...(language === undefined || language === "" ? {} : { language: language.split("-")[0] ?? language }),
  };
}
