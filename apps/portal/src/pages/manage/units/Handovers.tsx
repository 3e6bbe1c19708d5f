import { Stack, Text } from "@mantine/core";
import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { changesOf, tenantNames } from "#leases.ts";
import type { Change, Lease } from "#leases.ts";
import type { Unit } from "./Units.tsx";

/** When a unit's doors change hands, in words. */
export function Handovers({ unit }: { unit: Unit }) {
  const { language, texts: all } = useSpeech();
  const { leases: texts } = all;
  const formats = useFormats(unit.site.timeZone);
  const changes = changesOf(unit.leases, Date.now());
  const who = (lease: Lease) => tenantNames(lease, language) || texts.nameless;
  const say = ({ at, leaves, enters }: Change) => {
    const when = formats.dateTime(at);
    if (leaves && enters) return texts.handover(when, who(leaves), who(enters));
    return leaves ? texts.leaves(when, who(leaves)) : enters && texts.enters(when, who(enters));
  };
  if (changes.length === 0) return null;
  return (
    <Stack gap={4} mb="md">
      {changes.map((change) => (
        <Text key={change.at}>{say(change)}</Text>
      ))}
    </Stack>
  );
}
