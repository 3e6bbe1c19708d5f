import type { Text } from "@terskel/platform/i18n";
import type { Activity, Ground, OrganisationKind, TableDeclaration } from "./declare.ts";

/** The kinds of organisation for which an operator runs the service. */
export const customerKinds = ["housing", "office", "shop", "employer"] as const;

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

/** What it is for, as an organisation of this kind says it. */
export const purposeOf = (activity: Activity, kind: OrganisationKind): Text =>
  activity.purposeFor?.[kind] ?? activity.purpose;

/** May it happen, or may such rows be there, at one of these organisations? */
export const concerns = (
  { kinds }: Pick<Activity | TableDeclaration, "kinds">,
  organisations: readonly { readonly kind: OrganisationKind }[],
): boolean => kinds === undefined || organisations.some(({ kind }) => kinds.includes(kind));

/** Whoever is known by an address alone may be known to any customer. */
export const anyCustomer = customerKinds.map((kind) => ({ kind }));

/** May a person object to it (GDPR Art. 21(1) and (2))? */
export function canObject(activity: Activity, kind: OrganisationKind): boolean {
  return (
    activity.objection !== undefined || groundOf(activity, kind).basis === "legitimate-interest"
  );
}
