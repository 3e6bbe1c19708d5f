import { Link } from "@tanstack/react-router";
import { use, type ReactNode } from "react";
import { useTexts } from "#language/context.ts";
import { Framed } from "./framed.ts";
import { LanguageMenu } from "./LanguageMenu.tsx";
import { Mark } from "./Mark.tsx";
import foot from "../choices/Choices.module.css";
import styles from "./PublicFrame.module.css";
import { SchemeMenu } from "./SchemeMenu.tsx";

/** A frame for pages that may stand where no other frame could be drawn; nothing when one is there. */
export function StandAlone({ children }: { children: ReactNode }) {
  const { choices } = useTexts();
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
      <footer className={foot.foot}>
        <Link to="/choices">{choices.foot}</Link>
      </footer>
    </div>
  );
}
