/** One item in whatever order its takes arrive: the desk shows the same, and what was killed never. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/editing/clean.ts';
import { FilingDesk } from '../../src/filing/filing.ts';
import { isShowable, type Story } from '../../src/news/story.ts';
import { blankCopy, type Copy, type Take } from '../../src/news/take.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';

const NOW = '2026-03-03T23:30:00Z';
const sent = (hour: number): string => `2026-03-03T${String(hour).padStart(2, '0')}:00:00Z`;

function takeOf(hour: number, facts: Partial<Copy>): Take {
  const text = `The ferry left Orno at ${hour} with grain and forty passengers, the harbour board said.`;
  const copy = { ...blankCopy('ninjs'), sentAt: sent(hour), headline: `Ferry at ${hour}` };
  const place = { wire: 'w', provider: 'Nordlys', file: null };
  return clean({ ...copy, paragraphs: [text], ...facts }, place);
}

async function storiesAfter(takes: readonly Take[]): Promise<Story[]> {
  const store = createMemoryStore();
  const desk = new FilingDesk();
  const circumstances = { receivedAt: NOW, background: false };
  const ids = new Set<string>();
  for (const take of takes) {
    const filed = await store.transact((records) => desk.file(records, [{ take, circumstances }]));
    for (const { story } of filed) ids.add(story.id);
  }
  const stories = await store.stories([...ids]);
  return stories.filter((story) => story.takes.length > 0);
}

/** What readers may see, and what waits: neither depends on the order of arrival. */
const outcome = (stories: readonly Story[]): string[] =>
  stories
    .map((story) => {
      const copy = story.current?.headline ?? 'nothing';
      if (isShowable(story, NOW)) return `shows ${copy}`;
      return story.state === 'held' ? `holds ${copy} until ${story.heldUntil}` : story.state;
    })
    .sort();

const CHAIN = 'each from the one before';

/** How the versions of one item hang together, by the number of the version. */
const LINKS: Readonly<Record<string, (version: number) => Partial<Copy>>> = {
  'one id': () => ({ guid: 'g' }),
  [CHAIN]: (version) => ({
    guid: `g${version}`,
    replaces: version === 0 ? [] : [`g${version - 1}`],
  }),
  'a slug in many spellings': (version) => ({
    guid: `g${version}`,
    slug:
      ['Orno-Ferry', 'BC-Orno-Ferry, 1st Ld-Writethru', 'orno_ferry 2nd Lead'][version] ??
      `AM-ORNO FERRY, ${version}th Ld - Writethru, a0${version}00`,
  }),
  'a slug and no id': (version) => ({
    slug: ['Orno-Ferry', 'URGENT Orno-Ferry', 'PM-Orno-Ferry, 1st Add'][version] ?? 'Orno Ferry',
  }),
};

const KINDS: readonly Partial<Copy>[] = [
  {},
  { signal: 'update' },
  { signal: 'writethru' },
  { signal: 'correction', notes: [{ text: 'Corrects the hour.', public: true }] },
  { signal: 'add' },
  { signal: 'advisory' },
  { paragraphs: [] },
  { signal: 'withhold', paragraphs: [], usable: false },
  { usable: false },
  { embargo: { until: '2026-03-04T06:00:00Z' } },
  { embargo: { until: '2026-03-03T12:00:00Z' } },
  { embargo: { until: null } },
  { notes: [{ text: 'Embargo lifted.', public: false }] },
];
const KILL: Partial<Copy> = { signal: 'kill', usable: false, paragraphs: [], headline: null };

const isHold = (kind: Partial<Copy>): boolean => kind.usable === false;

const item = fc
  .tuple(
    fc.constantFrom(...Object.keys(LINKS)),
    fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 5 }),
  )
  // an order to hold that names two ids may mean two stories: it links none
  .filter(([link, kinds]) => link !== CHAIN || !kinds.some(isHold))
  .map(([link, kinds]) => ({
    link,
    takes: kinds.map((kind, version) =>
      takeOf(version * 2 + 1, { ...LINKS[link]?.(version), ...kind }),
    ),
  }));
const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

describe('the takes of one item', () => {
  it('are one story with one outcome in any order, told once or again', async () => {
    const orders = item.chain(({ link, takes }) =>
      fc.record({
        link: fc.constant(link),
        takes: fc.constant(takes),
        other: shuffled([...takes, ...takes.slice(0, 2)]),
      }),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ({ takes, other }) => {
        const [first, second] = [await storiesAfter(takes), await storiesAfter(other)];
        expect(first).toHaveLength(1);
        expect(outcome(second)).toEqual(outcome(first));
      }),
      { numRuns: 80 },
    );
  });

  it('are gone for good once it is killed, whatever comes before, after or again', async () => {
    const orders = item.chain(({ link, takes }) => {
      const about = LINKS[link]?.(takes.length - 1) ?? {};
      const kill = takeOf(takes.length * 2 + 1, { ...about, ...KILL });
      return shuffled([...takes, kill, ...takes.slice(-2)]);
    });
    await fc.assert(
      fc.asyncProperty(orders, async (takes) => {
        const states = (await storiesAfter(takes)).map(({ state }) => state);
        expect(new Set(states)).toEqual(new Set(['killed']));
      }),
      { numRuns: 80 },
    );
  });
});
