import { useEffect, useState } from "react";

/**
 * When this is gone the focus is where it was before it came, or on the page's heading. What is mounted
 * only while it is open cannot leave that to the dialog, which goes with it.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Once the dialog is gone, and only if nothing else took the focus meanwhile.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const back = before?.isConnected ? before : document.querySelector("h1");
        if (back instanceof HTMLElement) back.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
