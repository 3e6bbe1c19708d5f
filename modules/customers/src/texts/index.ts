import type { Catalogue, Language } from "@terskel/platform/i18n";
import { en } from "./en.ts";
import { nb } from "./nb.ts";
import { sv } from "./sv.ts";

export const texts: Readonly<Record<Language, Catalogue<typeof en>>> = { nb, sv, en };
