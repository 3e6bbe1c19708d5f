import type { Language } from "@terskel/platform/i18n";
import { languageNames } from "#language/names.ts";

/** A language in its own words, whatever language the page is in. */
export const LanguageName = ({ of }: { of: Language }) => (
  <span lang={of} translate="no">
    {languageNames[of]}
  </span>
);
