import { useTexts } from "../language/context.ts";
import { useFormats } from "../language/use-formats.ts";
import { Tag } from "./Tag.tsx";

type Props = {
  validFrom?: string | undefined;
  validUntil?: string | undefined;
  schedule?: { readonly name: string } | undefined;
  /** The site's. */
  timeZone: string;
};

/** When a grant holds, by which schedule, and whether its time has come. */
export function Validity({ validFrom, validUntil, schedule, timeZone }: Props) {
  const { grants } = useTexts();
  const formats = useFormats(timeZone);
  const nowMs = Date.now();
  if (!validFrom && !validUntil) return schedule?.name ?? grants.always;
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
      {schedule && ` · ${schedule.name}`}
    </>
  );
}
