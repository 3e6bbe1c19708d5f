import type { ReactNode } from "react";
import styles from "./Tag.module.css";

export type Tone = "good" | "bad" | "warn" | "plain" | "brand";

type Props = { tone?: Tone; icon?: ReactNode; children: ReactNode };

/** A short state in a word. The word says it; the colour only helps. */
export function Tag({ tone = "plain", icon, children }: Props) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
