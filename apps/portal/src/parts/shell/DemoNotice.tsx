import { signInOptions } from "@terskel/identity/api/sign-in";
import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { read } from "#queries.ts";
import styles from "./Notice.module.css";

/** Says, in the demo, that nobody here is real. */
export function DemoNotice() {
  const { data } = useQuery({ ...read(signInOptions, {}), staleTime: Infinity });
  const { shell } = useTexts();
  if (!data?.demo) return null;
  return (
    <aside className={styles.notice} aria-label={shell.demo}>
      {shell.demo}
      <Link to="/demo">{shell.demoLink}</Link>
    </aside>
  );
}
