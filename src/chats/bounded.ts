/** A map that holds so many entries at most, the latest ones. */

/** Puts an entry last; where the map is full, the one that was put first is forgotten. */
export function keepLatest<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  const [oldest] = map.keys();
  if (oldest !== undefined && map.size >= most) map.delete(oldest);
  map.set(key, value);
}
