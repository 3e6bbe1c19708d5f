import { Title } from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";
import styles from "./Page.module.css";

type Props = {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  back?: ReactNode;
  children: ReactNode;
};

let arrived = false;

/** A page: its heading takes the focus on arrival, so that a screen reader says where one is. */
export function Page({ title, lead, actions, back, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Terskel`;
  }, [title]);
  useEffect(() => {
    // Not on the very first page: there the browser itself announces the document.
    if (arrived) heading.current?.focus({ preventScroll: true });
    arrived = true;
  }, []);
  return (
    <div className={styles.page}>
      {back}
      <header className={styles.head}>
        <div className={styles.words}>
          <Title order={1} ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </Title>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && (
          <div className={styles.actions} data-on-screen>
            {actions}
          </div>
        )}
      </header>
      {children}
    </div>
  );
}
