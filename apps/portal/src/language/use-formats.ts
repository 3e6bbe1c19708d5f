import { formatsOf } from "../format.ts";
import { useSpeech } from "./context.ts";

export function useFormats(timeZone?: string) {
  const { language } = useSpeech();
  return formatsOf(language, timeZone);
}
