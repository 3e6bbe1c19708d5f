import { correctMe, me } from "@terskel/identity/api/me";
import type { Language } from "@terskel/platform/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "../api.ts";
import { noteUnsaved } from "./choice.ts";
import { useSpeech } from "./context.ts";

/** Changes the language here; signed in, it is kept as the person's language too. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const { change } = useSpeech();
  const client = useQueryClient();
  return async (language) => {
    await change(language, { keep: true });
    if (!client.getQueryData([me.id, {}])) {
      noteUnsaved();
      return;
    }
    try {
      await call(correctMe, { body: { language } });
      // What the server words itself, it now words in the other language.
      await client.invalidateQueries();
    } catch {
      // The page speaks it already; it is asked for again at the next choice.
    }
  };
}
