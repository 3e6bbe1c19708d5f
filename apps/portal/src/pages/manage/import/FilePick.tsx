import { Button, FileButton } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useState, type DragEvent } from "react";
import { useTexts } from "#language/context.ts";
import styles from "./Import.module.css";

type Props = {
  busy: boolean;
  /** Is there a file already? */
  again: boolean;
  onFile: (file: File) => void;
};

/** Takes a file by dropping or by choosing; the button does for mouse, keyboard and screen reader. */
export function FilePick({ busy, again, onFile }: Props) {
  const { importing } = useTexts();
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  }

  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={38} stroke={1.5} aria-hidden />
      <p className={styles.words}>{importing.drop}</p>
      <p className={styles.hint}>{importing.dropHint}</p>
      <FileButton
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        inputProps={{ "aria-label": importing.file }}
        onChange={(file) => file && onFile(file)}
      >
        {(props) => (
          <Button {...props} variant={again ? "default" : "filled"} loading={busy}>
            {again ? importing.another : importing.choose}
          </Button>
        )}
      </FileButton>
      <span role="status">{busy && importing.reading}</span>
    </div>
  );
}
