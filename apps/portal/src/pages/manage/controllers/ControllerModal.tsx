import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addController, controllers } from "@terskel/access/api/controllers";
import { doors, sites } from "@terskel/access/api/places";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { all, useSend } from "#queries.ts";
import type { Enrolment } from "./EnrolmentModal.tsx";

type Props = {
  organisation: string;
  onClose: () => void;
  onEnrolled: (enrolment: Enrolment) => void;
};

export function ControllerModal({ organisation, onClose, onEnrolled }: Props) {
  const { controllers: texts } = useTexts().manage;
  const params = { organisation };
  const places = useQuery(all(sites, { params }));
  const form = useForm({ initialValues: { name: "", site: "" } });
  const send = useSend(addController, { refresh: [controllers, doors] });
  const site = form.values.site || (places.data?.[0]?.id ?? "");
  return (
    <FormModal
      title={texts.add}
      submit={texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ name }) =>
        send.mutate(
          { params, body: { name, site } },
          {
            onSuccess: ({ enrolment }) => {
              onClose();
              onEnrolled({ name, content: enrolment });
            },
          },
        )
      }
    >
      <TextInput label={texts.name} data-autofocus {...form.getInputProps("name")} />
      <NativeSelect
        label={texts.site}
        data={places.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        {...form.getInputProps("site")}
        value={site}
      />
    </FormModal>
  );
}
