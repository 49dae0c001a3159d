import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const file = new URL("../../data/discord-openapi.json", import.meta.url);
const document = JSON.parse(readFileSync(file, "utf8")) as OpenApi;
const ajv = new Ajv2020({ strict: false, logger: false });
addFormats.default(ajv);
ajv.addSchema(document, "discord");
const validators = new Map<string, ValidateFunction>();

/** Every path of the description as a pattern; literal ones first, so that "@original" is no message id. */
const templates = Object.keys(document.paths)
  .map((template) => ({ template, parameters: template.split("{").length - 1, pattern: patternOf(template) }))
  .sort((left, right) => left.parameters - right.parameters);

/** What is wrong with a request by Discord's own OpenAPI description; empty where nothing is. */
export function checkBody(method: string, path: string, body: unknown): readonly string[] {
  const verb = method.toLowerCase();
  const found = templates.find(
    ({ template, pattern }) => pattern.test(path) && verb in (document.paths[template] ?? {}),
  );
  if (!found) return [`${method} ${path}: no such path`];
  const validate = validatorFor(found.template, verb);
  if (!validate) return body === undefined ? [] : [`${method} ${found.template}: takes no body`];
  if (validate(body)) return [];
  return [
    `${method} ${found.template}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 500)}`,
  ];
}

function validatorFor(template: string, verb: string): ValidateFunction | undefined {
  const steps = ["paths", template, verb, "requestBody", "content", "application/json", "schema"];
  let node: unknown = document;
  for (const step of steps) node = (node as Record<string, unknown> | undefined)?.[step];
  if (node === undefined) return undefined;
  const pointer = steps
    .map((step) => encodeURIComponent(step.replace(/~/g, "~0").replace(/\//g, "~1")))
    .join("/");
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `discord#/${pointer}` });
  validators.set(pointer, validate);
  return validate;
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]+")}$`);
}
