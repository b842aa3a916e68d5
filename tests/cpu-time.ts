/**
 * Milliseconds of processor time that work in this thread takes. What must be bounded on hostile input
 * is bounded in these: they grow little when the machine is busy with something else.
 */
export async function cpuMsOf(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
