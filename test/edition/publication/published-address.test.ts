import fc from "fast-check";
import { expect, it } from "vitest";
import { fileName } from "../../../src/edition/publication/file-name.js";
import { layOutPages, PASSAGES_ON_A_PAGE } from "../../../src/edition/publication/lay-out-pages.js";
import { publishedAddress } from "../../../src/edition/publication/published-address.js";
import type { Passage } from "../../../src/edition/passage.js";
import { plainWork } from "../../render/html/works.js";

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Paragraph ${at + 1} says so.`).join("\n\n");

it("divides ten thousand paragraphs by their numbers, so that an address outlives additions", () => {
  const work = { ...plainWork([paragraphs(10_000)]), published: "https://site.example/" };
  const [witness] = work.witnesses;
  const { pages } = layOutPages(witness);
  expect(pages.length).toBe(10_000 / PASSAGES_ON_A_PAGE);
  expect(pages.every(({ passages }) => passages.length === PASSAGES_ON_A_PAGE)).toBe(true);
  const address = (path: string): string | undefined =>
    publishedAddress(work, witness, path.split(".")[0]!, path);
  expect(address("3.1")).toBe("https://site.example/letter/#3.1");
  expect(address("3.1-2")).toBe("https://site.example/letter/#3.1");
  expect(address("200")).toBe("https://site.example/letter/#200");
  expect(address("9999.1")).toBe("https://site.example/letter/9801.html#9999.1");
  expect(address("10001")).toBeUndefined();
  const [longer] = plainWork([paragraphs(10_050)]).witnesses;
  expect(layOutPages(longer).pageOf.get("9999")?.name).toBe("9801");
});

it("divides a longer work by its divisions, whatever their depth, and a short one not at all", () => {
  const [witness] = plainWork([paragraphs(600)]).witnesses;
  const divided = (count: number) => {
    const passages = witness.passages.slice(0, count).map((passage, at): Passage => {
      const division = [String(1 + Math.floor(at / 300)), String(1 + Math.floor((at % 300) / 100))];
      return { ...passage, division, path: [...division, at].join(".") };
    });
    return layOutPages({ ...witness, passages });
  };
  expect(divided(150).pages.map(({ name }) => name)).toEqual([""]);
  expect(divided(600).pages.map(({ name }) => name)).toEqual(["", "1.1", "1.2", "1.3", "2.1", "2.2", "2.3"]);
  const { division: _, ...bare } = witness.passages[0] as Passage & { division?: readonly string[] };
  const deep = layOutPages({ ...witness, passages: [{ ...bare, path: "3.1.56" }] });
  expect(deep.pageOf.get("3.1.56")?.name).toBe("");
});

it("names the page of every passage, and every passage once", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("text", "note", "heading", "metadata"), fc.nat(3)), {
        maxLength: 700,
      }),
      (kinds) => {
        const [witness] = plainWork(["Words."]).witnesses;
        const passages = kinds.map(([layer, act], at): Passage => ({
          ...witness.passages[0]!,
          layer: layer,
          path: layer === "text" ? String(at + 1) : `${layer}.${at}`,
          ...(act === 0 ? {} : { division: [String(act)] }),
        }));
        const { pages, pageOf } = layOutPages({ ...witness, passages });
        expect(pages.flatMap((page) => page.passages).length).toBe(passages.length);
        for (const passage of passages) expect(pageOf.get(passage.path)?.passages).toContain(passage);
        for (const page of pages)
          expect(page.passages.filter(({ layer }) => layer === "text").length).toBeLessThanOrEqual(
            kinds.some(([layer, act]) => layer === "text" && act > 0) ? 200 : 200,
          );
      },
    ),
    { numRuns: 40 },
  );
});

it("gives different names to different ids, and only such as every file system takes", () => {
  const id = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(id, id, (one, other) => {
      expect(fileName(one)).toMatch(/^[A-Za-z0-9_~-]([A-Za-z0-9_.~-]*[A-Za-z0-9_~-])?$/);
      expect(fileName(one).length).toBeLessThanOrEqual(120);
      if (one !== other) expect(fileName(one)).not.toBe(fileName(other));
    }),
  );
  expect(fileName("jfk-1961-04-18")).toBe("jfk-1961-04-18");
  expect(fileName("index.html")).toBe("index~2e~html");
});
