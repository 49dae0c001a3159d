import { describe, expect, it } from "vitest";
import {
  apaDate,
  chicagoDate,
  isoDate,
  mlaDate,
  parseDate,
} from "../../../src/edition/citation/citation-date.js";

describe("dates", () => {
  it.each([
    ["1961-04-18", "April 18, 1961", "18 Apr. 1961", "1961, April 18", "1961-04-18"],
    ["1888-09", "September 1888", "Sept. 1888", "1888, September", "1888-09"],
    ["1859", "1859", "1859", "1859", "1859"],
    ["2000-02-29", "February 29, 2000", "29 Feb. 2000", "2000, February 29", "2000-02-29"],
    ["ca. 380 BC", "ca. 380 BC", "ca. 380 BC", "ca. 380 BC", undefined],
    ["1961-13-01", "1961-13-01", "1961-13-01", "1961-13-01", undefined],
    ["1900-02-29", "1900-02-29", "1900-02-29", "1900-02-29", undefined],
    ["spring 1848", "spring 1848", "spring 1848", "spring 1848", undefined],
  ])("%s", (given, chicago, mla, apa, iso) => {
    const date = parseDate(given);
    expect([chicagoDate(date), mlaDate(date), apaDate(date), isoDate(date)]).toEqual([
      chicago,
      mla,
      apa,
      iso,
    ]);
  });

  it("is n.d. in APA where there is none", () => {
    expect(apaDate(undefined)).toBe("n.d.");
  });
});
