const HARDWARE_MS = 2000;

/** Waits for the hardware, and not for longer than it is given. @throws what it throws, or that it did not answer */
export async function settledInTime(moving: Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("no answer in time")), HARDWARE_MS);
  try {
    await Promise.race([moving, late]);
  } finally {
    clearTimeout(timer);
  }
}
