import { useMemo } from "react";
import { formatsOf } from "../format.ts";
import { useSpeech } from "./context.ts";

export function useFormats(timeZone?: string) {
  const { language } = useSpeech();
  return useMemo(() => formatsOf(language, timeZone), [language, timeZone]);
}
