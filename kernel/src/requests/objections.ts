import type { Activity, OrganisationKind } from "../declare.ts";
import { canObject, operatorRole } from "../ground.ts";
import type { PrivacyPorts } from "./ports.ts";
import { problem } from "./problems.ts";

/**
 * What ends at once, everywhere and without weighing (Art. 21(2) and (3), A18): direct marketing and profiling, and
 * each activity that is declared to be one of them.
 */
export const atOnce = ({ processings }: Pick<PrivacyPorts, "processings">, to: string): boolean =>
  to === "direct-marketing" ||
  to === "profiling" ||
  processings.some(({ activities }) =>
    activities.some(({ id, objection }) => id === to && objection !== undefined),
  );

/**
 * Who weighs an objection: the organisation, or the operator where it is the activity's controller.
 * @throws Problem `cannot-object`
 */
export function controllerOf(
  ports: Pick<PrivacyPorts, "processings">,
  to: string,
  kind: OrganisationKind,
): "organisation" | "operator" {
  const activity = objectable(ports, kind).find(({ id }) => id === to);
  if (!activity) throw problem("cannot-object", { reason: `${to} at a ${kind}` });
  return operatorRole(activity, kind) === "controller" ? "operator" : "organisation";
}

/** What a person can object to at an organisation of this kind. */
const objectable = (
  { processings }: Pick<PrivacyPorts, "processings">,
  kind: OrganisationKind,
): Activity[] => processings.flatMap((p) => p.activities).filter((a) => canObject(a, kind));
