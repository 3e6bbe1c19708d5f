import { Button, Group } from "@mantine/core";

type Props = {
  /** Of what the row is, for who does not see it beside them. */
  name: string;
  buttons: readonly (readonly [text: string, onClick: () => void])[];
};

export function RowButtons({ name, buttons }: Props) {
  return (
    <Group gap={4}>
      {buttons.map(([text, onClick]) => (
        <Button
          key={text}
          variant="subtle"
          size="sm"
          aria-label={`${text} ${name}`}
          onClick={onClick}
        >
          {text}
        </Button>
      ))}
    </Group>
  );
}
