/** Nouns are kept as JSON text beside the columns that are searched by. */

/** Reads a body that this store has written. */
export function read<T>(body: string): T {
  return JSON.parse(body) as T;
}

/** The bodies of rows in the order in which their ids were asked for, each once. */
export function inOrder<T>(
  ids: readonly string[],
  rows: readonly { readonly id: string; readonly body: string }[],
): T[] {
  const bodies = new Map(rows.map((row) => [row.id, row.body]));
  return [...new Set(ids)].flatMap((id) => {
    const body = bodies.get(id);
    return body === undefined ? [] : [read<T>(body)];
  });
}
