import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";

/** After sign-in: nothing of before is believed, and on to where the person was going. */
export function useSignedIn(place: string): () => void {
  const client = useQueryClient();
  const router = useRouter();
  return () => {
    client.clear();
    router.history.push(place);
  };
}
