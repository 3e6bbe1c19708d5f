import { parseArgs } from "node:util";
import { StartProblem } from "./problem.ts";

export type Arguments = {
  readonly enrolment: string;
  readonly data: string;
  /** 0: any free port. */
  readonly port: number;
  readonly cards?: string;
  /** Passages kept on the disk until the cloud has them. */
  readonly maxPassages?: number;
};

const USAGE =
  "usage: main.ts --enrolment FILE --data FOLDER --port N [--cards FILE] [--max-passages N]";

/** Throws StartProblem for an argument that is missing, unknown or wrong, by name. */
export function readArguments(args: readonly string[]): Arguments {
  const { enrolment, data, port, cards, "max-passages": most } = parse(args);
  if (enrolment === undefined) throw new StartProblem(`--enrolment is missing; ${USAGE}`);
  if (data === undefined) throw new StartProblem(`--data is missing; ${USAGE}`);
  if (port === undefined) throw new StartProblem(`--port is missing; ${USAGE}`);
  return {
    enrolment,
    data,
    port: numberOf("port", port, 0, 65_535),
    ...(cards === undefined ? {} : { cards }),
    ...(most === undefined ? {} : { maxPassages: numberOf("max-passages", most, 1, 10_000_000) }),
  };
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,8}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new StartProblem(`--${name} is a number from ${least} to ${most}`);
}

type Given = "enrolment" | "data" | "port" | "cards" | "max-passages";

function parse(args: readonly string[]): Partial<Record<Given, string>> {
  const text = { type: "string" } as const;
  try {
    const options = {
      enrolment: text,
      data: text,
      port: text,
      cards: text,
      "max-passages": text,
    };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : "wrong"}; ${USAGE}`);
  }
}
