// From what somebody types until the suggestions are taken, over the letter and over XQuAD's 240 paragraphs.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { prepareCorpora } from "./corpora.js";
import { createResponses, sendCommand, startBot, startFakeDiscord } from "./discord-bot.js";

const MAIN = path.join(import.meta.dirname, "../dist/main.js");
/** The goal, in milliseconds at the 99th percentile. */
export const AUTOCOMPLETE_GOAL_MS = 100;
const WARM_UP = 20;

/** Rows of times, one a corpus: what is typed are beginnings of questions, of 1 to 40 characters, and references. */
export async function measureAutocomplete(folder, count, random) {
  const rows = [];
  for (const { name, title, corpus, data, questions } of await prepareCorpora(folder)) {
    mkdirSync(data, { recursive: true });
    const discord = await startFakeDiscord();
    const responses = createResponses(discord);
    const bot = await startBot([MAIN, "bot", "--corpus", corpus, "--data", data], { folder, discord });
    const times = [];
    for (let number = 0; number < count + WARM_UP; number += 1) {
      const passage = typed(questions, random);
      const sentAt = performance.now();
      const taken = await responses.time(
        sendCommand(discord, "quote", { passage }, { autocomplete: true }),
        sentAt,
      );
      if (number >= WARM_UP) times.push(taken);
    }
    await bot.stop();
    await discord.close();
    rows.push({ name, title, times });
  }
  return rows;
}

function typed(questions, random) {
  if (random() < 0.2) return `${Math.floor(random() * 9) + 1}${random() < 0.5 ? "." : ""}`;
  const question = questions[Math.floor(random() * questions.length)];
  const words = question.split(" ");
  const from = Math.floor(random() * words.length);
  return words
    .slice(from)
    .join(" ")
    .slice(0, 1 + Math.floor(random() * 40));
}
