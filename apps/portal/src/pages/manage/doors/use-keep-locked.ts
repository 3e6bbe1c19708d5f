import { myDoors } from "@terskel/access/api/passages";
import { doors, oneDoor } from "@terskel/access/api/places";
import { endKeptLocked, keepLocked } from "@terskel/access/api/unlocking";
import { useTexts } from "#language/context.ts";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import type { Door } from "./DoorList.tsx";

const refresh = [doors, oneDoor, myDoors];

/** Puts a door's schedule aside for the day, or lets the door go by it again: one tap, and one to undo it. */
export function useKeepLocked(organisation: string, door: Door) {
  const { unlocking: texts } = useTexts();
  const tell = useTell();
  const keep = useSend(keepLocked, { refresh });
  const end = useSend(endKeptLocked, { refresh });
  const params = { organisation, door: door.id };
  const said = (text: string) => ({ onSuccess: () => tell.done(text), onError: tell.failed });
  const isKept = door.unlocking?.now === "kept-locked";
  return {
    text: isKept ? texts.end : texts.keep,
    busy: keep.isPending || end.isPending,
    turn: () =>
      isKept
        ? end.mutate({ params }, said(texts.ended))
        : keep.mutate({ params, body: {} }, said(texts.kept)),
  };
}
