import { readFile } from "node:fs/promises";
import { parseDocument, YAMLSeq } from "yaml";
import type { ProposedWitness } from "../../edition/import/propose-declaration.js";
import type { ImportPlan, ImportWishes, PlannedWitness } from "./plan-import.js";

/** What work.yaml is to say of a file. */
export function declareWitness(
  { source, siglum, file }: PlannedWitness,
  wishes: ImportWishes,
): ProposedWitness {
  const { format, sha256, encoding, rules } = source;
  const language = wishes.language ?? source.description.language;
  return {
    siglum,
    file,
    format,
    sha256,
    ...(encoding === undefined ? {} : { encoding }),
    ...(language === undefined || language === "en" ? {} : { language }),
    ...(rules ? { rules } : {}),
  };
}

/** An existing work.yaml with what the import changes in it, and every comment where it was. */
export async function amendDeclaration(
  file: string,
  plan: ImportPlan,
  wishes: ImportWishes,
): Promise<string> {
  const document = parseDocument(await readFile(file, "utf8"));
  if (wishes.title !== undefined) document.set("title", wishes.title);
  if (wishes.date !== undefined) document.set("date", wishes.date);
  if (wishes.authors !== undefined)
    document.set("author", wishes.authors.length === 1 ? wishes.authors[0] : wishes.authors);
  for (const planned of plan.witnesses) {
    const { source, siglum, again } = planned;
    const at = plan.existing?.declaration.witnesses.findIndex((one) => one.siglum === siglum) ?? -1;
    if (again) {
      if (document.hasIn(["witnesses", at, "sha256"]))
        document.setIn(["witnesses", at, "sha256"], source.sha256);
      continue;
    }
    const list: unknown = document.get("witnesses");
    const { rules, ...entry } = declareWitness(planned, wishes);
    if (list instanceof YAMLSeq) list.add(document.createNode({ ...entry, ...rules }));
  }
  return document.toString({ lineWidth: 0 });
}
