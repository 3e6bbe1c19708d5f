import type { Catalogue, Language } from "@terskel/platform/i18n";
import { en } from "./en.ts";
import type { NoticeTexts } from "./en.ts";
import { nb } from "./nb.ts";
import { sv } from "./sv.ts";

export type Texts = Catalogue<NoticeTexts>;
export const textsOf: Readonly<Record<Language, Texts>> = { nb, sv, en };
