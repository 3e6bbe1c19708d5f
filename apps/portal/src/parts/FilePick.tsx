import { Button, FileButton } from "@mantine/core";
import { useState, type ComponentType, type DragEvent } from "react";
import styles from "./FilePick.module.css";

type Props = {
  icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
  words: {
    readonly file: string;
    readonly drop: string;
    readonly dropHint: string;
    readonly choose: string;
    readonly another: string;
    readonly reading: string;
  };
  /** File endings and media types, separated by commas. */
  accept: string;
  busy: boolean;
  /** Is there a file already? */
  again: boolean;
  onFile: (file: File) => void;
};

/** Takes a file by dropping or by choosing; the button does for mouse, keyboard and screen reader. */
export function FilePick({ icon: Icon, words, accept, busy, again, onFile }: Props) {
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
      <Icon size={38} stroke={1.5} aria-hidden />
      <p className={styles.words}>{words.drop}</p>
      <p className={styles.hint}>{words.dropHint}</p>
      <FileButton
        accept={accept}
        inputProps={{ "aria-label": words.file }}
        onChange={(file) => file && onFile(file)}
      >
        {(props) => (
          <Button {...props} variant={again ? "default" : "filled"} loading={busy}>
            {again ? words.another : words.choose}
          </Button>
        )}
      </FileButton>
      <span role="status">{busy && words.reading}</span>
    </div>
  );
}
