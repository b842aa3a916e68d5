/** `digest --dry-run` at the command line: every reason why a story is in or out, end to end. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FilingDesk } from '../../src/filing/filing.ts';
import type { Take } from '../../src/news/take.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { editionShowing } from '../stores/sample-nouns.ts';
import { takeOf } from '../editing/sample-copy.ts';

const AT = '2026-03-03T10:00:00Z';
const CHANNEL = 'terminal:coast';

/** Far from one another in words and names, so that each is an event of its own. */
const COPY: Readonly<Record<string, Partial<Take>>> = {
  chosen: { headline: 'Ferry runs aground', text: 'The ferry Orla ran aground off Tessaly.' },
  limit: { headline: 'Pilots walk out', text: 'A ferry pilot strike shut quays in Marche.' },
  shown: { headline: 'Operator sold', text: 'Norvik bought the ferry operator Baltika for cash.' },
  topic: { headline: 'Opera reopens', text: 'The opera in Castara reopened after repairs.' },
  killed: { headline: 'Captain drunk', text: 'A ferry captain was held in Dunmere, police said.' },
  held: {
    headline: 'Subsidy fraud',
    text: 'Ferry subsidies were misspent in Ostby, auditors say.',
  },
  embargo: {
    headline: 'Ferry prize secret',
    text: 'The ferry prize goes to Ulla Brandt of Kirkness.',
    embargo: { until: '2026-03-04T10:00:00Z' },
  },
  timeless: {
    headline: 'Ferry budget secret',
    text: 'The ferry budget of Sanden doubles, a draft says.',
    embargo: { until: null },
  },
};

let folder: string;
const stories: Record<string, string> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-digest-'));
  mkdirSync(join(folder, 'config'));
  writeFileSync(
    join(folder, 'config', 'wirebrief.yaml'),
    `channels: [{ channel: "${CHANNEL}", topics: [ferries], limit: 1 }]\n`,
  );
  writeFileSync(
    join(folder, 'config', 'topics.yaml'),
    '- { slug: ferries, title: Ferries, words: [ferry] }\n',
  );
  const store = await openSqliteStore(join(folder, 'data', 'wirebrief.db'));
  const desk = new FilingDesk();
  const file = async (take: Take) =>
    (await desk.file(store, [{ take, circumstances: { receivedAt: AT, background: false } }]))[0];
  for (const [name, copy] of Object.entries(COPY)) {
    const urgency = name === 'chosen' ? 1 : 5;
    const filed = await file(takeOf({ guid: name, provider: 'Norda', urgency, ...copy }));
    stories[name] = filed?.story.id ?? '';
    if (name === 'shown' && filed?.event) {
      const { id, version } = filed.event;
      const window = { from: '2026-03-01T00:00:00Z', to: '2026-03-03T09:00:00Z' };
      const changes = { channel: CHANNEL, window, slot: window.to, composedAt: window.to };
      await store.addEdition(editionShowing('before', { [id]: version }, changes));
    }
  }
  const order = { provider: 'Norda', sentAt: '2026-03-03T09:30:00Z' } as const;
  await file(takeOf({ ...order, guid: 'killed', signal: 'kill' }));
  await file(takeOf({ ...order, guid: 'held', signal: 'withhold' }));
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function dryRun(...words: string[]): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', WIREBRIEF_DATA: join(folder, 'data') };
  const line = ['digest', CHANNEL, '--dry-run', '--at', AT, '--config', join(folder, 'config')];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['src/main.ts', ...line, ...words], { env }, (error, out, err) => {
      if (error) reject(new Error(err));
      else resolve(out);
    });
  });
}

type Told = { decisions: { stories: { story: string; reason: string }[] }[] };

it('tells of every story why it is in or out', async () => {
  const { decisions } = JSON.parse(await dryRun('--json')) as Told;
  const reasons = new Map(
    decisions.flatMap((each) => each.stories.map(({ story, reason }) => [story, reason])),
  );
  const told = Object.entries(stories).map(([name, id]) => [name, reasons.get(id)]);
  expect(Object.fromEntries(told)).toEqual({
    chosen: 'chosen',
    limit: 'over the limit',
    shown: 'already shown',
    topic: 'no topic of the channel',
    killed: 'killed',
    held: 'held',
    embargo: 'under embargo',
    timeless: 'under embargo',
  });
});

it('says the same to a person, and nothing of what nobody may see', async () => {
  const out = await dryRun();
  expect(out).toContain('+ Ferry runs aground\n    chosen; matches ferries (word "ferry": Ferry)');
  expect(out).toContain('- Pilots walk out\n    over the limit');
  expect(out).toContain('- Operator sold\n    already shown');
  expect(out).toContain('- Opera reopens\n    no topic of the channel');
  expect(out.match(/- \(not shown\)\n {4}under embargo/g)).toHaveLength(2);
  for (const secret of ['Captain', 'Subsidy', 'secret', 'Brandt', 'Sanden'])
    expect(out).not.toContain(secret);
});
