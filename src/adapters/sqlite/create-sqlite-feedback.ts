import type { Database } from "better-sqlite3";
import type { Feedback, FeedbackStore } from "../../discord/feedback-store.js";

/** Feedback in the bot's database; neither person nor place nor time is written down. */
export function createSqliteFeedback(database: Database): FeedbackStore {
  const insert = database.prepare(
    "INSERT INTO feedback (question, reference, witness, hash, verdict) VALUES (@question, @reference, @witness, @hash, @verdict)",
  );
  const list = database.prepare<[], Feedback>(
    "SELECT question, reference, witness, hash, verdict FROM feedback ORDER BY number",
  );
  return {
    async keep({ question, reference, witness, hash, verdict }) {
      insert.run({ question, reference, witness, hash, verdict });
    },

    async all() {
      return list.all();
    },
  };
}
