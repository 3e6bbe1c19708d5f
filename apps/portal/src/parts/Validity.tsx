import { useTexts } from "../language/context.ts";
import { useFormats } from "../language/use-formats.ts";
import { Tag } from "./Tag.tsx";

type Props = {
  validFrom?: string | undefined;
  validUntil?: string | undefined;
  /** The site's. */
  timeZone: string;
};

/** When a grant holds, and whether it does now. */
export function Validity({ validFrom, validUntil, timeZone }: Props) {
  const { grants } = useTexts();
  const formats = useFormats(timeZone);
  const nowMs = Date.now();
  if (!validFrom && !validUntil) return grants.always;
  const ended = validUntil !== undefined && Date.parse(validUntil) <= nowMs;
  const ahead = validFrom !== undefined && Date.parse(validFrom) > nowMs;
  const text = grants.between(
    validFrom && formats.dateTime(validFrom),
    validUntil && formats.dateTime(validUntil),
  );
  return (
    <>
      {text} {ended && <Tag tone="bad">{grants.ended}</Tag>}
      {ahead && <Tag tone="warn">{grants.notYet}</Tag>}
    </>
  );
}
