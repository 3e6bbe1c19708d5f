import { useEffect, useState } from "react";
import { useTexts } from "#language/context.ts";

/** How long the door stays unlocked, second by second. */
export function Countdown({ seconds }: { seconds: number }) {
  const { doors } = useTexts();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <span className="figures">{doors.locksIn(left)}</span>;
}
