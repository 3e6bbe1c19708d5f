import { Alert, NativeSelect, Radio, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { decideRequest, deskRequests, readDeskRequest } from "@terskel/kernel/api/desk";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import type { DeskRequest } from "./OneRequest.tsx";

type ReasonCode = NonNullable<DeskRequest["reasonCode"]>;
type Values = { decision: "granted" | "partly" | "refused"; reasonCode: string; reason: string };
type Props = { organisation: string; request: DeskRequest; onClose: () => void };

/** The answer: what it does is said before it is given. */
export function DecideModal({ organisation, request, onClose }: Props) {
  const { desk, privacy } = useTexts();
  const tell = useTell();
  const form = useForm<Values>({
    initialValues: { decision: "granted", reasonCode: "", reason: "" },
  });
  const send = useSend(decideRequest, {
    refresh: [deskRequests, readDeskRequest],
    timeoutMs: 40_000,
  });
  const { decision, reasonCode } = form.values;
  const codes = Object.entries(privacy.reasons) as [ReasonCode, string][];

  function submit(values: Values) {
    const code = codes.find(([each]) => each === values.reasonCode)?.[0];
    const reason = values.reason.trim();
    const body = {
      decision: values.decision,
      ...(values.decision !== "granted" && code ? { reasonCode: code } : {}),
      ...(reason ? { reason } : {}),
    };
    send.mutate(
      { params: { organisation, request: request.id }, body },
      {
        onSuccess: () => {
          tell.done(desk.decided);
          onClose();
        },
      },
    );
  }

  return (
    <FormModal
      title={desk.decideTitle}
      submit={desk.decide}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Radio.Group label={desk.decision} {...form.getInputProps("decision")}>
        <Stack gap="xs" mt="xs">
          <Radio value="granted" label={desk.grant} />
          <Radio value="partly" label={desk.grantPartly} />
          <Radio value="refused" label={desk.refuse} />
        </Stack>
      </Radio.Group>
      {decision !== "refused" && (
        <Alert role="note" className="note" data-tone="warn">
          {desk.decideHints[request.kind]}
        </Alert>
      )}
      {decision !== "granted" && (
        <NativeSelect
          label={desk.reasonCode}
          required
          data={[
            { value: "", label: desk.chooseReason },
            ...codes.map(([value, label]) => ({ value, label })),
          ]}
          {...form.getInputProps("reasonCode")}
        />
      )}
      <Textarea
        label={desk.reason}
        description={privacy.noNumbers}
        required={decision !== "granted" && reasonCode === "other"}
        autosize
        minRows={3}
        maxLength={2000}
        {...form.getInputProps("reason")}
      />
    </FormModal>
  );
}
