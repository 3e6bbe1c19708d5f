import { useTexts } from "./context.ts";

/** A short time in words: "45 seconds", "6 minutes". */
export function useDuration(): (seconds: number) => string {
  const { signIn } = useTexts();
  return (seconds) =>
    seconds > 90 ? signIn.minutes(Math.ceil(seconds / 60)) : signIn.seconds(seconds);
}
