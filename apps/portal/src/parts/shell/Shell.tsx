import { Link, Outlet } from "@tanstack/react-router";
import { Fragment } from "react";
import { useTexts } from "#language/context.ts";
import { useMe } from "#me.ts";
import { useOwnLanguage } from "#language/use-own-language.ts";
import { ChoiceBanner } from "../choices/ChoiceBanner.tsx";
import { DemoNotice } from "./DemoNotice.tsx";
import { Foot } from "./Foot.tsx";
import { Framed } from "./framed.ts";
import { LanguageMenu } from "./LanguageMenu.tsx";
import { ManageLinks } from "./ManageLinks.tsx";
import { Mark } from "./Mark.tsx";
import { useNavigation } from "./navigation.ts";
import { OfflineNotice } from "./OfflineNotice.tsx";
import { PersonMenu } from "./PersonMenu.tsx";
import { SchemeMenu } from "./SchemeMenu.tsx";
import styles from "./Shell.module.css";
import { useEidProblem } from "./use-eid-problem.ts";
import { SkipLink } from "./SkipLink.tsx";

/** Around the signed-in pages: navigation below on a phone, at the side on a desktop. */
export function Shell() {
  const { shell } = useTexts();
  const places = useNavigation();
  useOwnLanguage();
  useEidProblem();
  const { memberships } = useMe();
  return (
    <div className={styles.shell}>
      <SkipLink />
      <header className={styles.bar} data-on-screen>
        <Link to="/" className={styles.brand}>
          <Mark size={30} />
          Terskel
        </Link>
        <span className={styles.tools}>
          <LanguageMenu />
          <SchemeMenu />
          <PersonMenu />
        </span>
      </header>
      <nav className={styles.navigation} aria-label={shell.navigation}>
        {places.map(({ to, short, label, icon: Icon }) => (
          <Fragment key={to}>
            <Link to={to} className={styles.place} activeOptions={{ exact: to === "/" }}>
              <Icon size={24} stroke={1.7} aria-hidden />
              <span className={styles.short}>{short}</span>
              <span className={styles.label}>{label}</span>
            </Link>
            {to === "/manage" && <ManageLinks />}
          </Fragment>
        ))}
      </nav>
      <div className={styles.body}>
        <OfflineNotice />
        <DemoNotice />
        <ChoiceBanner />
        <main id="main" tabIndex={-1} className={styles.main}>
          <Framed value>
            <Outlet />
          </Framed>
        </main>
        <Foot organisations={memberships.map(({ organisation }) => organisation)} />
      </div>
    </div>
  );
}
