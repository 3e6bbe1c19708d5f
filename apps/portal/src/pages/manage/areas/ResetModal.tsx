import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { resetArea } from "@terskel/access/api/areas";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { PersonPicker } from "#parts/pickers/PersonPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import type { Area } from "./AreasPanel.tsx";

type Props = { organisation: string; area: Area; onClose: () => void };
type Values = { person: string | null };

/** Somebody, or everybody, is outside again. */
export function ResetModal({ organisation, area, onClose }: Props) {
  const { areas: texts, giving } = useTexts();
  const tell = useTell();
  const form = useForm<Values>({ initialValues: { person: null } });
  const send = useSend(resetArea);
  return (
    <FormModal
      title={texts.resetTitle(area.name)}
      submit={texts.reset}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ person }) =>
        send.mutate(
          { params: { organisation, area: area.id }, body: person ? { person } : {} },
          {
            onSuccess: () => {
              tell.done(texts.resetDone);
              onClose();
            },
          },
        )
      }
    >
      <Text>{texts.resetLead}</Text>
      <PersonPicker
        organisation={organisation}
        label={texts.resetWho}
        description={texts.resetHint}
        placeholder={texts.resetAll}
        clearable
        clearButtonProps={{ "aria-label": giving.clear }}
        {...field(form, "person")}
      />
    </FormModal>
  );
}
