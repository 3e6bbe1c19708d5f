import type { Activity, Ground, OrganisationKind, SubjectCategory } from "./declare.ts";

/** The ground of an activity for an organisation of this kind. */
export function groundOf(activity: Activity, kind: OrganisationKind): Ground {
  return activity.groundOf?.[kind] ?? activity;
}

/**
 * The operator's role for an organisation (GDPR Art. 4(7) and (8)): processor where the organisation
 * decides, controller where it decides itself, also as an organisation of its own.
 */
export function operatorRole(
  activity: Activity,
  kind: OrganisationKind,
): "controller" | "processor" {
  if (kind === "operator") return "controller";
  return groundOf(activity, kind).controller === "operator" ? "controller" : "processor";
}

/** Whom only the operator knows: its own staff, and those at its customers to whom it writes. */
const operators: ReadonlySet<SubjectCategory> = new Set(["operator staff", "contact person"]);

/** Does it concern a person of these organisations, or only those whom the operator knows? */
export const concerns = (
  { subjects }: Activity,
  organisations: readonly { readonly kind: OrganisationKind }[],
): boolean =>
  subjects.some((who) => !operators.has(who)) ||
  organisations.some(({ kind }) => kind === "operator");

/** May a person object to it (GDPR Art. 21(1) and (2))? */
export function canObject(activity: Activity, kind: OrganisationKind): boolean {
  return (
    activity.objection !== undefined || groundOf(activity, kind).basis === "legitimate-interest"
  );
}
