import { Alert, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { countPassages, exportPassages, exportRows } from "@terskel/access/api/log-export";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { callFile } from "#api.ts";
import { save } from "#download.ts";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { DayPicker } from "#parts/pickers/DayPicker.tsx";
import { noReceiver, receiverBody, ReceiverFields, receiverRules } from "#parts/ReceiverFields.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import styles from "./Log.module.css";
import { dayBefore, periodOf } from "./period.ts";
import type { LogSearch } from "./search.ts";

type Props = { search: LogSearch; timeZone: string; onClose: () => void };

/** So far back a file goes, in days, when nothing is said. */
const usualDays = 30;

/** What the filters show as a file, once it is said who gets it. */
export function ExportModal({ search, timeZone, onClose }: Props) {
  const { giving, problems } = useTexts();
  const { export: texts } = giving.log;
  const { id: organisation } = useOrganisation();
  const tell = useTell();
  const { from, to, ...rest } = search;
  const today = dayBefore(0, timeZone, Date.now());
  const last = to ?? today;
  const form = useForm({
    initialValues: {
      from: from ?? dayBefore(usualDays, timeZone, Date.parse(`${last}T12:00:00Z`)),
      to: last,
      recipient: "",
      ...noReceiver,
    },
    validate: {
      from: (day, values) =>
        !day ? problems.fields.required : values.to && day > values.to ? texts.turned : null,
      to: (day) => (day ? null : problems.fields.required),
      recipient: (who) => (who.trim() ? null : problems.fields.required),
      ...receiverRules(problems.fields.required),
    },
  });
  const { values } = form;
  const whole = values.from !== "" && values.to !== "" && values.from <= values.to;
  const params = { organisation };
  const filter = { ...rest, ...periodOf(values, timeZone) };
  const count = useQuery({
    ...read(countPassages, { params, query: whole ? filter : rest }),
    enabled: whole,
  });
  const send = useMutation({
    mutationKey: [exportPassages.id],
    mutationFn: async ({ recipient, from: day, to: until, ...receiver }: typeof values) => {
      const days = { from: day, to: until };
      const { from: first = "", until: end = "" } = periodOf(days, timeZone);
      const body = { ...rest, from: first, until: end, recipient, ...receiverBody(receiver) };
      const file = await callFile(exportPassages, { params, body });
      save(new File([file], texts.fileName(days.from, days.to), { type: "text/csv" }));
    },
    onSuccess: () => {
      tell.done(texts.done);
      onClose();
    },
  });
  return (
    <FormModal
      title={texts.open}
      submit={texts.submit}
      form={form}
      busy={send.isPending}
      error={send.error}
      disabled={whole && count.data?.passages === 0}
      onClose={onClose}
      onSubmit={(given) => send.mutate(given)}
    >
      <Alert className="note" data-tone="warn" icon={<IconAlertTriangle aria-hidden />}>
        {texts.lead}
      </Alert>
      <div className={styles.days}>
        <DayPicker label={giving.log.fromDay} past short {...field(form, "from")} />
        <DayPicker label={giving.log.toDay} past short {...field(form, "to")} />
      </div>
      <TextInput
        label={texts.recipient}
        description={texts.recipientHint}
        maxLength={120}
        data-autofocus
        {...form.getInputProps("recipient")}
      />
      <ReceiverFields form={form} />
      <div role="status">{whole && count.data && <Count passages={count.data.passages} />}</div>
      {count.error && <ErrorNote error={count.error} retry={() => void count.refetch()} />}
    </FormModal>
  );
}

function Count({ passages }: { passages: number }) {
  const { export: texts } = useTexts().giving.log;
  const formats = useFormats();
  return (
    <Text fw={600}>
      {passages > exportRows
        ? texts.tooMany(formats.number(exportRows))
        : texts.count(formats.number(passages), passages)}
    </Text>
  );
}
