/** From when until when an agreement is in force; `ends_at` is the moment from which it is not. */
export type Dated = { readonly begins_at: Date; readonly ends_at: Date | null };

export type AgreementState = "in-force" | "begins" | "ended" | "none";

/** Is an agreement in force at this moment? From midnight after its last day it is not. */
export function agreementState(agreement: Dated | undefined, now: Date): AgreementState {
  if (!agreement) return "none";
  if (agreement.begins_at > now) return "begins";
  return agreement.ends_at === null || agreement.ends_at > now ? "in-force" : "ended";
}

/** The agreement in force; else the next; else the last. */
export function foremost<T extends Dated>(agreements: readonly T[], now: Date): T | undefined {
  const sorted = agreements.toSorted((a, b) => a.begins_at.getTime() - b.begins_at.getTime());
  const is = (state: AgreementState) => (each: T) => agreementState(each, now) === state;
  return sorted.find(is("in-force")) ?? sorted.find(is("begins")) ?? sorted.at(-1);
}

export type Approval = {
  readonly state: string;
  readonly objects_by: Date;
};

/**
 * May the organisation's data be passed to the supplier, as far as the organisation goes (Art. 28(2))? With a
 * general authorisation unless it objects, and not while it still may; with a specific one when it has
 * approved, or its own agreement names the supplier.
 * @param approval absent: the organisation came after the supplier, which its agreement then names
 */
export function isAgreed(
  authorisation: string,
  approval: Approval | undefined,
  now: Date,
): boolean {
  if (!approval) return authorisation !== "specific";
  if (approval.state === "named" || approval.state === "approved") return true;
  return authorisation !== "specific" && approval.state === "asked" && approval.objects_by <= now;
}
