import { Link } from "@tanstack/react-router";
import { use, type ReactNode } from "react";
import { Framed } from "./framed.ts";
import { LanguageMenu } from "./LanguageMenu.tsx";
import { Mark } from "./Mark.tsx";
import styles from "./PublicFrame.module.css";
import { SchemeMenu } from "./SchemeMenu.tsx";

/** A frame for pages that may stand where no other frame could be drawn; nothing when one is there. */
export function StandAlone({ children }: { children: ReactNode }) {
  if (use(Framed)) return children;
  return (
    <div className={styles.frame}>
      <header className={styles.bar} data-on-screen>
        <Link to="/" className={styles.brand}>
          <Mark />
          Terskel
        </Link>
        <span className={styles.tools}>
          <LanguageMenu />
          <SchemeMenu />
        </span>
      </header>
      <span />
      <main className={styles.main}>{children}</main>
    </div>
  );
}
