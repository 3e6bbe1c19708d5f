import { countView } from "@terskel/kernel/api/consents";
import type { choices, pages } from "@terskel/kernel/api/consents";
import type { Received } from "@terskel/platform/contract";
import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { useSend } from "#queries.ts";

const key = "terskel.counted";
const activity = "kernel.measure-use";
const phone = 768;

const parts: Readonly<Record<string, (typeof pages)[number]>> = {
  "": "doors",
  log: "log",
  profile: "profile",
  privacy: "privacy",
  manage: "manage",
  operator: "operator",
  "sign-in": "sign-in",
  invitation: "invitation",
};

/** Which part of the portal a path belongs to; what stands behind it in the path stays here. */
const partOf = (path: string) => parts[path.split("/")[1] ?? ""] ?? "other";

/** Has the parts of the portal that are opened counted, once this device has said yes to that, and until it says no. */
export function useCounting(data: Received<typeof choices> | undefined): void {
  const part = useLocation({ select: ({ pathname }) => partOf(pathname) });
  const answer = data?.asked.find((each) => each.activity === activity)?.answer;
  const allowed = data && answer === "yes" && !data.signal;
  // What is not counted is missed by nobody: a failure is not told.
  const { mutate } = useSend(countView);
  useEffect(() => {
    if (allowed === undefined) return;
    if (!allowed) return forget();
    const screen = window.innerWidth < phone ? "narrow" : "wide";
    mutate({ body: { page: part, screen, first: isFirstToday() } });
  }, [allowed, part, mutate]);
}

function isFirstToday(): boolean {
  const today = new Date().toISOString().slice(0, 10);
  try {
    if (localStorage.getItem(key) === today) return false;
    localStorage.setItem(key, today);
    return true;
  } catch {
    // Without storage no visit is told from another.
    return false;
  }
}

function forget(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Without storage there is nothing to forget.
  }
}
