import { Button, Stack } from "@mantine/core";
import { addressFile, requestAddressCode } from "@terskel/kernel/api/address-requests";
import { IconFileDownload, IconUnlink } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { callFile } from "#api.ts";
import { save } from "#download.ts";
import { useTexts } from "#language/context.ts";
import { CodeForm } from "#parts/CodeForm.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useSend } from "#queries.ts";
import { AddressField } from "./AddressField.tsx";

type Sent = { email: string; code: string; expiresAt: string };

/** Where a letter leads whoever asked by an address: a code that proves it once more, and the copy comes. */
export function FetchCopy() {
  const { privacy } = useTexts();
  const { file, others } = privacy;
  const { request } = useSearch({ strict: false });
  const [sent, setSent] = useState<Sent>();
  const fetching = useMutation({
    mutationKey: [addressFile.id],
    mutationFn: async (body: { request: string; code: string; digits: string }) => {
      save(await callFile(addressFile, { body }));
    },
  });
  return (
    <Page title={file.title} lead={file.lead}>
      <Panel>
        {!request ? (
          <EmptyNote icon={IconUnlink} title={file.noLink}>
            {file.noLinkText}
          </EmptyNote>
        ) : fetching.isSuccess ? (
          <EmptyNote icon={IconFileDownload} title={file.done}>
            {file.doneText}
          </EmptyNote>
        ) : sent ? (
          <CodeForm
            sent={others.sentTo(sent.email)}
            expiresAt={sent.expiresAt}
            confirm={file.confirm}
            error={fetching.error}
            busy={fetching.isPending}
            onCode={(digits) => fetching.mutate({ request, code: sent.code, digits })}
          />
        ) : (
          <Address onSent={setSent} />
        )}
      </Panel>
    </Page>
  );
}

function Address({ onSent }: { onSent: (sent: Sent) => void }) {
  const { privacy } = useTexts();
  const [email, setEmail] = useState("");
  const send = useSend(requestAddressCode);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const address = email.trim();
        send.mutate(
          { body: { email: address } },
          { onSuccess: (code) => onSent({ ...code, email: address }) },
        );
      }}
    >
      <Stack>
        <AddressField value={email} onChange={setEmail} />
        {send.error && <ErrorNote error={send.error} />}
        <Button type="submit" loading={send.isPending}>
          {privacy.others.sendCode}
        </Button>
      </Stack>
    </form>
  );
}
