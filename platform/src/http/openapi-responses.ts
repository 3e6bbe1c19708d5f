import type { z } from "zod";
import { commonProblems } from "../problems.ts";
import type { Contract } from "./contract.ts";

type Json = Record<string, unknown>;
type Code = keyof typeof commonProblems;

/** A contract's responses: the one of success, the refusals that follow from it, and any other problem. */
export function responsesOf(contract: Contract, schemaOf: (schema: z.ZodType) => Json): Json {
  const [status, success] = successOf(contract, schemaOf);
  const refusals = refusalsOf(contract).map((code) => {
    const { status: refusal, title } = commonProblems[code];
    return [String(refusal), problemResponse(title.en)] as const;
  });
  return {
    [status]: success,
    ...Object.fromEntries(refusals),
    default: problemResponse("A problem (RFC 9457)."),
  };
}

function successOf(contract: Contract, schemaOf: (schema: z.ZodType) => Json): [number, Json] {
  const { file, raw, response, stream } = contract;
  if (raw?.status === 303) {
    const Location = { description: "Where.", schema: { type: "string", format: "uri-reference" } };
    return [303, { description: "Sent on to another address.", headers: { Location } }];
  }
  const media = file?.media ?? raw?.media;
  if (media) {
    const content = Object.fromEntries(media.map((each) => [each, {}]));
    return [contract.status ?? 200, { description: "The file.", content }];
  }
  if (!response) return [204, { description: "Done; no content." }];
  const type = stream === "sse" ? "text/event-stream" : "application/json";
  const content = { [type]: { schema: schemaOf(response) } };
  return [contract.status ?? 200, { description: "Done.", content }];
}

/** What the guard and the parser may say, before the module's own rules (guard.ts, parse.ts). */
function refusalsOf({ body, method, params, who }: Contract): Code[] {
  const byRole = who === "operator" || who === "administrator" || who === "privacy-officer";
  const refusals: [Code, boolean][] = [
    ["malformed-request", true],
    ["not-signed-in", who !== "anyone"],
    [byRole ? "not-allowed" : "cross-site-request", byRole || method !== "GET"],
    ["not-found", params !== undefined],
    ["too-large", body !== undefined],
    ["unsupported-media-type", body !== undefined],
  ];
  return refusals.flatMap(([code, applies]) => (applies ? [code] : []));
}

const problemResponse = (description: string) => ({
  description,
  content: {
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  },
});
