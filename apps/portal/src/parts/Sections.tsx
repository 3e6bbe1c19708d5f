import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import styles from "./Sections.module.css";

type Section = {
  readonly to: string;
  readonly label: string;
  /** Only this page itself, and not those below its address. */
  readonly exact?: boolean;
};

/** The parts of one place, the one that is shown marked. On a phone they are one row to be drawn sideways. */
export function Sections({ label, links }: { label: string; links: readonly Section[] }) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = nav.current?.querySelector<HTMLElement>("[aria-current]");
    // What comes before it looks in, so that one sees that there is more.
    if (nav.current && shown)
      nav.current.scrollLeft = shown.offsetLeft - nav.current.offsetLeft - 40;
  }, []);
  return (
    <nav aria-label={label} className={styles.sections} ref={nav}>
      {links.map(({ to, label: name, exact = false }) => (
        <Link key={to} to={to} activeOptions={{ exact }} className={styles.section}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
