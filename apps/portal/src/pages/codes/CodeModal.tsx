import { Checkbox, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { giveCode, longestCodeName, myCodes } from "@terskel/access/api/keypads";
import { useId, useState } from "react";
import type { KeypadDoor } from "#keypads.ts";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { newId } from "#new-id.ts";
import { field } from "#parts/field.ts";
import { ProofIfAsked } from "#parts/proof/ProofIfAsked.tsx";
import { FormModal } from "#parts/FormModal.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { useSend } from "#queries.ts";

/** What is shown once, and sent on. */
export type Given = {
  readonly name: string;
  readonly number: string;
  readonly doors: readonly KeypadDoor[];
  readonly until: string;
};
type Props = {
  organisation: string;
  doors: readonly KeypadDoor[];
  onGiven: (given: Given) => void;
  onClose: () => void;
};

const hourMs = 3_600_000;
const lengths = ["4", "24", "72", "168"] as const;

/** For whom, at which doors, once or often, and until when: for the courier it is a name and a tap. */
export function CodeModal({ organisation, doors, onGiven, onClose }: Props) {
  const { keypads, problems } = useTexts();
  const { codes: texts } = keypads;
  const timeZone = doors[0]?.timeZone;
  const formats = useFormats(timeZone);
  const send = useSend(giveCode, { refresh: [myCodes] });
  // Sent again after no answer it is the same code, from the same moment.
  const [code, setCode] = useState(newId);
  const [nowMs, setNowMs] = useState(() => Date.now());
  const [opensId, lastsId] = [useId(), useId()];
  const form = useForm({
    onValuesChange: () => {
      setCode(newId());
      setNowMs(Date.now());
    },
    initialValues: {
      name: "",
      doors: doors.length === 1 ? doors.map(({ id }) => id) : ([] as string[]),
      uses: "once",
      from: "",
      hours: "24",
    },
    validate: {
      name: (said) => (said.trim() === "" ? problems.fields.required : null),
      doors: (chosen) => (chosen.length === 0 ? texts.noDoor : null),
    },
  });
  const { values } = form;
  const from = values.from || new Date(nowMs).toISOString();
  const until = new Date(Date.parse(from) + Number(values.hours) * hourMs).toISOString();
  const give = ({ name, doors: chosen, uses }: typeof values) =>
    send.mutate(
      {
        params: { organisation, code },
        body: { name, doors: chosen, from, until, once: uses === "once" },
      },
      {
        onSuccess: ({ number }) => {
          onClose();
          const opened = doors.filter(({ id }) => chosen.includes(id));
          onGiven({ name, number, doors: opened, until });
        },
      },
    );
  return (
    <FormModal
      title={texts.add}
      submit={texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={give}
    >
      <ProofIfAsked error={send.error} retry={() => give(values)} />
      <TextInput
        label={texts.name}
        description={texts.nameHint}
        maxLength={longestCodeName}
        data-autofocus
        {...form.getInputProps("name")}
      />
      <Checkbox.Group label={texts.doors} {...form.getInputProps("doors")}>
        <Stack gap="xs" mt="xs">
          {doors.map(({ id, name, site }) => (
            <Checkbox key={id} value={id} label={`${name} · ${site}`} />
          ))}
        </Stack>
      </Checkbox.Group>
      <div>
        <Text id={opensId} size="sm" fw={600} mb={6}>
          {texts.opens}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={opensId}
          data={[
            { value: "once", label: texts.once },
            { value: "many", label: texts.many },
          ]}
          {...field(form, "uses")}
        />
      </div>
      <InstantPicker
        label={texts.from}
        description={texts.fromHint}
        timeZone={timeZone}
        {...field(form, "from")}
      />
      <div>
        <Text id={lastsId} size="sm" fw={600} mb={6}>
          {texts.lasts}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={lastsId}
          data={lengths.map((hours) => ({ value: hours, label: texts.lengths[hours] }))}
          {...field(form, "hours")}
        />
        <Text size="sm" mt={6}>
          {texts.until(formats.hour(until, nowMs))}
        </Text>
      </div>
    </FormModal>
  );
}
