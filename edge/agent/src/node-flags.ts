/**
 * With what Node starts a controller's process, which has little memory and decides in microseconds without optimised code:
 * a small young generation and a heap that is slow to grow, so that what came over the network goes early, and no optimising compilers, whose code and
 * threads take 12 MB. With NODE_COMPILE_CACHE set to a folder the second start and every later one needs no TypeScript
 * compiler, which takes 24 MB.
 */
export const AGENT_NODE_FLAGS = [
  "--max-semi-space-size=1",
  "--optimize-for-size",
  "--no-opt",
  "--no-maglev",
] as const;
