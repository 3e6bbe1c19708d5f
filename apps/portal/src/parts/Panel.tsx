import { Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import styles from "./Panel.module.css";

type Props = { title?: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A titled part of a page. */
export function Panel({ title, lead, actions, children }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} {...(title ? { "aria-labelledby": id } : {})}>
      {(title || actions) && (
        <header className={styles.head}>
          <div>
            {title && (
              <Title order={2} id={id} className={styles.title}>
                {title}
              </Title>
            )}
            {lead && <p className={styles.lead}>{lead}</p>}
          </div>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
