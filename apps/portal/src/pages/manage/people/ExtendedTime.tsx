import { extendedTimeOf, setExtendedTimeOf } from "@terskel/access/api/extended-time";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { OnOff } from "#parts/OnOff.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useSend } from "#queries.ts";

/** That doors stay unlocked for longer for a person, set for them who asked. */
export function ExtendedTime({ organisation, person }: { organisation: string; person: string }) {
  const { extendedTime: texts } = useTexts();
  const params = { organisation, person };
  const query = useQuery(read(extendedTimeOf, { params }));
  const send = useSend(setExtendedTimeOf, { refresh: [extendedTimeOf] });
  const tell = useTell();
  return (
    <Panel title={texts.title} lead={texts.ofPersonLead}>
      <OnOff
        label={texts.ofPerson}
        query={query}
        send={async (on) =>
          await send.mutateAsync({ params, body: { on } }).then(() => tell.done(), tell.failed)
        }
      />
    </Panel>
  );
}
