import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCheck,
  IconDoor,
  IconDoorOff,
  IconPlugConnectedX,
  IconShieldQuestion,
  IconX,
} from "@tabler/icons-react";
import { useId, useState } from "react";
import type { MyDoor } from "#doors.ts";
import { useTexts } from "#language/context.ts";
import styles from "./DoorButton.module.css";
import { DoorState } from "./DoorState.tsx";
import { ProofModal } from "#parts/proof/ProofModal.tsx";
import { useSayOutcome } from "./say-outcome.ts";
import { useOpening } from "./use-opening.ts";

type Props = { organisation: string; door: MyDoor; say: (text: string) => void };

const icons = {
  idle: IconDoor,
  opening: IconDoor,
  opened: IconCheck,
  refused: IconX,
  unanswered: IconPlugConnectedX,
  unheard: IconAlertTriangle,
  failed: IconAlertTriangle,
  unproven: IconShieldQuestion,
};

/**
 * One door, one tap: the button is its name, stretched over the whole card. It stays a button in
 * every state, so that focus and thumb stay where they are.
 */
export function DoorButton({ organisation, door, say }: Props) {
  const { doors } = useTexts();
  const { opening, open } = useOpening(organisation, door.id, door.openSeconds);
  const outcomeText = useSayOutcome(door);
  const stateId = useId();
  const [asked, setAsked] = useState(false);
  const possible = door.openable;
  const Icon = possible ? icons[opening.state] : IconDoorOff;

  async function tap() {
    if (!possible || opening.state === "opening") return;
    say("");
    const outcome = await open();
    setAsked(outcome.state === "unproven");
    say(outcomeText(outcome));
    navigator.vibrate?.(outcome.state === "opened" ? 40 : [60, 60, 60]);
  }

  return (
    <div className={styles.door} data-state={possible ? opening.state : "impossible"}>
      <span className={styles.plate}>
        <Icon size={30} stroke={1.7} aria-hidden />
      </span>
      <span className={styles.words}>
        <UnstyledButton
          className={styles.name}
          aria-describedby={stateId}
          aria-disabled={!possible}
          aria-busy={opening.state === "opening"}
          onClick={() => void tap()}
        >
          <VisuallyHidden>{doors.openVerb} </VisuallyHidden>
          {door.name}
        </UnstyledButton>
        <span id={stateId} className={styles.state}>
          <DoorState door={door} opening={opening} />
        </span>
      </span>
      {opening.state === "opening" && <span className={styles.progress} />}
      {opening.state === "opened" && (
        <span className={styles.countdown} style={{ animationDuration: `${opening.seconds}s` }} />
      )}
      {asked && (
        <ProofModal
          text={doors.proof.text(door.name)}
          returnTo="/"
          onProven={() => {
            setAsked(false);
            void tap();
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}
