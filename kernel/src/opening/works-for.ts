import type { Activity, OrganisationKind, Processing } from "../declare.ts";
import { purposesOf } from "./openable.ts";

export type Role = { readonly isAdministrator: boolean };

/**
 * The purposes that somebody who answers for an organisation's data works for, by the declarations: an
 * administrator for those whose data goes to the administrators, a privacy officer who is none for those of
 * them that law requires.
 */
export const purposesOfRole = (
  processings: readonly Processing[],
  kind: OrganisationKind,
  { isAdministrator }: Role,
): readonly Activity[] =>
  purposesOf(processings, kind).filter(
    ({ recipients, basis }) =>
      recipients.some((each) => administrators.has(each)) &&
      (isAdministrator || basis === "legal-obligation"),
  );

const administrators: ReadonlySet<string> = new Set([
  "the organisation's administrators",
  "the door's administrators",
]);
