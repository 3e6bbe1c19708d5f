import { Button, Stack, NativeSelect } from "@mantine/core";
import { useForm } from "@mantine/form";
import { makeAddressRequest, requestAddressCode } from "@terskel/kernel/api/address-requests";
import type { Received } from "@terskel/platform/contract";
import { IconMailCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { CodeForm } from "#parts/CodeForm.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { FormProblem } from "#parts/FormProblem.tsx";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useSend } from "#queries.ts";
import { AddressField } from "./AddressField.tsx";
import styles from "./Privacy.module.css";
import { noWish, WishFields, wishFrom } from "./WishFields.tsx";
import type { AddressKind } from "./WishFields.tsx";
import type { Wish } from "./requests.ts";

type Sent = { email: string; wish: Wish; code: string; expiresAt: string };
type Made = Received<typeof makeAddressRequest>["requests"];
const kinds: readonly AddressKind[] = [
  "access",
  "erasure",
  "rectification",
  "restriction",
  "portability",
  "marketing",
];

/** A request by whoever has no account: what, then the code that proves the address. */
export function ByAddress() {
  const { privacy } = useTexts();
  const [sent, setSent] = useState<Sent>();
  const [made, setMade] = useState<Made>();
  const send = useSend(makeAddressRequest);
  function again() {
    setSent(undefined);
    setMade(undefined);
    send.reset();
  }
  return (
    <Page title={privacy.others.title} lead={privacy.others.lead}>
      <Panel>
        {made ? (
          <Done made={made} onAgain={again} />
        ) : sent ? (
          <CodeForm
            sent={privacy.others.sentTo(sent.email)}
            expiresAt={sent.expiresAt}
            confirm={privacy.others.confirm}
            error={send.error}
            busy={send.isPending}
            onCode={(digits) =>
              send.mutate(
                { body: { code: sent.code, digits, wish: sent.wish } },
                { onSuccess: ({ requests }) => setMade(requests) },
              )
            }
          />
        ) : (
          <What onSent={setSent} />
        )}
      </Panel>
    </Page>
  );
}

function What({ onSent }: { onSent: (sent: Sent) => void }) {
  const { privacy } = useTexts();
  const { others } = privacy;
  const [kind, setKind] = useState<AddressKind>("access");
  const [email, setEmail] = useState("");
  const form = useForm({ initialValues: noWish });
  const send = useSend(requestAddressCode);
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        const wish = wishFrom(kind, values);
        send.mutate(
          { body: { email: email.trim() } },
          { onSuccess: (code) => onSent({ ...code, email: email.trim(), wish }) },
        );
      })}
    >
      <Stack>
        <NativeSelect
          label={others.what}
          value={kind}
          data={kinds.map((value) => ({ value, label: privacy.ask[value] }))}
          onChange={({ currentTarget: { value } }) =>
            setKind(kinds.find((each) => each === value) ?? "access")
          }
        />
        <WishFields kind={kind} form={form} />
        <AddressField value={email} onChange={setEmail} />
        <FormProblem error={send.error} form={form} />
        <Button type="submit" loading={send.isPending}>
          {others.sendCode}
        </Button>
      </Stack>
    </form>
  );
}

function Done({ made, onAgain }: { made: Made; onAgain: () => void }) {
  const { privacy } = useTexts();
  const formats = useFormats();
  const { others } = privacy;
  return (
    <Stack>
      <EmptyNote icon={IconMailCheck} title={made.length > 0 ? others.done : others.none}>
        {made.length > 0 ? others.doneText : others.noneText}
      </EmptyNote>
      <ul className={styles.rows}>
        {made.map(({ number, organisation, dueAt }) => (
          <li key={number}>
            <span className={styles.words}>
              {organisation} · {privacy.number(number)}
            </span>
            <span className={styles.hint}>{formats.dateTime(dueAt)}</span>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={onAgain}>
        {others.again}
      </Button>
    </Stack>
  );
}
