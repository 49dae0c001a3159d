import { type REST, RESTEvents } from "discord.js";

/**
 * Gives the token back to discord.js' HTTP client after a 401. The client drops it then, and one stray refusal
 * would leave every later message unanswered; a token that is really withdrawn ends the gateway session as well.
 */
export function keepToken(rest: REST, token: string): void {
  rest.on(RESTEvents.Response, (_request, response) => {
    if (response.status === 401) process.nextTick(() => rest.setToken(token));
  });
}
