import { Link, Outlet } from "@tanstack/react-router";
import { ChoiceBanner } from "../choices/ChoiceBanner.tsx";
import { DemoNotice } from "./DemoNotice.tsx";
import { Foot } from "./Foot.tsx";
import { Framed } from "./framed.ts";
import { LanguageMenu } from "./LanguageMenu.tsx";
import { Mark } from "./Mark.tsx";
import { OfflineNotice } from "./OfflineNotice.tsx";
import styles from "./PublicFrame.module.css";
import { SchemeMenu } from "./SchemeMenu.tsx";
import { SkipLink } from "./SkipLink.tsx";

/** Around the pages that need no sign-in. */
export function PublicFrame() {
  return (
    <div className={styles.frame}>
      <SkipLink />
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
      <div>
        <OfflineNotice />
        <ChoiceBanner />
      </div>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Framed value>
          <Outlet />
        </Framed>
      </main>
      <div>
        <Foot />
        <DemoNotice />
      </div>
    </div>
  );
}
