import { Checkbox, Skeleton, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ownErasurePlan } from "@terskel/kernel/api/requests";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { FormModal } from "#parts/FormModal.tsx";
import { read } from "#queries.ts";
import { Plan } from "./Plan.tsx";
import { useAsk } from "./use-ask.ts";

type Props = {
  organisation: string | undefined;
  /** Is it the only one the person belongs to? */
  alone: boolean;
  onClose: () => void;
};

/** An erasure, with what it does first. */
export function ErasureModal({ organisation, alone, onClose }: Props) {
  const { privacy, shell } = useTexts();
  const form = useForm({ initialValues: { account: false } });
  const account = form.values.account ? "true" : "false";
  const query = { account, ...(organisation ? { organisation } : {}) };
  const plan = useQuery(read(ownErasurePlan, { query }));
  const { ask, busy, error } = useAsk(organisation, onClose);
  return (
    <FormModal
      title={organisation ? privacy.erasureTitle : privacy.eraseAccount}
      submit={organisation ? privacy.erase : privacy.eraseAccount}
      form={form}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={(values) => ask({ kind: "erasure", account: values.account })}
    >
      <Text>{privacy.erasureHint}</Text>
      {plan.data ? (
        <Plan plan={plan.data.plan} />
      ) : plan.error ? (
        <ErrorNote error={plan.error} retry={() => void plan.refetch()} />
      ) : (
        <Skeleton height={160} role="status" aria-label={shell.loading} />
      )}
      {organisation && alone && (
        <Checkbox
          label={privacy.withAccount}
          description={privacy.withAccountHint}
          {...form.getInputProps("account", { type: "checkbox" })}
        />
      )}
      <Text>{privacy.erasureGone}</Text>
    </FormModal>
  );
}
