/** What several tables of access declare alike. */

/** Managing who may open which door. */
export const administer = ["access.administer-doors", "access.administer-grants"] as const;
/** Deciding, in the cloud and at the door. */
export const decide = ["access.open-doors", "access.run-controllers"] as const;
/** Reading the log, and handing it on. */
export const logs = ["access.read-own-log", "access.read-door-log", "access.hand-on-log"] as const;
/** Word of alarms by e-mail. */
export const tell = "access.tell-alarms";
/** A third party reads by the API (C10). */
export const share = "access.share-with-integrations";

const references = "kernel.memberships.id";
/** The person that a column with a membership's id leads to. */
export const memberIn = <const Column extends string>(column: Column) => ({
  who: "member" as const,
  column,
  references,
});
export const member = memberIn("member_id");

export const withMember = {
  kind: "with",
  column: "member_id",
  table: "kernel.memberships",
} as const;
export const withAgreement = { kind: "while", lives: "agreement" } as const;
/** There is nobody in it. */
export const nothing = { kind: "nothing" } as const;
