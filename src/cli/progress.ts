import cliProgress from "cli-progress";
import type { Io } from "./io.js";

/** Progress of a long step, on stderr: a bar on a terminal, else a line at its start and its end. */
export interface Progress {
  step(label: string, done: number, total: number): void;
  end(): void;
}

export function createProgress(io: Io): Progress {
  let bar: cliProgress.SingleBar | undefined;
  let last = "";
  return {
    step(label, done, total) {
      if (!io.errIsTerminal) {
        if (last !== label) io.err(`${label}: ${total}\n`);
        last = label;
        return;
      }
      if (!bar || last !== label) {
        bar?.stop();
        bar = new cliProgress.SingleBar({
          format: `${label} {bar} {value}/{total}, {eta_formatted} left`,
          stream: process.stderr,
          clearOnComplete: true,
        });
        bar.start(total, done);
        last = label;
      }
      bar.update(done);
    },
    end() {
      bar?.stop();
      bar = undefined;
    },
  };
}
