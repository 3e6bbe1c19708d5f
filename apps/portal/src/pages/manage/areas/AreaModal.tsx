import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addArea, areas, changeArea } from "@terskel/access/api/areas";
import { doors, oneDoor } from "@terskel/access/api/places";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import type { Area } from "./AreasPanel.tsx";

type Props = { organisation: string; area: Area | undefined; onClose: () => void };
type Values = { name: string; passback: Area["passback"]; forgiveHours: string };

const usualHours = [1, 4, 8, 12, 24, 72];

/** A new area, or another name or rule for one that is there. */
export function AreaModal({ organisation, area, onClose }: Props) {
  const { areas: texts, shell } = useTexts();
  const tell = useTell();
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: {
      name: area?.name ?? "",
      passback: area?.passback ?? "soft",
      forgiveHours: String(area?.forgiveHours ?? 12),
    },
  });
  const send = useMutation({
    mutationFn: async ({ forgiveHours, ...values }: Values) => {
      const body = { ...values, forgiveHours: Number(forgiveHours) };
      if (area) await call(changeArea, { params: { organisation, area: area.id }, body });
      else await call(addArea, { params: { organisation }, body });
    },
    onSuccess: async () => {
      const named = [areas, doors, oneDoor];
      await Promise.all(named.map(({ id }) => client.invalidateQueries({ queryKey: [id] })));
      tell.done(area ? undefined : texts.added);
      onClose();
    },
  });
  // With what it is now, which the API may have set to any hour.
  const hours = [...new Set([...usualHours, Number(form.values.forgiveHours)])].toSorted(
    (a, b) => a - b,
  );
  return (
    <FormModal
      title={area ? texts.editArea : texts.addArea}
      submit={area ? shell.save : texts.addArea}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(values) => send.mutate(values)}
    >
      <TextInput label={texts.name} data-autofocus {...form.getInputProps("name")} />
      <NativeSelect
        label={texts.passback}
        description={form.values.passback === "hard" ? texts.hardHint : texts.passbackHint}
        data={(["soft", "hard"] as const).map((value) => ({
          value,
          label: texts.passbackNames[value],
        }))}
        {...form.getInputProps("passback")}
      />
      <NativeSelect
        label={texts.forgive}
        description={texts.forgiveHint}
        data={hours.map((each) => ({ value: String(each), label: texts.hours(each) }))}
        {...form.getInputProps("forgiveHours")}
      />
    </FormModal>
  );
}
