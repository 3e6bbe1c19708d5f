import { useState } from "react";
import { base64Of } from "#base64.ts";
import { useTell } from "./use-tell.tsx";

/** What a file's bytes, in base64, are sent to, and what comes of them; either can be forgotten. */
type Steps = {
  readonly preview: { mutate: (content: string) => void; reset: () => void };
  readonly take: { reset: () => void };
};

/** The file that a person has chosen: read here, and looked at by the server before anything is taken over. */
export function useChosenFile(largestBytes: number) {
  const tell = useTell();
  const [file, setFile] = useState<File>();
  const [content, setContent] = useState("");
  const tooLarge = file !== undefined && file.size > largestBytes;

  const withSteps = ({ preview, take }: Steps) => ({
    choose: async (picked: File) => {
      take.reset();
      preview.reset();
      setFile(picked);
      if (picked.size > largestBytes) return;
      try {
        const bytes = base64Of(new Uint8Array(await picked.arrayBuffer()));
        setContent(bytes);
        preview.mutate(bytes);
      } catch (error) {
        // The file was moved or locked between choosing and reading it.
        tell.failed(error);
      }
    },
    startOver: () => {
      setFile(undefined);
      preview.reset();
      take.reset();
    },
  });
  return { file, content, tooLarge, withSteps };
}
