import { Button, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { AskModal } from "./AskModal.tsx";
import { ErasureModal } from "./ErasureModal.tsx";
import { MarketingModal } from "./MarketingModal.tsx";
import type { PlaceData } from "./Place.tsx";
import styles from "./Privacy.module.css";

type Asked = "rectification" | "restriction" | "erasure" | "marketing";
type Props = { place: PlaceData; alone: boolean; fresh: boolean };

/** Each right one step away. */
export function Asks({ place, alone, fresh }: Props) {
  const { privacy } = useTexts();
  const [asked, setAsked] = useState<Asked>();
  const signInAgain = useSignInAgain();
  const organisation = place.organisation?.id;
  const close = () => setAsked(undefined);
  // An account goes by itself only when no organisation needs it.
  const all: readonly Asked[] = organisation
    ? ["rectification", "restriction", "erasure"]
    : ["rectification", "restriction", "marketing", ...(alone ? (["erasure"] as const) : [])];

  function open(what: Asked) {
    if (what === "erasure" && !organisation && !fresh) signInAgain();
    else setAsked(what);
  }

  return (
    <div className={styles.asks}>
      {all.map((what) => {
        const says = what === "erasure" && !organisation ? privacy.eraseAccount : privacy.ask[what];
        return (
          <Button
            key={what}
            variant="default"
            aria-label={`${says}: ${place.organisation?.name ?? privacy.account}`}
            onClick={() => open(what)}
          >
            {says}
          </Button>
        );
      })}
      {(asked === "rectification" || asked === "restriction") && (
        <AskModal kind={asked} organisation={organisation} onClose={close} />
      )}
      {asked === "marketing" && <MarketingModal onClose={close} />}
      {asked === "erasure" && (
        <ErasureModal organisation={organisation} alone={alone} onClose={close} />
      )}
    </div>
  );
}

/** Asks for a sign-in of just now, and comes back here. */
function useSignInAgain() {
  const { privacy, shell } = useTexts();
  const navigate = useNavigate();
  return () =>
    modals.openConfirmModal({
      title: privacy.signInAgain,
      children: <Text>{privacy.signInAgainText}</Text>,
      labels: { confirm: privacy.signInAgain, cancel: shell.cancel },
      closeButtonProps: { "aria-label": shell.close },
      onConfirm: () => void navigate({ to: "/sign-in", search: { returnTo: "/privacy" } }),
    });
}
