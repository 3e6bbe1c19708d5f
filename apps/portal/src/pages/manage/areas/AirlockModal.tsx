import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addAirlock, airlocks, changeAirlock } from "@terskel/access/api/areas";
import { doors, oneDoor } from "@terskel/access/api/places";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import type { Airlock } from "./AirlocksPanel.tsx";

type Props = { organisation: string; airlock: Airlock | undefined; onClose: () => void };

/** A new airlock, or another name for one that is there. */
export function AirlockModal({ organisation, airlock, onClose }: Props) {
  const { areas: texts, shell } = useTexts();
  const tell = useTell();
  const client = useQueryClient();
  const form = useForm({ initialValues: { name: airlock?.name ?? "" } });
  const send = useMutation({
    mutationFn: async (body: { name: string }) => {
      if (airlock)
        await call(changeAirlock, { params: { organisation, airlock: airlock.id }, body });
      else await call(addAirlock, { params: { organisation }, body });
    },
    onSuccess: async () => {
      const named = [airlocks, doors, oneDoor];
      await Promise.all(named.map(({ id }) => client.invalidateQueries({ queryKey: [id] })));
      tell.done(airlock ? undefined : texts.added);
      onClose();
    },
  });
  return (
    <FormModal
      title={airlock ? texts.editAirlock : texts.addAirlock}
      submit={airlock ? shell.save : texts.addAirlock}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(values) => send.mutate(values)}
    >
      <TextInput label={texts.name} data-autofocus {...form.getInputProps("name")} />
    </FormModal>
  );
}
