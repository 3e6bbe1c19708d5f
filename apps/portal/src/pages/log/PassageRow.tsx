import { useTexts } from "#language/context.ts";
import { sayHow } from "#language/say-how.ts";
import { useFormats } from "#language/use-formats.ts";
import { LateTag } from "#parts/LateTag.tsx";
import { OutcomeTag } from "#parts/OutcomeTag.tsx";
import { When } from "#parts/When.tsx";
import styles from "./Log.module.css";
import type { Passage } from "./own-passages.ts";

export function PassageRow({ passage }: { passage: Passage }) {
  const texts = useTexts();
  const { doors, keypads } = texts;
  const { timeZone } = passage.door;
  const formats = useFormats(timeZone);
  const reasons: Readonly<Record<string, string>> = doors.logReasons;
  return (
    <li className={styles.passage}>
      <span className={styles.time}>
        <When at={passage.at} timeZone={timeZone} only="time" />
      </span>
      <span className={styles.what}>
        <span className={styles.door}>{passage.door.name}</span>
        <span className={styles.how}>
          {passage.credential === "code" ? keypads.yourCode : sayHow(texts, passage)}
          {(passage.outcome === "refused" || passage.reason === "passback") &&
            reasons[passage.reason] && <> · {reasons[passage.reason]}</>}
        </span>
        <span className={styles.how}>{doors.log.keptUntil(formats.dateOf(passage.keptUntil))}</span>
      </span>
      <span className={styles.tags}>
        <LateTag {...passage} timeZone={timeZone} />
        <OutcomeTag outcome={passage.outcome} />
      </span>
    </li>
  );
}
