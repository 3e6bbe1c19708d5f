import { Button } from "@mantine/core";
import { revokeSession, sessions } from "@terskel/identity/api/sessions";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend, type Item } from "#queries.ts";
import styles from "./Profile.module.css";

export function Sessions() {
  const { profile } = useTexts();
  const formats = useFormats();
  const tell = useTell();
  const query = useList(sessions, {});
  const revoke = useSend(revokeSession, { refresh: [sessions] });
  const deviceName = ({ device: { browser, system } }: Item<typeof sessions>) =>
    browser && system
      ? profile.deviceName(browser, system)
      : (browser ?? system ?? profile.unknownDevice);
  return (
    <Panel title={profile.sessions} lead={profile.sessionsLead}>
      <ListFrame query={query} empty={null}>
        {(items) => (
          <ul className={styles.rows}>
            {items.map((session) => (
              <li key={session.id}>
                <div>
                  <span className={styles.name}>
                    {deviceName(session)}
                    {session.current && <Tag tone="good">{profile.thisDevice}</Tag>}
                  </span>
                  <span className={styles.hint}>
                    {profile.methods[session.method]} · {session.ip}
                  </span>
                  <span className={styles.hint}>
                    {profile.since(formats.dateTime(session.createdAt))},{" "}
                    {profile.lastSeen(formats.dateTime(session.lastSeenAt))}
                  </span>
                </div>
                {!session.current && (
                  <Button
                    variant="default"
                    size="sm"
                    aria-label={profile.endSession(deviceName(session))}
                    onClick={() =>
                      revoke.mutate(
                        { params: { session: session.id } },
                        { onSuccess: () => tell.done(profile.ended), onError: tell.failed },
                      )
                    }
                  >
                    {profile.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </ListFrame>
    </Panel>
  );
}
