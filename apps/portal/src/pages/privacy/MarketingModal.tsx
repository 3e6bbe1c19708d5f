import { Radio, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useAsk } from "./use-ask.ts";

type Props = { onClose: () => void };

/** What ends at once and everywhere (Art. 21(2) and (3)). */
export function MarketingModal({ onClose }: Props) {
  const { privacy } = useTexts();
  const form = useForm({ initialValues: { to: "direct-marketing" } });
  const { ask, busy, error } = useAsk(undefined, onClose);
  return (
    <FormModal
      title={privacy.marketingTitle}
      submit={privacy.send}
      form={form}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={({ to }) => ask({ kind: "objection", to })}
    >
      <Text>{privacy.marketingText}</Text>
      <Radio.Group label={privacy.marketingWhich} {...form.getInputProps("to")}>
        <Stack gap="xs" mt="xs">
          <Radio value="direct-marketing" label={privacy.marketing} />
          <Radio value="profiling" label={privacy.profiling} />
        </Stack>
      </Radio.Group>
    </FormModal>
  );
}
