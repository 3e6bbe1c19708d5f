import { Alert } from "@mantine/core";
import { sending } from "@terskel/kernel/api/sending";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { read } from "#queries.ts";

const soonDays = 30;

/** Whether e-mail and SMS can leave now, and if not, why and what to do. */
export function Sending() {
  const { suppliers: words } = useTexts();
  const formats = useFormats();
  const { data } = useQuery(read(sending, {}));
  if (!data) return null;
  const soon = new Date(Date.now() + soonDays * 86_400_000).toISOString().slice(0, 10);
  const notes = data.channels.map(({ of, host = "", supplier, lastDay, why }) => {
    const what = words.sends[of];
    if (why) return { of, tone: "bad", text: words.stopped(what, host, words.why[why]) };
    if (!supplier) return { of, tone: undefined, text: words.keptHere(what) };
    if (lastDay && lastDay <= soon)
      return { of, tone: "warn", text: words.endsSoon(what, supplier, formats.date(lastDay)) };
    return { of, tone: undefined, text: words.sentBy(what, supplier) };
  });
  return (
    <>
      {notes.map(({ of, tone, text }) => (
        <Alert key={of} role="note" className="note" data-tone={tone}>
          {text}
        </Alert>
      ))}
      {data.waiting > 0 && (
        <Alert role="note" className="note" data-tone="warn">
          {words.waiting(data.waiting)}
        </Alert>
      )}
    </>
  );
}
