import { Button } from "@mantine/core";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { useMe } from "#me.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Facts } from "#parts/Facts.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useEid } from "../sign-in/use-eid.ts";

export function Eid() {
  const { profile } = useTexts();
  const formats = useFormats();
  const person = useMe();
  const { start, busy, error } = useEid();
  return (
    <Panel title={profile.eid}>
      {person.eidConnected ? (
        <Facts
          facts={[
            [
              profile.eid,
              <Tag key="connected" tone="good">
                {profile.eidConnected}
              </Tag>,
            ],
            ...(person.lastEidAt
              ? ([[profile.lastEid, formats.exact(person.lastEidAt)]] as const)
              : []),
          ]}
        />
      ) : (
        <>
          <p>{profile.eidMissing}</p>
          <Button
            variant="light"
            loading={busy}
            onClick={() => start({ returnTo: "/profile" })}
            style={{ alignSelf: "flex-start" }}
          >
            {profile.connectEid}
          </Button>
        </>
      )}
      {error && <ErrorNote error={error} />}
    </Panel>
  );
}
