import { useEffect, useEffectEvent } from "react";
import { useMe } from "../me.ts";
import { takeUnsaved } from "./choice.ts";
import { useSpeech } from "./context.ts";
import { useChooseLanguage } from "./use-choose-language.ts";

/**
 * On sign-in: a language chosen just before it becomes the person's; otherwise the portal speaks
 * the language the person has stored, on whichever device this is.
 */
export function useOwnLanguage(): void {
  const { id, language: own } = useMe();
  const { language, change } = useSpeech();
  const choose = useChooseLanguage();
  const settle = useEffectEvent(() => {
    if (takeUnsaved()) void choose(language);
    else if (own && own !== language) void change(own, { keep: true });
  });
  useEffect(() => settle(), [id]);
}
