import type { Text } from "@terskel/platform/i18n";
import type { PromiseId } from "../ids.ts";
import { en } from "./en.ts";
import { nb } from "./nb.ts";
import { sv } from "./sv.ts";

/** Each promise in one or two short sentences. */
export type PromiseTexts = Readonly<Record<PromiseId, string>>;

export const promiseText = (id: PromiseId): Text => ({
  nb: nb[id],
  sv: sv[id],
  en: en[id],
});
