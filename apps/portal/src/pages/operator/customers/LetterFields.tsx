import { Fieldset, Text, Textarea, TextInput } from "@mantine/core";
import { languages } from "@terskel/platform/i18n";
import type { UseFormReturnType } from "@mantine/form";
import { useTexts } from "#language/context.ts";
import { LanguageName } from "./LanguageName.tsx";
import type { toFields } from "./written.ts";

/** Subject and text in each language. */
export function LetterFields<V extends { texts: ReturnType<typeof toFields> }>({
  form,
}: {
  form: UseFormReturnType<V>;
}) {
  const { mailings } = useTexts().customers;
  return (
    <>
      <Text size="sm">
        {mailings.textHint} {mailings.languageHint}
      </Text>
      {languages.map((each) => (
        <Fieldset key={each} legend={<LanguageName of={each} />}>
          <TextInput
            label={mailings.subject}
            lang={each}
            maxLength={150}
            {...form.getInputProps(`texts.${each}.subject`)}
          />
          <Textarea
            mt="sm"
            label={mailings.text}
            lang={each}
            autosize
            minRows={4}
            maxRows={16}
            maxLength={10_000}
            {...form.getInputProps(`texts.${each}.text`)}
          />
        </Fieldset>
      ))}
    </>
  );
}
