import { FileInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { addSupplierAgreement, oneSupplier, suppliers } from "@terskel/kernel/api/suppliers";
import { useState } from "react";
import { base64Of } from "#base64.ts";
import { sending } from "@terskel/kernel/api/sending";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { DayPicker } from "#parts/pickers/DayPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = { supplier: string; onClose: () => void };

/** A new agreement with a supplier: its days and its document. */
export function AgreementModal({ supplier, onClose }: Props) {
  const { suppliers: words } = useTexts();
  const tell = useTell();
  const [firstDay, setFirstDay] = useState("");
  const [lastDay, setLastDay] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const form = useForm({ initialValues: {} });
  const send = useSend(addSupplierAgreement, { refresh: [oneSupplier, suppliers, sending] });

  async function submit() {
    setTried(true);
    if (!firstDay) return;
    const document = file && {
      name: file.name.slice(0, 120),
      content: base64Of(new Uint8Array(await file.arrayBuffer())),
    };
    const body = { firstDay, ...(lastDay ? { lastDay } : {}), ...(document ? { document } : {}) };
    send.mutate(
      { params: { supplier }, body },
      {
        onSuccess: () => {
          tell.done(words.registered);
          onClose();
        },
      },
    );
  }

  return (
    <FormModal
      title={words.register}
      submit={words.register}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <DayPicker
        label={words.firstDay}
        past
        value={firstDay}
        onChange={setFirstDay}
        error={tried && !firstDay ? words.firstDayMissing : undefined}
      />
      <DayPicker
        label={words.lastDay}
        description={words.lastDayHint}
        value={lastDay}
        onChange={setLastDay}
      />
      <FileInput
        label={words.document}
        description={words.documentHint}
        placeholder={words.chooseDocument}
        accept="application/pdf"
        value={file}
        onChange={setFile}
      />
    </FormModal>
  );
}
