import type { Feedback, FeedbackStore } from "../../discord/feedback-store.js";
import { type OpenedPostgres, timed } from "./open-postgres.js";

/** Feedback in PostgreSQL; neither person nor place nor time is written down. */
export function createPostgresFeedback({ pool }: Pick<OpenedPostgres, "pool">): FeedbackStore {
  return {
    async keep({ question, reference, witness, hash, verdict }) {
      await pool.query(
        timed(
          "INSERT INTO quoth.feedback (question, reference, witness, hash, verdict) VALUES ($1, $2, $3, $4, $5)",
          // What PostgreSQL's text cannot hold.
          [question.replaceAll("\0", ""), reference, witness, hash, verdict],
        ),
      );
    },

    async all() {
      const { rows } = await pool.query<Feedback>(
        timed("SELECT question, reference, witness, hash, verdict FROM quoth.feedback ORDER BY number"),
      );
      return rows;
    },
  };
}
