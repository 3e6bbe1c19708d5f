import { parseArgs } from "node:util";
import { StartProblem } from "./problem.ts";

export type Arguments = {
  readonly enrolment: string;
  readonly data: string;
  /** 0: any free port. */
  readonly port: number;
  readonly cards?: string;
};

const USAGE = "usage: main.ts --enrolment FILE --data FOLDER --port N [--cards FILE]";

/** Throws StartProblem for an argument that is missing, unknown or wrong, by name. */
export function readArguments(args: readonly string[]): Arguments {
  const { enrolment, data, port, cards } = parse(args);
  if (enrolment === undefined) throw new StartProblem(`--enrolment is missing; ${USAGE}`);
  if (data === undefined) throw new StartProblem(`--data is missing; ${USAGE}`);
  if (port === undefined) throw new StartProblem(`--port is missing; ${USAGE}`);
  const number = /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN;
  if (!(number <= 65_535)) throw new StartProblem(`--port is a number from 0 to 65535`);
  return { enrolment, data, port: number, ...(cards === undefined ? {} : { cards }) };
}

function parse(args: readonly string[]): Partial<Record<keyof Arguments, string>> {
  const text = { type: "string" } as const;
  try {
    const options = { enrolment: text, data: text, port: text, cards: text };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : "wrong"}; ${USAGE}`);
  }
}
