import { Alert, Button, Modal, Stack } from "@mantine/core";
import { myCredentials } from "@terskel/access/api/credentials";
import { newPin } from "@terskel/access/api/keypads";
import { useState } from "react";
import { useMyCards } from "#cards.ts";
import { useKeypads, type KeypadsOf } from "#keypads.ts";
import { useTexts } from "#language/context.ts";
import { isProblem } from "#problem.ts";
import { Digits } from "#parts/Digits.tsx";
import { Panel } from "#parts/Panel.tsx";
import { ProofIfAsked } from "#parts/proof/ProofIfAsked.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import styles from "./Profile.module.css";

type Drawn = { readonly pin: string; readonly duress: string };

/** A PIN of one's own, where there is a keypad to type it at. */
export function OwnPin() {
  const { pin: texts } = useTexts().keypads;
  const { byOrganisation } = useKeypads();
  if (byOrganisation.length === 0) return null;
  return (
    <Panel title={texts.title} lead={texts.lead}>
      <ul className={styles.rows}>
        {byOrganisation.map((here) => (
          <OnePin
            key={here.membership.organisation.id}
            {...here}
            isOneOfSeveral={byOrganisation.length > 1}
          />
        ))}
      </ul>
    </Panel>
  );
}

function OnePin({ membership, doors, isOneOfSeveral }: KeypadsOf & { isOneOfSeveral: boolean }) {
  const { pin: texts } = useTexts().keypads;
  const { organisation } = membership;
  const { cards } = useMyCards();
  const [drawn, setDrawn] = useState<Drawn>();
  const send = useSend(newPin, { refresh: [myCredentials] });
  const confirm = useConfirm();
  const tell = useTell();
  const hasOne = cards.some(
    (each) => each.organisation.id === organisation.id && each.card.kind === "pin",
  );
  const draw = () =>
    send.mutate(
      { params: { organisation: organisation.id } },
      {
        onSuccess: setDrawn,
        onError: (error) => {
          if (!isProblem(error, "step-up-required")) tell.failed(error);
        },
      },
    );
  const ask = () =>
    confirm({
      title: texts.newTitle,
      text: texts.newText,
      confirm: texts.getNew,
      onConfirm: draw,
    });
  return (
    <li>
      <div className={styles.card}>
        {isOneOfSeveral && <span className={styles.name}>{texts.several(organisation.name)}</span>}
        <span className={styles.hint}>{texts.at(doors.map(({ name }) => name).join(", "))}</span>
      </div>
      <Button
        variant={hasOne ? "default" : "filled"}
        loading={send.isPending}
        onClick={hasOne ? ask : draw}
      >
        {hasOne ? texts.getNew : texts.get}
      </Button>
      <ProofIfAsked error={send.error} retry={draw} />
      {drawn && <PinModal drawn={drawn} onClose={() => setDrawn(undefined)} />}
    </li>
  );
}

/** Kept nowhere that it could be read again, so this closes only by its button. */
function PinModal({ drawn, onClose }: { drawn: Drawn; onClose: () => void }) {
  const { pin: texts } = useTexts().keypads;
  return (
    <Modal
      opened
      title={texts.shown}
      onClose={onClose}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Digits label={texts.shown} digits={drawn.pin} />
        <Alert className="note" data-tone="warn">
          {texts.keep}
        </Alert>
        <h3 className={styles.name}>{texts.duress}</h3>
        <Digits label={texts.duress} digits={drawn.duress} />
        <p className={styles.hint}>{texts.duressText}</p>
        <Button data-autofocus onClick={onClose}>
          {texts.done}
        </Button>
      </Stack>
    </Modal>
  );
}
