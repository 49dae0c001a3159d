import { describe, expect, it } from "vitest";
import { readQuestion } from "../../src/retrieval/question.js";
import { compareWording, type Wording } from "../../src/retrieval/wording.js";

const AGREED: Wording = { deniedAlone: 0, namesLacking: 0, numbersLacking: 0, kindLacking: 0 };

describe("compareWording", () => {
  it.each<[string, string, Partial<Wording>]>([
    ["Which treaty was signed at Ghent?", "The treaty was signed at Ghent.", {}],
    ["What did the senate not approve?", "The senate approved the loan.", { deniedAlone: 1 }],
    ["What did the senate refuse to approve?", "The senate did not approve the loan.", {}],
    ["Why did it never snow in Paris?", "It snowed in Paris.", { deniedAlone: 1 }],
    ["What did the duke of Milan build?", "The duke built a tower.", { namesLacking: 1 }],
    ["What was built in 1871?", "The tower was built in 1872.", { numbersLacking: 1 }],
    ["What cost 1,000 pounds?", "The bell cost 1000 pounds.", {}],
    ["How many ships came?", "Many ships came.", { kindLacking: 1 }],
    ["How many ships came?", "Forty ships came.", {}],
    ["How many of the 12 ships came?", "Of the 12 ships some came.", { kindLacking: 1 }],
    ["When did the ships come?", "The ships came with tea.", { kindLacking: 1 }],
    ["When did the ships come?", "The ships came last March.", {}],
    ["In which year did they come?", "They came in 1773.", {}],
    ["Who built the tower?", "The tower was built of stone.", { kindLacking: 1 }],
    ["Who built the tower?", "The tower was built by Brunel.", {}],
    ["Where was it built?", "It was built of stone.", { kindLacking: 1 }],
    ["", "", {}],
  ])("%s — %s", (question, sentence, differs) =>
    expect(compareWording(readQuestion(question, []), sentence)).toEqual({ ...AGREED, ...differs }),
  );
});
