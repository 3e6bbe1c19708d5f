import { useEffect, useState } from "react";

/** Whole seconds until an instant, counting down to 0. */
export function useSecondsUntil(instant: string): number {
  const until = () => Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 1_000));
  const [left, setLeft] = useState(until);
  useEffect(() => {
    const timer = setInterval(() => setLeft(until), 1_000);
    return () => clearInterval(timer);
  }, [instant]);
  return left;
}
