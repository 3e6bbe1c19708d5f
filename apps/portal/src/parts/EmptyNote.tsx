import type { ComponentType, ReactNode } from "react";
import styles from "./EmptyNote.module.css";

type Props = {
  icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
  title?: string;
  /** What the reader can do next. */
  children?: ReactNode;
  action?: ReactNode;
};

export function EmptyNote({ icon: Icon, title, children, action }: Props) {
  return (
    <div className={styles.note}>
      <span className={styles.icon}>
        <Icon size={28} stroke={1.6} aria-hidden />
      </span>
      {title && <p className={styles.title}>{title}</p>}
      {children && <p className={styles.text}>{children}</p>}
      {action}
    </div>
  );
}
