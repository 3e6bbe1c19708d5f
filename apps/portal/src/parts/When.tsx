import { useFormats } from "../language/use-formats.ts";

type Props = { at: string; timeZone?: string; only?: "time"; precise?: boolean };

/** An instant in the reader's words; the exact one on hover and for machines. */
export function When({ at, timeZone, only, precise }: Props) {
  const formats = useFormats(timeZone);
  return (
    <time dateTime={at} title={formats.exact(at)}>
      {only === "time"
        ? formats.time(at)
        : precise
          ? formats.dateTimeSeconds(at)
          : formats.dateTime(at)}
    </time>
  );
}
