import { readFileSync } from "node:fs";
import type { z } from "zod";
import { StartProblem } from "./problem.ts";

/** Reads a JSON file of a shape. Throws StartProblem with the file's name and what is wrong, never with a value of it. */
export function readJsonFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.output<Schema> {
  const result = schema.safeParse(parse(file));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join(".") || "the whole";
  throw new StartProblem(`${file}: ${where}: ${issue?.message ?? "wrong"}`);
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new StartProblem(`${file} cannot be read`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new StartProblem(`${file} is not JSON`);
  }
}
