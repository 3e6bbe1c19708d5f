import { Button, Group } from "@mantine/core";
import { noticeTellings, recordNoticeTold } from "@terskel/kernel/api/notice-versions";
import { useTexts } from "#language/context.ts";
import { Panel } from "#parts/Panel.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

const ways = ["telephone", "counter"] as const;

/** Where staff record that they told somebody of the notice, who gave their data without a page (B13). */
export function ToldPanel({ organisation, person }: { organisation: string; person: string }) {
  const { notice } = useTexts();
  const tell = useTell();
  const send = useSend(recordNoticeTold, { refresh: [noticeTellings] });
  const labels = { telephone: notice.recordTelephone, counter: notice.recordCounter };
  return (
    <Panel title={notice.record} lead={notice.recordText}>
      <Group>
        {ways.map((how) => (
          <Button
            key={how}
            variant="default"
            disabled={send.isPending || send.isSuccess}
            onClick={() =>
              send.mutate(
                { params: { organisation }, body: { person, how } },
                { onSuccess: () => tell.done(notice.recorded), onError: tell.failed },
              )
            }
          >
            {labels[how]}
          </Button>
        ))}
      </Group>
    </Panel>
  );
}
