import { NativeSelect } from "@mantine/core";
import { isLanguage } from "@terskel/platform/i18n";
import { useSpeech } from "#language/context.ts";
import { languageNames } from "#language/names.ts";
import { useChooseLanguage } from "#language/use-choose-language.ts";

export function LanguageField({ labelledBy }: { labelledBy: string }) {
  const { language } = useSpeech();
  const choose = useChooseLanguage();
  return (
    <NativeSelect
      aria-labelledby={labelledBy}
      maw={240}
      value={language}
      data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
      onChange={({ currentTarget: { value } }) => {
        if (isLanguage(value)) void choose(value);
      }}
    />
  );
}
