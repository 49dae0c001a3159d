import { expect, test } from "vitest";
import { sameWord } from "../../../src/edition/verification/same-word.js";

test.each(
  "honour:honor honourable:honorable neighbours:neighbors endeavours:endeavors centre:center theatres:theaters defence:defense organise:organize organisation:organization analysed:analyzed travelled:traveled counsellor:counselor focussed:focused judgement:judgment acknowledgement:acknowledgment programme:program grey:gray encyclopaedia:encyclopedia foetus:fetus régime:regime towards:toward fulfil:fulfill ceasefire:cease-fire skilful:skillful likeable:likable recognise:recognize favour:favor labour:labor".split(
    " ",
  ),
)("%s is one word", (pair) => {
  const [left = "", right = ""] = pair.split(":");
  expect(sameWord(left, right)).toBe(true);
});

test.each(
  "four:for mourning:morning filled:filed advice:advise prise:prize story:storey upon:on course:corse tourist:torist fourth:forth rational:national bellied:belied willing:wiling source:sorce refugee:refugees".split(
    " ",
  ),
)("%s are two", (pair) => {
  const [left = "", right = ""] = pair.split(":");
  expect(sameWord(left, right)).toBe(false);
});
