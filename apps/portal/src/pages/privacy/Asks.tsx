import { Button } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { AskModal } from "./AskModal.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { ErasureModal } from "./ErasureModal.tsx";
import { MarketingModal } from "./MarketingModal.tsx";
import type { PlaceData } from "./Place.tsx";
import styles from "./Privacy.module.css";
import { useSignInAgain } from "./use-sign-in-again.tsx";

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
      <CopyButton kind="access" place={place} fresh={fresh} />
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
      <CopyButton kind="portability" place={place} fresh={fresh} />
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
