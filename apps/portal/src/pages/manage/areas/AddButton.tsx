import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";

export function AddButton({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={onClick}>
      {text}
    </Button>
  );
}
