import { Button } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import styles from "./SignIn.module.css";

export function DemoCard() {
  const { signIn } = useTexts();
  return (
    <aside className={styles.demo} aria-label={signIn.demo}>
      <p>
        <strong>{signIn.demo}.</strong> {signIn.demoText}
      </p>
      <Button
        component={Link}
        to="/demo"
        variant="light"
        leftSection={<IconUsers size={20} aria-hidden />}
      >
        {signIn.demoLink}
      </Button>
    </aside>
  );
}
