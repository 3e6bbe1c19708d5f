import { Modal } from "@mantine/core";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { Facts } from "#parts/Facts.tsx";
import { useFocusBack } from "#parts/use-focus-back.ts";
import type { Breach } from "./Breaches.tsx";

/** All that is on record of a breach that is closed, for whoever asks for it (GDPR Art. 33(5)). */
export function ClosedModal({ breach, onClose }: { breach: Breach; onClose: () => void }) {
  const { accountability: words, desk, shell } = useTexts();
  const formats = useFormats();
  useFocusBack();
  const at = (instant: string | undefined) => instant && formats.dateTime(instant);
  const facts = [
    [words.what, breach.what],
    [words.awareAt, at(breach.awareAt)],
    [words.due, at(breach.dueAt)],
    [words.highRisk, breach.highRisk ? desk.yes : undefined],
    [words.affected, breach.affected],
    [words.measures, breach.measures],
    [words.authorityToldAt, at(breach.authorityToldAt)],
    [words.authorityReason, breach.authorityReason],
    [words.personsToldAt, at(breach.personsToldAt)],
    [words.personsReason, breach.personsReason],
    [words.closed, at(breach.closedAt)],
    [words.recordedBy, breach.recordedBy],
  ] as const;
  return (
    <Modal
      opened
      onClose={onClose}
      title={breach.title}
      closeButtonProps={{ "aria-label": shell.close }}
    >
      <Facts facts={facts.filter(([, value]) => value !== undefined)} />
    </Modal>
  );
}
