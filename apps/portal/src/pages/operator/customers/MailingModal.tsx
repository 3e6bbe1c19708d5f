import { useForm } from "@mantine/form";
import { addMailing, changeMailing, mailings, oneMailing } from "@terskel/customers/api/mailings";
import { useNavigate } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import { LetterFields } from "./LetterFields.tsx";
import { fromFields, toFields, type Written } from "./written.ts";

type Props = {
  /** Which to change; absent: another. */
  mailing?: { id: string; texts: Written };
  onClose: () => void;
};

export function MailingModal({ mailing, onClose }: Props) {
  const { mailings: texts } = useTexts().customers;
  const tell = useTell();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { texts: toFields(mailing?.texts) } });
  const add = useSend(addMailing, { refresh: [mailings] });
  const change = useSend(changeMailing, { refresh: [mailings, oneMailing] });

  function submit(values: typeof form.values) {
    const body = { texts: fromFields(values.texts) };
    if (mailing) {
      const params = { mailing: mailing.id };
      change.mutate(
        { params, body },
        {
          onSuccess: () => {
            tell.done(texts.changed);
            onClose();
          },
        },
      );
      return;
    }
    add.mutate(
      { body },
      {
        onSuccess: ({ id }) => {
          tell.done(texts.added);
          onClose();
          void navigate({ to: `/operator/mailings/${id}` });
        },
      },
    );
  }

  return (
    <FormModal
      title={mailing ? texts.change : texts.add}
      submit={mailing ? texts.change : texts.add}
      form={form}
      busy={add.isPending || change.isPending}
      error={add.error ?? change.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <LetterFields form={form} />
    </FormModal>
  );
}
