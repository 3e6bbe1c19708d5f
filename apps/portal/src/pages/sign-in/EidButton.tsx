import { Button } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useId } from "react";
import { useTexts } from "#language/context.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { useEid } from "./use-eid.ts";
import styles from "./SignIn.module.css";

type Props = { name: string | undefined; returnTo: string };

export function EidButton({ name, returnTo }: Props) {
  const { signIn } = useTexts();
  const { start, busy, error } = useEid();
  const hint = useId();
  return (
    <div className={styles.eid}>
      <Button
        size="xl"
        fullWidth
        classNames={{ root: styles.eidButton ?? "", label: styles.eidLabel ?? "" }}
        leftSection={<IconShieldCheck size={26} aria-hidden />}
        loading={busy}
        disabled={!name}
        aria-describedby={hint}
        onClick={() => start({ returnTo })}
      >
        {signIn.eid(name ?? "eID")}
        <span aria-hidden>{"\u00a0↗"}</span>
      </Button>
      <p className={styles.hint} id={hint}>
        {signIn.eidHint} {signIn.leads(name ?? "eID")}
      </p>
      {error ? <ErrorNote error={error} /> : null}
    </div>
  );
}
