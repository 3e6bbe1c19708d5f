import { createHash } from "node:crypto";
import { languages } from "@terskel/platform/i18n";
import type { Text } from "@terskel/platform/i18n";
import type { Processing } from "../declare.ts";

/** An activity for which consent is asked, in these words. */
export type Asked = {
  readonly activity: string;
  readonly purpose: Text;
  readonly wording: Text;
  /** Other words are another question: the old answer is no answer to it. */
  readonly version: string;
};

/** Everything for which consent is asked (GDPR Art. 6(1)(a)), as declared. */
export const askedBy = (processings: readonly Processing[]): readonly Asked[] =>
  processings
    .flatMap((p) => p.activities)
    .flatMap(({ id, purpose, consent }) =>
      consent ? [{ activity: id, purpose, wording: consent, version: versionOf(consent) }] : [],
    );

const versionOf = (wording: Text): string =>
  createHash("sha256")
    .update(languages.map((language) => wording[language]).join("\n"))
    .digest("hex")
    .slice(0, 12);
