import { startEid } from "@terskel/identity/api/sign-in";
import type { Call } from "@terskel/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { call } from "#api.ts";

/** Leaves for the eID. Busy until the page is gone. */
export function useEid() {
  const leaving = useMutation({
    mutationFn: async (body: Call<typeof startEid>["body"]) => {
      const { location } = await call(startEid, { body });
      window.location.assign(location);
    },
  });
  return {
    start: leaving.mutate,
    busy: leaving.isPending || leaving.isSuccess,
    error: leaving.error,
  };
}
