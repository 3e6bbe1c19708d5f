import { Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { askProof, deskRequests, extendRequest, readDeskRequest } from "@terskel/kernel/api/desk";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = {
  what: "extend" | "proof";
  params: { organisation: string; request: string };
  onClose: () => void;
};

/** What takes a reason that the person is told. */
export function ReasonModal({ what, params, onClose }: Props) {
  const { desk, privacy } = useTexts();
  const tell = useTell();
  const form = useForm({ initialValues: { reason: "", wanted: "" } });
  const refresh = [deskRequests, readDeskRequest];
  const extend = useSend(extendRequest, { refresh });
  const proof = useSend(askProof, { refresh });
  const isExtension = what === "extend";
  const { isPending, error } = isExtension ? extend : proof;
  const done = (message: string) => ({
    onSuccess: () => {
      tell.done(message);
      onClose();
    },
  });
  return (
    <FormModal
      title={isExtension ? desk.extendTitle : desk.proofTitle}
      submit={isExtension ? desk.extend : desk.proof}
      form={form}
      busy={isPending}
      error={error}
      onClose={onClose}
      onSubmit={({ reason, wanted }) => {
        if (isExtension) extend.mutate({ params, body: { reason } }, done(desk.extended));
        else proof.mutate({ params, body: { wanted } }, done(desk.proofAsked));
      }}
    >
      <Text>{isExtension ? desk.extendText : desk.proofText}</Text>
      <Textarea
        label={isExtension ? desk.extendReason : desk.proofWanted}
        description={privacy.noNumbers}
        autosize
        minRows={3}
        maxLength={2000}
        required
        data-autofocus
        {...form.getInputProps(isExtension ? "reason" : "wanted")}
      />
    </FormModal>
  );
}
