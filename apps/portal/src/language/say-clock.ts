import type { formatsOf } from "#format.ts";
import type { en } from "#texts/en.ts";

/** A phone pass is a code of half a minute. */
const toleratedSeconds = 30;

/** How wrong a controller's clock is, "58 minutes ahead"; undefined for one that is right, or not heard of. */
export function sayClock(
  texts: typeof en.manage.controllers,
  formats: ReturnType<typeof formatsOf>,
  aheadSeconds: number | undefined,
): string | undefined {
  if (aheadSeconds === undefined || Math.abs(aheadSeconds) <= toleratedSeconds) return undefined;
  const span = formats.span(Math.abs(aheadSeconds));
  return aheadSeconds > 0 ? texts.clockAhead(span) : texts.clockBehind(span);
}
