/** Times as the XML wires write them: ISO 8601, extended or basic ("20140813T072300+1000"). */
import { readFeedDate } from '../feed-dates.ts';

const WIRE_TIME =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]\s?(\d{2}):?(\d{2})(?::?(\d{2})(\.\d{1,9})?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * A time as ISO 8601 with offset, its own offset kept; null when it cannot be read. Without an offset
 * UTC is meant.
 */
export function readWireTime(text: string | null): string | null {
  if (text === null) return null;
  return readTime(text, 'Z') ?? readFeedDate(text);
}

/**
 * A time that copy is held until; null when it cannot be read. Without an offset the last place on
 * earth decides (UTC-12): late is safe, early is not.
 */
export function readReleaseTime(text: string | null): string | null {
  return text === null ? null : readTime(text, '-12:00');
}

function readTime(text: string, zone: string): string | null {
  const match = WIRE_TIME.exec(text.trim().slice(0, 60));
  if (!match) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', part = '', offset] = match;
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second === '60' ? '59' : second}`;
  // Date.parse takes the 30th of February for the 1st of March
  const isDay = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (isDay.getUTCDate() !== Number(day)) return null;
  const whole = `${time}${part}${offsetOf(offset) ?? zone}`;
  return Number.isNaN(Date.parse(whole)) ? null : whole;
}

function offsetOf(offset: string | undefined): string | null {
  if (offset === undefined) return null;
  if (offset.toUpperCase() === 'Z') return 'Z';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
