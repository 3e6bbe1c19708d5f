import type { Received } from "@terskel/platform/contract";
import type { oneSupplier } from "@terskel/kernel/api/suppliers";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { Tag, type Tone } from "#parts/Tag.tsx";

type Supplier = Received<typeof oneSupplier>;

const tones: Record<Supplier["state"], Tone> = {
  "in-force": "good",
  begins: "warn",
  ended: "bad",
  none: "bad",
};

/** Whether there is an agreement in force, and until when. */
export function AgreementState({ state, agreement }: Pick<Supplier, "state" | "agreement">) {
  const { suppliers: words } = useTexts();
  const formats = useFormats();
  return (
    <span>
      <Tag tone={tones[state]}>{words.states[state]}</Tag>{" "}
      {state === "begins" && agreement && words.from(formats.date(agreement.firstDay))}
      {state !== "begins" && agreement?.lastDay && words.until(formats.date(agreement.lastDay))}
    </span>
  );
}
