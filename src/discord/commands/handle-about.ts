import { renderAbout } from "../../render/discord/render-about.js";
import type { Handler } from "./handler.js";

/** `/about`. */
export const handleAbout: Handler = ({ source, feedback }) =>
  Promise.resolve(renderAbout(source.works(), feedback !== undefined));
