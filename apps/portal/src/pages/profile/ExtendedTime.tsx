import { myExtendedTime, setMyExtendedTime } from "@terskel/access/api/extended-time";
import { myDoors } from "@terskel/access/api/passages";
import { useQuery } from "@tanstack/react-query";
import { useMyDoors } from "#doors.ts";
import { useTexts } from "#language/context.ts";
import { OnOff } from "#parts/OnOff.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useSend } from "#queries.ts";

/** That doors stay unlocked for longer for oneself, where one has doors. */
export function ExtendedTime() {
  const { extendedTime: texts } = useTexts();
  const { byOrganisation } = useMyDoors();
  const here = byOrganisation.filter(({ doors }) => doors.length > 0);
  if (here.length === 0) return null;
  return (
    <Panel title={texts.title} lead={texts.lead}>
      {here.map(({ membership: { organisation } }) => (
        <OneOrganisation
          key={organisation.id}
          organisation={organisation.id}
          hint={here.length > 1 ? texts.at(organisation.name) : undefined}
        />
      ))}
    </Panel>
  );
}

function OneOrganisation({
  organisation,
  hint,
}: {
  organisation: string;
  hint: string | undefined;
}) {
  const { extendedTime: texts } = useTexts();
  const params = { organisation };
  const query = useQuery(read(myExtendedTime, { params }));
  const send = useSend(setMyExtendedTime, { refresh: [myExtendedTime, myDoors] });
  const tell = useTell();
  return (
    <OnOff
      label={texts.mine}
      description={hint}
      query={query}
      send={async (on) =>
        await send.mutateAsync({ params, body: { on } }).then(() => tell.done(), tell.failed)
      }
    />
  );
}
