import type { Catalogue } from "@terskel/platform/i18n";
import type { en } from "./en.ts";

export type Texts = Catalogue<typeof en>;
