/** Takes of every kind about one ferry, and what becomes of them in order of arrival. */
import { clean } from '../../src/editing/clean.ts';
import { fold } from '../../src/editing/fold.ts';
import type { Story } from '../../src/news/story.ts';
import { blankCopy, type Copy, type Take } from '../../src/news/take.ts';

const place = { wire: 'w', provider: 'Nordlys', file: null };
export const day = (hour: number): string => `2024-03-05T${String(hour).padStart(2, '0')}:00:00Z`;
export const now = { scope: 'Nordlys', receivedAt: '2024-03-06T00:00:00Z', background: false };

export function takeOf(hour: number, facts: Partial<Copy> = {}): Take {
  const copy = {
    ...blankCopy('ninjs'),
    guid: 'n1',
    version: String(hour),
    sentAt: day(hour),
    headline: 'Ferry sails',
  };
  return clean(
    { ...copy, paragraphs: [`The ferry sailed at ${hour} from Orno.`], ...facts },
    place,
  );
}

export function file(...takes: Take[]): { story: Story; changes: string[] } {
  let story: Story | null = null;
  const changes = takes.map((take) => {
    const folded = fold(story, take, now);
    story = folded.story;
    return folded.change;
  });
  if (story === null) throw new Error('no takes');
  return { story, changes };
}

export const future = { until: '2024-03-07T00:00:00Z' };
export const kinds = {
  new: (hour: number) => takeOf(hour),
  update: (hour: number) => takeOf(hour, { signal: 'update' }),
  writethru: (hour: number) => takeOf(hour, { signal: 'writethru' }),
  correction: (hour: number) =>
    takeOf(hour, { signal: 'correction', notes: [{ text: 'Corrects the hour.', public: true }] }),
  add: (hour: number) => takeOf(hour, { signal: 'add' }),
  advisory: (hour: number) => takeOf(hour, { signal: 'advisory' }),
  withhold: (hour: number) => takeOf(hour, { signal: 'withhold', paragraphs: [] }),
  unusable: (hour: number) => takeOf(hour, { usable: false }),
  kill: (hour: number) => takeOf(hour, { signal: 'kill', paragraphs: [] }),
  embargoed: (hour: number) => takeOf(hour, { embargo: future }),
  timeless: (hour: number) => takeOf(hour, { embargo: { until: null } }),
  passed: (hour: number) => takeOf(hour, { embargo: { until: day(1) } }),
  lifted: (hour: number) => takeOf(hour, { notes: [{ text: 'Embargo lifted.', public: false }] }),
  lift: (hour: number) =>
    takeOf(hour, { signal: 'advisory', notes: [{ text: 'Embargo lifted.', public: false }] }),
} as const;
export type Kind = keyof typeof kinds;
