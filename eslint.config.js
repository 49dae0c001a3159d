import js from "@eslint/js";
import tseslint from "typescript-eslint";

// Imports go one way: edition ← retrieval ← conversation ← render ← discord, cli. Adapters plug into the ports
// of the layers below them; only the composition roots (the files right under src/) see everything.
const SEES = {
  edition: [],
  retrieval: ["edition"],
  conversation: ["edition", "retrieval"],
  evaluation: ["edition", "retrieval"],
  render: ["edition", "retrieval", "conversation", "evaluation"],
  discord: ["edition", "retrieval", "conversation", "render"],
  cli: ["edition", "retrieval", "conversation", "evaluation", "render"],
  adapters: ["edition", "retrieval", "conversation", "discord"],
};
const oneWay = Object.entries(SEES).map(([layer, sees]) => ({
  files: [`src/${layer}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: Object.keys(SEES)
          .filter((other) => other !== layer && !sees.includes(other))
          .map((other) => ({
            regex: `^(?:\\.\\./)+${other}/`,
            message: `src/${layer} must not import src/${other}: see DESIGN.md, the way of imports.`,
          }))
          // The composition roots see everything; of the layers only the command line may call them.
          .concat(
            layer === "cli"
              ? []
              : [
                  {
                    regex:
                      "^(?:\\.\\./)+(?:quoth|main|settings|publish|diagnose|evaluate|serve-discord|open-stores|start-early|home|import-source)\\.js$",
                    message: "The composition roots may not be imported from a layer.",
                  },
                ],
          ),
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/", "embeddings/", "corpus/", "test/data/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      // Ports are objects of functions; nothing here uses `this`, and an asynchronous port may have a synchronous adapter.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/require-await": "off",
      // Code points are what is wanted wherever a string is spread.
      "@typescript-eslint/no-misused-spread": "off",
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      // Control characters are what several patterns here are about.
      "no-control-regex": "off",
    },
  },
  ...oneWay,
  {
    // Only the program's entry, and a child process of its own, may end a process.
    files: ["src/**/*.ts"],
    ignores: ["src/main.ts", "src/adapters/transformers/encoder-process.ts"],
    rules: { "no-restricted-properties": ["error", { object: "process", property: "exit" }] },
  },
  {
    files: ["**/*.js"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        Buffer: "readonly",
        performance: "readonly",
        setTimeout: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
        setImmediate: "readonly",
        TextDecoder: "readonly",
        fetch: "readonly",
      },
    },
  },
  {
    // Declarations of what exists elsewhere.
    files: ["**/*.d.ts"],
    rules: { "@typescript-eslint/no-extraneous-class": "off" },
  },
  {
    // A test that meets an undefined fails by itself.
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  { files: ["*.config.ts", "*.config.js"], rules: { "no-restricted-exports": "off" } },
);
