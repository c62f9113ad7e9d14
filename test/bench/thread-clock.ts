/** A clock that stands still while others have the processor, so that figures of pure work hold on a busy machine. */

/** Milliseconds this thread has run. */
export function threadClock(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
