import { Button } from "@mantine/core";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { deletePasskey, passkeys } from "@terskel/identity/api/sessions";
import { IconFingerprint } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend } from "#queries.ts";
import { PasskeyModal } from "./PasskeyModal.tsx";
import styles from "./Profile.module.css";

export function Passkeys() {
  const { profile } = useTexts();
  const formats = useFormats();
  const tell = useTell();
  const confirm = useConfirm();
  const query = useList(passkeys, {});
  const remove = useSend(deletePasskey, { refresh: [passkeys] });
  const [adding, setAdding] = useState(false);

  const askToRemove = (passkey: { id: string; name: string }) =>
    confirm({
      title: profile.removePasskey(passkey.name),
      text: profile.removePasskeyText,
      confirm: profile.remove,
      onConfirm: () =>
        remove.mutate(
          { params: { passkey: passkey.id } },
          { onSuccess: () => tell.done(), onError: tell.failed },
        ),
    });

  return (
    <Panel
      title={profile.passkeys}
      lead={profile.passkeysLead}
      actions={
        browserSupportsWebAuthn() && (
          <Button variant="light" onClick={() => setAdding(true)}>
            {profile.addPasskey}
          </Button>
        )
      }
    >
      <ListFrame
        query={query}
        empty={<EmptyNote icon={IconFingerprint}>{profile.passkeysEmpty}</EmptyNote>}
      >
        {(items) => (
          <ul className={styles.rows}>
            {items.map((passkey) => (
              <li key={passkey.id}>
                <div>
                  <span className={styles.name}>{passkey.name}</span>
                  <span className={styles.hint}>
                    {profile.added(formats.dateTime(passkey.createdAt))}
                    {passkey.lastUsedAt &&
                      `, ${profile.usedLast(formats.dateTime(passkey.lastUsedAt))}`}
                  </span>
                </div>
                <Button
                  variant="default"
                  size="sm"
                  aria-label={profile.removePasskey(passkey.name)}
                  onClick={() => askToRemove(passkey)}
                >
                  {profile.remove}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </ListFrame>
      {adding && <PasskeyModal onClose={() => setAdding(false)} />}
    </Panel>
  );
}
