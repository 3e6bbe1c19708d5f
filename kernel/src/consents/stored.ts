import type { Text } from "@terskel/platform/i18n";
import type { Processing } from "../declare.ts";

/** What the product keeps on a visitor's device, itself and for itself: nothing of it is a third party's. */
export type Stored = {
  readonly name: string;
  readonly purpose: Text;
  /** Seconds; `visit`: until the browser or its tab is closed; `removed`: until the person takes it away. */
  readonly lasts: number | "visit" | "removed";
} & (
  | {
      /** Ekomloven § 3-15, LEK 9 kap. 28 §: necessary for what was asked for, or chosen by the person. */
      readonly category: "necessary" | "functional";
      readonly where: "cookie" | "local storage" | "session storage";
    }
  | {
      readonly category: "analytics" | "marketing";
      /** Never a cookie: the server would have to set it before it knows the answer. */
      readonly where: "local storage" | "session storage";
      /** The activity for which consent is asked. */
      readonly consent: string;
    }
);

const consentTo = (each: Stored) => ("consent" in each ? [each.consent] : []);

/** All that is kept on devices, by all modules. */
export const storedBy = (processings: readonly Processing[]): readonly Stored[] =>
  processings.flatMap(({ stored }) => stored ?? []);

/** The names of the cookies that may be set. */
export const cookieNames = (stored: readonly Stored[]): ReadonlySet<string> =>
  new Set(stored.filter(({ where }) => where === "cookie").map(({ name }) => name));

/** What is wrong with what is declared to be kept on devices, one sentence each. */
export function storedFaults(processings: readonly Processing[]): string[] {
  const stored = storedBy(processings);
  const asked = new Map(processings.flatMap((p) => p.activities).map((a) => [a.id, a.consent]));
  return stored.flatMap((each, index) => [
    ...(stored.findIndex(({ name }) => name === each.name) === index
      ? []
      : [`${each.name} is declared twice to be kept on devices.`]),
    ...consentTo(each)
      .filter((id) => !asked.get(id))
      .map((id) => `${each.name} is kept by consent to ${id}, for which no consent is asked.`),
  ]);
}
