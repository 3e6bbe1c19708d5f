import type { Language } from "@terskel/platform/i18n";
import { type ReactNode, useMemo, useState } from "react";
import type { Texts } from "../texts/en.ts";
import { speak } from "./choice.ts";
import { SpeechContext, type Speech } from "./context.ts";
import { loadTexts } from "./texts.ts";

type Props = { initial: { language: Language; texts: Texts }; children: ReactNode };

export function LanguageProvider({ initial, children }: Props) {
  const [spoken, setSpoken] = useState(initial);
  const speech = useMemo<Speech>(
    () => ({
      ...spoken,
      change: async (language, options) => {
        const texts = await loadTexts(language);
        speak(language, options);
        setSpoken({ language, texts });
      },
    }),
    [spoken],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}
