import { myPass } from "@terskel/access/api/credentials";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isProblem } from "#problem.ts";
import { read } from "#queries.ts";
import { shownAt } from "./shown.ts";

/** Codes for some minutes are there before those are over. */
const renewMs = 60_000;
/** While doors are being told of a new pass, and when no answer came. */
const soonMs = 5_000;

/** The person's pass in an organisation, and the code of it that is to be shown now. */
export function usePass(organisation: string) {
  const query = useQuery({
    ...read(myPass, { params: { organisation } }),
    // Codes are of now: what was fetched for the page before is fetched anew.
    staleTime: 0,
    refetchInterval: ({ state: { data, error } }) => {
      if (isProblem(error, "pass-blocked")) return renewMs;
      // Whoever is asked who they are answers first.
      if (isProblem(error, "step-up-required")) return false;
      return error || (data && data.doors.waiting > 0) ? soonMs : renewMs;
    },
  });
  const [fromMs, setFromMs] = useState(0);
  const { data, dataUpdatedAt } = query;
  // By the cloud's clock, whatever the phone's says.
  const nowMs = useNow() + (data ? Date.parse(data.at) - dataUpdatedAt : 0);
  const isBlocked = isProblem(query.error, "pass-blocked");
  const shown = data && !isBlocked ? shownAt(data, nowMs, fromMs) : undefined;
  return {
    query,
    isBlocked,
    shown,
    secondsLeft: shown ? Math.max(0, Math.ceil((shown.untilMs - nowMs) / 1_000)) : 0,
    /** The code after this one, for a door right behind the first. */
    showNext: () => shown && setFromMs(shown.untilMs),
  };
}

/** The phone's clock, second by second, and at once when one comes back to the page. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, 500);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);
  return now;
}
