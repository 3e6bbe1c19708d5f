import { useNetwork } from "@mantine/hooks";
import { IconWifiOff } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import styles from "./Notice.module.css";

export function OfflineNotice() {
  const { online } = useNetwork();
  const { shell } = useTexts();
  return (
    <div role="status">
      {!online && (
        <p className={styles.notice} data-tone="warn">
          <IconWifiOff size={18} aria-hidden />
          {shell.offline}
        </p>
      )}
    </div>
  );
}
