import { readSettings } from "../../settings.js";
import { visible } from "../../render/terminal/wrap-text.js";
import { type AddCommand, type CommonOptions, withPlaces } from "../command-context.js";
import { EXIT } from "../exit-code.js";

const SIGNS = { ok: "ok  ", warn: "note", fail: "FAIL" } as const;

export const addDoctor: AddCommand = (program, { io, style, run }) => {
  withPlaces(program.command("doctor"))
    .description("look at everything that quoth needs, and say what to do about it")
    .option("--json", "print one JSON object")
    .action((options: CommonOptions) =>
      run(async () => {
        const { diagnose } = await import("../../diagnose.js");
        const findings = await diagnose(readSettings(options, io.env), io.env);
        const failed = findings.some((finding) => finding.state === "fail");
        if (options.json) io.out(`${JSON.stringify({ version: 1, ok: !failed, findings })}\n`);
        else {
          const colour = { ok: style.colors.green, warn: style.colors.yellow, fail: style.colors.red };
          for (const { what, state, detail, remedy } of findings) {
            io.out(`${colour[state](SIGNS[state])} ${what}: ${visible(detail)}\n`);
            if (remedy !== undefined) io.out(`     → ${visible(remedy)}\n`);
          }
        }
        return failed ? EXIT.damaged : EXIT.ok;
      }),
    );
};
