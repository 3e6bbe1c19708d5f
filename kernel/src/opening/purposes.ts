import type { Text } from "@terskel/platform/i18n";
import type { OrganisationKind, Processing } from "../declare.ts";
import type { Tx } from "../requests/tx.ts";
import type { Context } from "../tenancy.ts";

/** What an activity is for, by its id; one of an older version may be declared no more. */
export function purposeTexts(processings: readonly Processing[]): (id: string) => Text {
  const known = new Map(
    processings.flatMap((p) => p.activities.map(({ id, purpose }) => [id, purpose] as const)),
  );
  return (id) => known.get(id) ?? { nb: id, sv: id, en: id };
}

/** Of which kind the transaction's organisation is: by that it decides what purposes are its own. */
export async function kindOf(tx: Tx, { organisation = "" }: Context): Promise<OrganisationKind> {
  const { kind } = await tx
    .selectFrom("kernel.organisations")
    .select("kind")
    .where("id", "=", organisation)
    .executeTakeFirstOrThrow();
  return kind as OrganisationKind;
}
