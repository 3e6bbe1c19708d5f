import { Button, Group, Radio, Select, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import {
  logModes,
  logPurposes,
  longestLogDays,
  longestLogReason,
  longestWithoutReason,
  setDoorLog,
  usualLogDays,
} from "@terskel/access/api/log";
import { myDoors, passages } from "@terskel/access/api/passages";
import { doors } from "@terskel/access/api/places";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { WholeNumberInput } from "#parts/WholeNumberInput.tsx";
import { useSend } from "#queries.ts";
import type { Door } from "./DoorList.tsx";

type Props = { organisation: string; door: Door; onClose: () => void };

/** What the door's log tells, what for and how long it is kept (C5), and what that does to what is in it. */
export function LogModal({ organisation, door, onClose }: Props) {
  const { logging: texts, shell } = useTexts();
  const tell = useTell();
  const send = useSend(setDoorLog, { refresh: [doors, myDoors, passages] });
  const { logDays, logMode: mode, logPurpose: purpose, logReason = "" } = door;
  const form = useForm({
    initialValues: { logDays, logMode: mode, logPurpose: purpose, logReason },
  });
  const isLong = form.values.logDays > longestWithoutReason;
  const change = changeOf(door, form.values);
  const params = { organisation, door: door.id };
  return (
    <FormModal
      title={texts.of(door.name)}
      submit={shell.save}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ logReason: reason, ...rest }) =>
        send.mutate(
          { params, body: isLong && reason.trim() ? { ...rest, logReason: reason } : rest },
          {
            onSuccess: () => {
              tell.done(texts.set);
              onClose();
            },
          },
        )
      }
    >
      <Radio.Group label={texts.tells} {...form.getInputProps("logMode")}>
        <Stack gap="xs" mt="xs">
          {logModes.map((value) => (
            <Radio
              key={value}
              value={value}
              label={texts.modes[value]}
              description={texts.modeHints[value]}
            />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.logMode !== "off" && (
        <>
          <Select
            label={texts.purpose}
            description={texts.purposeHint}
            allowDeselect={false}
            data={logPurposes.map((value) => ({ value, label: texts.purposeNames[value] }))}
            {...form.getInputProps("logPurpose")}
          />
          <WholeNumberInput
            label={texts.days}
            description={texts.daysHint}
            min={1}
            max={longestLogDays}
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
          {isLong && (
            <Textarea
              label={texts.reason}
              description={texts.reasonHint}
              autosize
              minRows={2}
              maxLength={longestLogReason}
              required
              {...form.getInputProps("logReason")}
            />
          )}
        </>
      )}
      {change.map((each) => (
        <Text size="sm" key={each}>
          {each === "shorter" ? texts.shorter(texts.count(form.values.logDays)) : texts[each]}
        </Text>
      ))}
    </FormModal>
  );
}

type Change = "emptied" | "unnamed" | "shorter" | "longer";

/** What becomes of what is in the log. */
function changeOf(before: Door, after: Pick<Door, "logMode" | "logDays">): Change[] {
  if (after.logMode === "off") return before.logMode === "off" ? [] : ["emptied"];
  const unnamed = after.logMode === "anonymous" && before.logMode === "personal";
  return [
    ...(unnamed ? (["unnamed"] as const) : []),
    ...(after.logDays < before.logDays ? (["shorter"] as const) : []),
    ...(after.logDays > before.logDays ? (["longer"] as const) : []),
  ];
}
