import type { startEidProof } from "@terskel/identity/api/proof";
import { startEid } from "@terskel/identity/api/sign-in";
import type { Call } from "@terskel/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "#api.ts";

/** Leaves for the eID, to sign in or to prove who one is. Busy until the page is gone. */
export function useEid(route: typeof startEid | typeof startEidProof = startEid) {
  const leaving = useMutation({
    mutationFn: async (body: Call<typeof startEid>["body"]) => {
      const { location } = await call(route, { body });
      window.location.assign(location);
    },
  });
  const { reset } = leaving;
  useEffect(() => {
    // Who goes back gets this page as it was left, and may leave once more.
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && reset();
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, [reset]);
  return {
    start: leaving.mutate,
    busy: leaving.isPending || leaving.isSuccess,
    error: leaving.error,
  };
}
