import { NativeSelect } from "@mantine/core";
import type { Text } from "@terskel/platform/i18n";
import { useSpeech } from "#language/context.ts";

type Props = {
  purposes: readonly { readonly id: string; readonly text: Text }[];
  value: string;
  onChange: (purpose: string) => void;
};

/** What a person's data is opened for: until one is chosen, nothing comes. */
export function PurposeField({ purposes, value, onChange }: Props) {
  const { language, texts } = useSpeech();
  const { advisers: words } = texts;
  return (
    <NativeSelect
      label={words.purpose}
      value={value}
      data={[
        { value: "", label: words.choose },
        ...purposes.map(({ id, text }) => ({ value: id, label: text[language] })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
