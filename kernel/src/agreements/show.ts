import type { Text } from "@terskel/platform/i18n";
import { keepText } from "../keep-text.ts";
import { deskTitle } from "../desk-title.ts";
import { ruleText } from "../retention/rule-text.ts";
import type { RightsPorts } from "../scope.ts";
import { text } from "../words.ts";
import type { Going } from "./plan.ts";

const held: Text = text("Sperret mot sletting.", "Spärrat mot radering.", "Under a legal hold.");

const restricted: Text = text(
  "Gjelder noen med begrenset bruk. Slettes når begrensningen oppheves.",
  "Gäller någon med begränsad behandling. Raderas när begränsningen hävs.",
  "About somebody under restriction. Deleted when the restriction is lifted.",
);

/** A plan in words; `at`: when what goes, goes at the latest. */
export function showPlan(
  { processings }: Pick<RightsPorts, "processings">,
  plan: readonly Going[],
  at: Date | undefined,
) {
  const tables = processings.flatMap((p) => p.tables);
  return plan.map((going) => {
    const { table, does, rows, rule, article, until } = going;
    const title = deskTitle(tables.find((each) => each.table === table));
    return {
      table,
      ...(title ? { title } : {}),
      does,
      rows,
      rule,
      why: whyOf(going),
      ...(does === "delete" && at ? { on: at.toISOString() } : {}),
      ...(article ? { article } : {}),
      ...(until ? { until: until.toISOString() } : {}),
    };
  });
}

function whyOf({ does, rule, law }: Going): Text {
  if (does === "kept-by-hold") return held;
  if (does === "kept-by-restriction") return restricted;
  return law ? keepText({ kind: "law", law, after: "" }) : ruleText(rule, "agreement-ended");
}
