import { Button, Group, NativeSelect } from "@mantine/core";
import { agreement, endAgreement, takeEndBack } from "@terskel/kernel/api/agreements";
import type { Received } from "@terskel/platform/contract";
import { useState } from "react";
import { DayPicker } from "#parts/pickers/DayPicker.tsx";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { Panel } from "#parts/Panel.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = {
  agreement: Received<typeof agreement>;
  /** What the plan is shown by. */
  onAsk: (asked: { lastDay: string; months: number }) => void;
};

const mostMonths = 6;

/** Sets the end, or takes it back. */
export function EndForm({ agreement: now, onAsk }: Props) {
  const { agreement: words } = useTexts();
  const formats = useFormats();
  const confirm = useConfirm();
  const tell = useTell();
  const params = { organisation: now.organisation.id };
  const [lastDay, setLastDay] = useState(now.endsAt ? formats.dayKey(now.endsAt) : "");
  const [months, setMonths] = useState(now.agreedMonths);
  const end = useSend(endAgreement, { refresh: [agreement] });
  const takeBack = useSend(takeEndBack, { refresh: [agreement] });
  const ask = (day: string, after: number) => {
    setLastDay(day);
    setMonths(after);
    if (day) onAsk({ lastDay: day, months: after });
  };
  const askToEnd = () =>
    now.asked &&
    confirm({
      title: words.endTitle,
      text: words.endText(formats.dateOf(now.asked.endsAt), formats.dateOf(now.asked.dataGoesAt)),
      confirm: now.endsAt ? words.change : words.end,
      onConfirm: () =>
        end.mutate(
          { params, body: { lastDay, months } },
          { onSuccess: () => tell.done(words.ending), onError: tell.failed },
        ),
    });
  return (
    <Panel title={now.endsAt ? words.change : words.end}>
      <DayPicker
        label={words.lastDay}
        description={words.lastDayHint}
        value={lastDay}
        onChange={(day) => ask(day, months)}
      />
      <NativeSelect
        label={words.months}
        maw={420}
        value={String(months)}
        data={Array.from({ length: mostMonths + 1 }, (_, after) => ({
          value: String(after),
          label: words.monthsAfter(after),
        }))}
        onChange={({ currentTarget: { value } }) => ask(lastDay, Number(value))}
      />
      <Group mt="sm">
        <Button color="red.8" disabled={!now.asked} loading={end.isPending} onClick={askToEnd}>
          {now.endsAt ? words.change : words.end}
        </Button>
        {now.endsAt && (
          <Button
            variant="default"
            loading={takeBack.isPending}
            onClick={() =>
              takeBack.mutate(
                { params },
                { onSuccess: () => tell.done(words.takenBack), onError: tell.failed },
              )
            }
          >
            {words.takeBack}
          </Button>
        )}
      </Group>
    </Panel>
  );
}
