import { useForm } from "@mantine/form";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useAsk } from "./use-ask.ts";
import { noWish, WishFields, wishFrom } from "./WishFields.tsx";

type Props = {
  kind: "rectification" | "restriction";
  organisation: string | undefined;
  onClose: () => void;
};

/** A rectification or a restriction. */
export function AskModal({ kind, organisation, onClose }: Props) {
  const { privacy } = useTexts();
  const form = useForm({ initialValues: noWish });
  const { ask, busy, error } = useAsk(organisation, onClose);
  return (
    <FormModal
      title={privacy.ask[kind]}
      submit={privacy.send}
      form={form}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={(values) => ask(wishFrom(kind, values))}
    >
      <WishFields kind={kind} form={form} />
    </FormModal>
  );
}
