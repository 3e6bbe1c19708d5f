import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { announceNotice, noticeVersions } from "@terskel/kernel/api/notice-versions";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { type Item, useSend } from "#queries.ts";
import { News } from "./News.tsx";

type Props = {
  organisation: string;
  version: Item<typeof noticeVersions>;
  onClose: () => void;
};

/** What everyone is about to be told, and from when on it is in force. */
export function AnnounceModal({ organisation, version, onClose }: Props) {
  const { notice } = useTexts();
  const tell = useTell();
  const [inForceAt, setInForceAt] = useState("");
  const [tried, setTried] = useState(false);
  const form = useForm({ initialValues: {} });
  const send = useSend(announceNotice, { refresh: [noticeVersions] });
  function submit() {
    setTried(true);
    if (!inForceAt) return;
    send.mutate(
      { params: { organisation }, body: { number: version.number, inForceAt } },
      {
        onSuccess: () => {
          tell.done(notice.announced);
          onClose();
        },
      },
    );
  }
  return (
    <FormModal
      title={notice.announceTitle}
      submit={notice.announce}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{notice.announceText}</Text>
      <News row={version} />
      <InstantPicker
        label={notice.from}
        description={notice.fromHint}
        value={inForceAt}
        onChange={setInForceAt}
        timeZone={undefined}
        error={tried && !inForceAt ? notice.fromMissing : undefined}
      />
    </FormModal>
  );
}
