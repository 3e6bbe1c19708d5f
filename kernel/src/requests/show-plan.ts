import type { z } from "zod";
import type { plan } from "../api/requests.ts";
import type { Planned } from "../erasure/planned.ts";
import type { PrivacyPorts } from "./ports.ts";

/**
 * An erasure's plan in words, for the person or for the desk; a table that is about nobody has no rows in it.
 */
export function showPlan(
  { processings }: Pick<PrivacyPorts, "processings">,
  planned: readonly Planned[],
  reader: "person" | "desk",
): z.input<typeof plan>["plan"] {
  const tables = processings.flatMap((p) => p.tables);
  return planned.flatMap(({ table, does, rows, article, until }) => {
    const declared = tables.find((each) => each.table === table);
    if (!declared || !("title" in declared)) return [];
    const title = (reader === "desk" && declared.deskTitle) || declared.title;
    return {
      table,
      title,
      does,
      rows,
      ...(article ? { article } : {}),
      ...(until ? { until: until.toISOString() } : {}),
    };
  });
}
