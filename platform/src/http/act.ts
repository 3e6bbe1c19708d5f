import { z } from "zod";
import type { Act, By } from "../acting.ts";
import type { Contract } from "./contract.ts";
import type { Session } from "./input.ts";

type Caller = {
  readonly session: Session | undefined;
  readonly membership: Session["memberships"][number] | undefined;
};
type Given = {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
};

/**
 * What a signed-in person does by this call: the contract's operation, and the ids that the contract takes.
 * No text, no number, nothing of the answer. Undefined for what anyone may call: nobody is asked who it is.
 * @param given what was parsed; absent: the call was refused before
 */
export function actOf(
  contract: Contract,
  { session, membership }: Caller,
  given?: Given,
): Act | undefined {
  if (contract.who === "anyone" || !session) return undefined;
  const ids = {
    ...idsIn(contract.query, given?.query),
    ...idsIn(contract.body, given?.body),
    ...idsIn(contract.params, given?.params),
  };
  const { organisation, person, ...about } = ids;
  return {
    action: contract.id,
    by: byOf(contract, membership),
    person: session.person,
    member: membership?.id,
    // Of the path where it names one: the operator's staff act on others.
    organisation: organisation ?? membership?.organisation,
    aboutMember: person,
    about,
    call: { contract, isMore: hasCursor(given?.query) },
  };
}

function byOf({ who }: Contract, membership: Caller["membership"]): By {
  if (!membership) return "person";
  if (who === "operator" && membership.isOperator) return "operator";
  if (membership.role === "administrator") return "administrator";
  return who === "privacy-officer" ? "privacy-officer" : "member";
}

/** The next page of a list that was read. */
const hasCursor = (query: unknown) =>
  typeof query === "object" && query !== null && "cursor" in query && query.cursor !== undefined;

/** The values that the contract calls ids. */
function idsIn(schema: z.ZodType | undefined, values: unknown): Record<string, string> {
  if (!(schema instanceof z.ZodObject) || typeof values !== "object" || values === null) return {};
  const found = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && isId(schema.shape[name]) ? [[name, value]] : [],
  );
  return Object.fromEntries(found);
}

function isId(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return isId(schema.unwrap());
  return schema instanceof z.ZodUUID;
}
