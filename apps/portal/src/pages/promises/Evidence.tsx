import type { promises } from "@terskel/kernel/api/promises";
import type { Received } from "@terskel/platform/contract";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import styles from "./Promises.module.css";

type Props = { evidence: Received<typeof promises>["evidence"] };

/** For which code the tests are known to have passed, and how to find out when it is not known. */
export function Evidence({ evidence: { code, ranAt, commit, command } }: Props) {
  const { promises: words } = useTexts();
  const formats = useFormats();
  if (!code) return <p className={styles.text}>{words.codeChanged}</p>;
  return (
    <p className={styles.text}>
      {ranAt ? words.verified(formats.dateTime(ranAt)) : words.notVerified}
      {!ranAt && <code className={styles.command}>{command}</code>}
      <span className={styles.soft}>
        {" "}
        {commit && (
          <>
            {words.commit}: <code translate="no">{commit}</code>.{" "}
          </>
        )}
        {words.code}: {code}
      </span>
    </p>
  );
}
