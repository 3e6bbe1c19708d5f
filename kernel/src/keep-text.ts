import type { Text } from "@terskel/platform/i18n";
import type { Keep } from "./declare.ts";
import { laws } from "./laws.ts";
import { text } from "./words.ts";

const byLaw = ({ text: why, article, years }: (typeof laws)[keyof typeof laws]): Text =>
  text(
    `${why.nb} (${article.NO}: ${years.NO} år; ${article.SE}: ${years.SE} år, etter regnskapsåret).`,
    `${why.sv} (${article.NO}: ${years.NO} år; ${article.SE}: ${years.SE} år, efter räkenskapsåret).`,
    `${why.en} (${article.NO}: ${years.NO} years; ${article.SE}: ${years.SE} years, after the fiscal year).`,
  );

const happened = text("det skjedde", "det hände", "it happened");

/** In a few words. Whole years are said as years. */
function timeAfter(days: number, event: Text = happened): Text {
  const years = days % 365 === 0 && days > 365 ? days / 365 : undefined;
  return text(
    `${years ? `${years} år` : `${days} dager`} etter at ${event.nb}`,
    `${years ? `${years} år` : `${days} dagar`} efter att ${event.sv}`,
    `${years ? `${years} years` : `${days} days`} after ${event.en}`,
  );
}

const deleted = ({ nb, sv, en }: Text): Text =>
  text(`Slettes ${nb}.`, `Raderas ${sv}.`, `Deleted ${en}.`);

/** When such a row goes, and why, as a person reads it. */
export function keepText(keep: Keep): Text {
  switch (keep.kind) {
    case "until":
      if (keep.set) return deleted(keep.set.when);
      return text(
        "Slettes når tiden som er satt for opplysningen, er ute.",
        "Raderas när tiden som är satt för uppgiften är ute.",
        "Deleted when the time set for it is up.",
      );
    case "period":
      return deleted(timeAfter(keep.days, keep.event));
    case "law":
      return byLaw(laws[keep.law]);
    case "used":
      if (keep.set) return deleted(keep.set.when);
      return text(
        "Slettes når den blir brukt, og senest når fristen er ute.",
        "Raderas när den används, och senast när tiden är ute.",
        "Deleted when it is used, and at the latest when its time is up.",
      );
    case "with":
      return text(
        "Slettes sammen med det den hører til.",
        "Raderas tillsammans med det den hör till.",
        "Deleted together with what it belongs to.",
      );
    case "while":
      return keep.lives === "account"
        ? text(
            "Lagres så lenge du har kontoen.",
            "Lagras så länge du har kontot.",
            "Kept as long as you have the account.",
          )
        : text(
            "Lagres så lenge du hører til organisasjonen og avtalen med den løper.",
            "Lagras så länge du hör till organisationen och avtalet med den löper.",
            "Kept as long as you belong to the organisation and its agreement runs.",
          );
  }
}
