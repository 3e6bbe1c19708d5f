import { isLanguage, negotiateLanguage, type Language } from "@terskel/platform/i18n";

const key = "terskel.language";
const unsavedKey = "terskel.language.unsaved";
let current: Language | undefined;

/** The language chosen on this device, if one was. */
function chosenLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(key);
    return stored && isLanguage(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** The language to speak: the one chosen, else the browser's, else bokmål. */
export function currentLanguage(): Language {
  current ??= chosenLanguage() ?? negotiateLanguage(navigator.languages.join(","));
  return current;
}

/** Speaks another language from now on; kept on this device if the person chose it. */
export function speak(language: Language, { keep }: { keep: boolean }): void {
  current = language;
  document.documentElement.lang = language;
  if (!keep) return;
  try {
    localStorage.setItem(key, language);
  } catch {
    // Without storage the choice lasts until the page is left.
  }
}

/** Notes that the choice was made before sign-in, and is to become the person's language after it. */
export function noteUnsaved(): void {
  try {
    sessionStorage.setItem(unsavedKey, "yes");
  } catch {
    // Then the language that the person has stored will win.
  }
}

/** Was a choice made before sign-in? Asked once: the answer is forgotten. */
export function takeUnsaved(): boolean {
  try {
    const noted = sessionStorage.getItem(unsavedKey) !== null;
    sessionStorage.removeItem(unsavedKey);
    return noted;
  } catch {
    return false;
  }
}
