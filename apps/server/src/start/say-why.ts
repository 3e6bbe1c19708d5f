import { Problem } from "@terskel/platform/problems";
import { z } from "zod";
import { plainReason } from "../plain-reason.ts";

/** Says in a sentence why a command was not carried out, and ends it as failed. */
export function sayWhy(error: unknown): void {
  process.stderr.write(`${whyNot(error)}\n`);
  process.exitCode = 1;
}

function whyNot(error: unknown): string {
  if (error instanceof z.ZodError)
    return `--${error.issues[0]?.path.join(".")} is missing or wrong: ${error.issues[0]?.message}.`;
  return error instanceof Problem ? error.kind.title.en : plainReason(error);
}
