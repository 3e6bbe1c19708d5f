import { useQuery } from "@tanstack/react-query";

/**
 * Groups a telephone number as people in its country write it. How each country does is 100 KB, so it is
 * read when the first number is shown; until then, and without contact, numbers stand as they are stored.
 */
export function usePhone(): (e164: string) => string {
  const { data } = useQuery({
    queryKey: ["phone"],
    queryFn: () => import("@terskel/platform/phone"),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data?.groupPhone ?? ((e164) => e164);
}
