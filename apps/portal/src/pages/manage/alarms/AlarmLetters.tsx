import { myAlarmLetters, setMyAlarmLetters } from "@terskel/access/api/alarm-letters";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { OnOff } from "#parts/OnOff.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { isProblem } from "#problem.ts";
import { read, useSend } from "#queries.ts";

/** Whether one gets word of alarms by e-mail, and where. */
export function AlarmLetters({ organisation }: { organisation: string }) {
  const { alarms: texts } = useTexts();
  const params = { organisation };
  const query = useQuery(read(myAlarmLetters, { params }));
  const send = useSend(setMyAlarmLetters, { refresh: [myAlarmLetters] });
  const tell = useTell();
  const { email } = query.data ?? {};
  // Nobody is written to before the organisation's notice says so.
  if (isProblem(query.error, "not-announced")) return null;
  return (
    <Panel title={texts.letters}>
      <OnOff
        label={texts.sendMe}
        description={query.data && (email ? texts.sentTo(email) : texts.sentNowhere)}
        query={query}
        send={async (on) =>
          await send.mutateAsync({ params, body: { on } }).then(() => tell.done(), tell.failed)
        }
      />
    </Panel>
  );
}
