const minuteMs = 60_000;

export const minutesAfter = (time: Date, minutes: number) =>
  new Date(time.getTime() + minutes * minuteMs);
export const daysAfter = (time: Date, days: number) => minutesAfter(time, days * 24 * 60);
export const earlier = (a: Date, b: Date) => (a < b ? a : b);
