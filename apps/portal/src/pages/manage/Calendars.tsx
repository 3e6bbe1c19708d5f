import { DatesProvider } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import "dayjs/locale/nb";
import "dayjs/locale/sv";
import type { ReactNode } from "react";
import { useSpeech } from "#language/context.ts";

/** Calendars in the reader's language; the week begins on Monday. */
export function Calendars({ children }: { children: ReactNode }) {
  const { language } = useSpeech();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
      {children}
    </DatesProvider>
  );
}
