import { Button, Group, NumberInput, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { setLogDays, usualLogDays } from "@terskel/access/api/log";
import { myDoors, passages } from "@terskel/access/api/passages";
import { doors } from "@terskel/access/api/places";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import type { Door } from "./DoorList.tsx";

type Props = { organisation: string; door: Door; onClose: () => void };

/** How long the door's log is kept (C5), and what that does to what is in it. */
export function LogDaysModal({ organisation, door, onClose }: Props) {
  const { manage, shell } = useTexts();
  const { doors: texts } = manage;
  const tell = useTell();
  const send = useSend(setLogDays, { refresh: [doors, myDoors, passages] });
  const form = useForm({ initialValues: { logDays: door.logDays } });
  const { logDays } = form.values;
  const params = { organisation, door: door.id };
  return (
    <FormModal
      title={texts.logDaysOf(door.name)}
      submit={shell.save}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(body) =>
        send.mutate(
          { params, body },
          {
            onSuccess: () => {
              tell.done(texts.logDaysSet);
              onClose();
            },
          },
        )
      }
    >
      <NumberInput
        label={texts.logDays}
        description={texts.logDaysHint}
        min={1}
        max={365}
        allowDecimal={false}
        hideControls
        inputMode="numeric"
        data-autofocus
        {...form.getInputProps("logDays")}
      />
      <Group gap="xs">
        {[
          [usualLogDays.homes, texts.usualInHomes],
          [usualLogDays.workplaces, texts.usualAtWork],
        ].map(([days, label]) => (
          <Button
            key={label}
            variant="default"
            size="compact-sm"
            onClick={() => form.setFieldValue("logDays", Number(days))}
          >
            {label}
          </Button>
        ))}
      </Group>
      {logDays !== door.logDays && (
        <Text size="sm">
          {logDays < door.logDays ? texts.logDaysShorter(logDays) : texts.logDaysLonger}
        </Text>
      )}
    </FormModal>
  );
}
