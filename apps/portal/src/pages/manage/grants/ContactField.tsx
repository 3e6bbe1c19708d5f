import { TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTexts } from "#language/context.ts";
import type { GrantValues } from "./GrantModal.tsx";

/** To whom has this address or number, for who does not see the organisation's people. */
export function ContactField({ form }: { form: UseFormReturnType<GrantValues> }) {
  const { giving } = useTexts();
  return (
    <TextInput
      label={giving.contact}
      description={giving.contactHint}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      data-autofocus
      {...form.getInputProps("contact")}
      value={form.values.contact ?? ""}
    />
  );
}
