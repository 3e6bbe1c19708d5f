import { Button, FileButton, Group, Text } from "@mantine/core";
import { deletePicture, me, putPicture } from "@terskel/identity/api/me";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useMe } from "#me.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Portrait } from "#parts/Portrait.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import styles from "./Profile.module.css";
import { shrunk } from "./shrink.ts";

export function Picture() {
  const { profile } = useTexts();
  const tell = useTell();
  const person = useMe();
  const put = useSend(putPicture, { refresh: [me], timeoutMs: 60_000 });
  const remove = useSend(deletePicture, { refresh: [me] });
  const [unreadable, setUnreadable] = useState(false);

  async function choose(file: File | null) {
    if (!file) return;
    setUnreadable(false);
    try {
      put.mutate({ body: { image: await shrunk(file) } }, { onSuccess: () => tell.done() });
    } catch {
      setUnreadable(true);
    }
  }

  return (
    <Panel title={profile.picture} lead={profile.pictureHint}>
      <div className={styles.picture}>
        <Portrait
          person={person}
          size={96}
          {...(person.hasPicture ? { alt: profile.pictureAlt } : {})}
        />
        <Group>
          <FileButton
            accept="image/jpeg,image/png,image/webp"
            onChange={(file) => void choose(file)}
          >
            {(props) => (
              <Button {...props} variant="light" loading={put.isPending}>
                {person.hasPicture ? profile.changePicture : profile.choosePicture}
              </Button>
            )}
          </FileButton>
          {person.hasPicture && (
            <Button
              variant="default"
              loading={remove.isPending}
              onClick={() => remove.mutate({}, { onSuccess: () => tell.done() })}
            >
              {profile.removePicture}
            </Button>
          )}
        </Group>
      </div>
      {unreadable && (
        <Text role="alert" c="var(--bad-ink)">
          {profile.pictureUnreadable}
        </Text>
      )}
      {(put.error || remove.error) && <ErrorNote error={put.error ?? remove.error} />}
    </Panel>
  );
}
