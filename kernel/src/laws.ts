import type { Text } from "@terskel/platform/i18n";

export type Country = "NO" | "SE";

/**
 * A law that says how long something is kept: `years` after the end of the calendar year in which the
 * fiscal year ended (fiscal years here are calendar years). Numbers marked `secondary` were read in
 * secondary sources; correct them here and nowhere else.
 */
export type Law = {
  readonly text: Text;
  readonly years: Readonly<Record<Country, number>>;
  readonly article: Readonly<Record<Country, string>>;
  readonly source: "primary" | "secondary";
};

export const laws = {
  /** Invoices, payments: primary documents. */
  "bookkeeping-primary": {
    text: {
      nb: "Bokføringsloven: regnskapsmateriale skal oppbevares",
      sv: "Bokföringslagen: räkenskapsinformation ska bevaras",
      en: "Bookkeeping law: accounting records have to be kept",
    },
    years: { NO: 5, SE: 7 },
    article: { NO: "bokføringsloven § 13", SE: "bokföringslagen 7 kap. 2 §" },
    source: "secondary",
  },
} as const satisfies Record<string, Law>;

export type LawId = keyof typeof laws;
