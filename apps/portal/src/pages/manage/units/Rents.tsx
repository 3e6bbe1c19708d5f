import { useSpeech } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { stateOf, tenantNames } from "#leases.ts";
import type { Unit } from "./Units.tsx";
import styles from "./Residents.module.css";

/** Who rents a unit now, and who does next. */
export function Rents({ unit }: { unit: Unit }) {
  const { language, texts: all } = useSpeech();
  const { leases: texts } = all;
  const formats = useFormats(unit.site.timeZone);
  const nowMs = Date.now();
  const now = unit.leases.find((lease) => stateOf(lease, nowMs) === "running");
  const next = unit.leases.find((lease) => stateOf(lease, nowMs) === "ahead");
  if (!now && !next) return <span className={styles.nobody}>{texts.nobody}</span>;
  const who = (lease: Unit["leases"][number]) => tenantNames(lease, language) || texts.nameless;
  return (
    <ul className={styles.residents}>
      {now && <li>{texts.now(who(now), now.until && formats.dateTime(now.until))}</li>}
      {next && <li>{texts.next(who(next), formats.dateTime(next.from))}</li>}
    </ul>
  );
}
