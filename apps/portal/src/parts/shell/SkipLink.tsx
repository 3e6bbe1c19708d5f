import { useTexts } from "#language/context.ts";
import styles from "./SkipLink.module.css";

export function SkipLink() {
  const { shell } = useTexts();
  return (
    <a
      href="#main"
      className={styles.skip}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}
    >
      {shell.skip}
    </a>
  );
}
