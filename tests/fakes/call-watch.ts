/** A test that looks in on a fake while it serves the real client. */
export type CallWatch = (
  /** the method, or verb and path */
  call: string,
  moment: 'arrived' | 'taken' | 'answered',
  /** which process calls, when it says so in a header `x-process` */
  process: string,
) => 'go on' | 'drop';
