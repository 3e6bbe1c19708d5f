import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Panel } from "#parts/Panel.tsx";
import { ContactModal } from "../profile/ContactModal.tsx";
import styles from "./Handover.module.css";
import type { Preview, Takeable } from "./use-bring.ts";
import { Value } from "./Value.tsx";

type Section = Preview["sections"][number];
type Props = {
  seen: Preview;
  busy: boolean;
  error: unknown;
  onConfirm: (sections: Takeable[]) => void;
  /** An address was proved meanwhile: what stands here is another now. */
  onProved: () => void;
};

const takeable: readonly Takeable[] = ["name", "language", "picture"];
const takes = ({ sections }: Preview): Takeable[] =>
  takeable.filter((each) =>
    sections.some(({ section, state }) => section === each && state === "takes"),
  );

/** What the file holds beside what stands here, to be chosen from. */
export function Seen({ seen, busy, error, onConfirm, onProved }: Props) {
  const { handover } = useTexts();
  const { bring } = handover;
  const formats = useFormats();
  const can = takes(seen);
  const [left, setLeft] = useState<readonly Takeable[]>([]);
  const [proving, setProving] = useState<Section>();
  const chosen = can.filter((each) => !left.includes(each));
  const { host } = new URL(seen.installation);
  const made = formats.date(formats.dayKey(seen.issuedAt));

  return (
    <Panel title={bring.seen} lead={bring.seenLead(host, made)}>
      <ul className={styles.sections}>
        {seen.sections.map((each) => {
          const choice = can.find((section) => section === each.section);
          return (
            <li key={each.section}>
              {choice ? (
                <Checkbox
                  label={bring.sections[each.section]}
                  checked={!left.includes(choice)}
                  onChange={({ currentTarget: { checked } }) =>
                    setLeft(checked ? left.filter((one) => one !== choice) : [...left, choice])
                  }
                />
              ) : (
                <span className={styles.name}>{bring.sections[each.section]}</span>
              )}
              <Value section={each} />
              {each.state === "needs-code" && (
                <Button
                  variant="default"
                  size="sm"
                  aria-label={bring.sendCode(bring.sections[each.section])}
                  onClick={() => setProving(each)}
                >
                  {bring.confirmCode}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {error !== null && <ErrorNote error={error} />}
      {can.length > 0 ? (
        <div>
          <Button disabled={chosen.length === 0} loading={busy} onClick={() => onConfirm(chosen)}>
            {bring.confirm}
          </Button>
        </div>
      ) : (
        <p className={styles.text}>{bring.nothing}</p>
      )}
      {proving && (
        <ContactModal
          channel={proving.section === "email" ? "email" : "sms"}
          initial={proving.there}
          onClose={() => {
            setProving(undefined);
            onProved();
          }}
        />
      )}
    </Panel>
  );
}
