import type { Language } from "@terskel/platform/i18n";
import { createContext, use } from "react";
import type { Texts } from "../texts/en.ts";

export type Speech = {
  readonly language: Language;
  readonly texts: Texts;
  /** `keep`: the person chose it on this device. */
  readonly change: (language: Language, options: { keep: boolean }) => Promise<void>;
};

export const SpeechContext = createContext<Speech | undefined>(undefined);

export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error("outside LanguageProvider");
  return speech;
}

export function useTexts(): Texts {
  return useSpeech().texts;
}
