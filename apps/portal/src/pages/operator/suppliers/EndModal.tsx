import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Contract } from "@terskel/platform/contract";
import { endSupplierAgreement } from "@terskel/kernel/api/suppliers";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { DayPicker } from "#parts/pickers/DayPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = {
  supplier: string;
  agreement: { id: string; lastDay?: string | undefined };
  refresh: readonly Contract[];
  onClose: () => void;
};

/** Sets an agreement's last day. */
export function EndModal({ supplier, agreement, refresh, onClose }: Props) {
  const { suppliers: words } = useTexts();
  const tell = useTell();
  const [lastDay, setLastDay] = useState(agreement.lastDay ?? "");
  const [tried, setTried] = useState(false);
  const form = useForm({ initialValues: {} });
  const send = useSend(endSupplierAgreement, { refresh });
  const submit = () => {
    setTried(true);
    if (!lastDay) return;
    send.mutate(
      { params: { supplier, agreement: agreement.id }, body: { lastDay } },
      {
        onSuccess: () => {
          tell.done(words.ended);
          onClose();
        },
      },
    );
  };
  return (
    <FormModal
      title={words.end}
      submit={words.end}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{words.endText}</Text>
      <DayPicker
        label={words.lastDay}
        value={lastDay}
        onChange={setLastDay}
        error={tried && !lastDay ? words.lastDayMissing : undefined}
      />
    </FormModal>
  );
}
