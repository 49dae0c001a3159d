import { plainMessage } from "../../render/discord/plain-message.js";

/** The answer to a mention or a request without words. */
export const HOW_TO = plainMessage(
  "Ask a question about the source: mention me with it, or use /ask. " +
    "I answer in the source's own words or not at all. " +
    "With /quote you look up a passage by its reference or by some of its words.",
);
