/** A digest that is composed after another story changed a step shows the step as it stands by then. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { killOf, later, posted, send, textOf, type Desk } from '../amending/desk.ts';
import { openPlatforms, type Platforms } from '../amending/platforms.ts';
import { CHESS, MOVED, off, TALKS } from '../amending/talks.ts';
import { copy } from '../fakes/newsroom.ts';
import { splitStory } from '../../src/filing/regrouping.ts';

const OFF = off('2026-03-16T08:00:00Z');
/** News of its own that says by the way what becomes of the talks. */
const FEVER = copy(
  'Sudland trade minister Oduya taken to hospital with influenza',
  `SUDHAVEN, March 15 (Coast Agency) - Sudland Trade Minister Marek Oduya was taken to a hospital in Sudhaven with influenza on Sunday, his ministry said.

Doctors at the clinic said that the minister had a fever of 40 degrees and would stay for a week. His deputy runs the ministry meanwhile.

The second round of export talks between Norland and Sudland has been postponed to March 20, Norland's Trade Minister Ilsa Brandt said.`,
  { guid: 'fever', sentAt: '2026-03-15T08:00:00Z' },
);

const QUAKE = copy(
  'Earthquake damages houses near Osten',
  'An earthquake near Osten damaged 300 houses on Thursday, the civil protection agency said.',
  { guid: 'quake', sentAt: '2026-03-12T07:00:00Z' },
);

/**
 * A desk that is told of the talks after its digest of the 12th, of another story before that of the
 * 16th. An editor has told the two apart, or they are one event.
 */
async function digestOf(story: typeof TALKS, isApart = false): Promise<Desk> {
  const desk = await posted([QUAKE]);
  await send(desk, '2026-03-12T11:00:00Z', { ...TALKS, sentAt: '2026-03-12T10:30:00Z' });
  await send(desk, '2026-03-16T09:00:00Z', story);
  if (isApart) await tellApart(desk, story.headline);
  desk.moveTo('2026-03-16T10:00:00Z');
  await desk.newsroom.publish();
  return desk;
}

async function tellApart({ store }: Desk, headline: string | null): Promise<void> {
  const at = '2026-03-16T09:30:00.000Z';
  const window = { from: '2026-03-12T10:00:00.000Z', to: at };
  const events = await store.eventsChanged(window, 10);
  const stories = await store.stories(events.flatMap((event) => event.stories));
  const id = stories.find(({ current }) => current?.headline === headline)?.id ?? '';
  await store.transact(async (records) => {
    await splitStory(records, id, at);
  });
}

const OLD_STEP = /Next:?\s[\s-]*Norland and Sudland will hold a second round/;
const digestIn = (desk: Desk): string =>
  desk.chat.posted.map(textOf).find((text) => text.includes('second round of talks')) ?? '';
const standing = (desk: Desk): string => textOf(desk.chat.edited.at(-1));

describe('a digest that is composed after a step was changed', () => {
  it('tells that it was called off, by whom, and how it was announced', async () => {
    const text = digestIn(await digestOf(OFF));
    expect(text).toMatch(/Update: called off: “Norland called off the second round[^”]*” \(Coast/);
    expect(text).toContain('Announced as: Norland and Sudland will hold');
    expect(text).not.toMatch(OLD_STEP);
  });

  it('leaves out a step whose day is over, also when the message is edited later', async () => {
    const HELD = copy(
      'Norland, Sudland hold second round of export talks',
      `SUDHAVEN, March 17 (Tarn Press) - Norland and Sudland ended the second round of talks on export rules in Sudhaven on Tuesday without a statement, Trade Minister Ilsa Brandt said.`,
      { guid: 'held', sentAt: '2026-03-17T18:00:00Z' },
    );
    const desk = await posted([QUAKE]);
    await send(desk, '2026-03-12T11:00:00Z', { ...TALKS, sentAt: '2026-03-12T10:30:00Z' });
    await send(desk, '2026-03-17T19:00:00Z', HELD);
    desk.moveTo('2026-03-19T10:00:00Z');
    await desk.newsroom.publish();
    expect(digestIn(desk)).toContain('Norland, Sudland hold second round');
    expect(digestIn(desk)).not.toMatch(OLD_STEP);
    const more = `${HELD.paragraphs[0]}\n\nBoth sides signed an accord on customs forms, she said.`;
    const again = { signal: 'writethru' as const, sentAt: '2026-03-19T10:30:00Z' };
    await send(desk, '2026-03-19T11:00:00Z', {
      ...HELD,
      ...again,
      paragraphs: more.split('\n\n'),
    });
    await later(desk, '2026-03-19T11:02:00Z');
    expect(standing(desk)).toContain('signed an accord');
    expect(standing(desk)).not.toMatch(OLD_STEP);
  });

  it('tells its new day', async () => {
    const text = digestIn(await digestOf(MOVED));
    expect(text).toMatch(/Update: moved to 2026-03-20: “The second round/);
    expect(text).not.toMatch(OLD_STEP);
  });

  it('tells what the story of another event says of it, in a line of that event', async () => {
    const desk = await digestOf(FEVER, true);
    expect(digestIn(desk)).toMatch(/Update: moved to 2026-03-20: “The second round/);
    expect(digestIn(desk)).not.toMatch(OLD_STEP);
    const kill = killOf('fever', '2026-03-16T10:59:00Z');
    await send(desk, '2026-03-16T11:00:00Z', kill);
    await later(desk, '2026-03-16T11:02:00Z');
    expect(standing(desk)).not.toMatch(/2026-03-20|hospital/);
    expect(standing(desk)).toContain('Withdrawn');
    expect(standing(desk)).toContain('Norland and Sudland will hold');
  });

  it('shows nothing of a killed announcement beside what another event tells of it', async () => {
    const desk = await digestOf(FEVER, true);
    expect(digestIn(desk)).toContain('Announced as: Norland and Sudland will hold');
    await send(desk, '2026-03-16T11:00:00Z', killOf('round', '2026-03-16T10:59:00Z'));
    await later(desk, '2026-03-16T11:02:00Z');
    expect(standing(desk)).toContain('Withdrawn');
    expect(standing(desk)).not.toContain('will hold');
  });

  it('shows the step as it is where another matter was called off', async () => {
    const text = digestIn(await digestOf(CHESS));
    expect(text).toMatch(OLD_STEP);
    expect(text).not.toContain('Update');
  });

  it('shows the step again when its own event’s story that called it off is killed', async () => {
    const desk = await digestOf(OFF);
    await send(desk, '2026-03-16T11:00:00Z', killOf('off', '2026-03-16T10:59:00Z'));
    await later(desk, '2026-03-16T11:02:00Z');
    expect(standing(desk)).not.toMatch(/called off|regrettable/);
    expect(standing(desk)).toMatch(OLD_STEP);
  });

  it.each([
    ['its own event', OFF, false],
    ['another event', FEVER, true],
  ])('that %s tells of is not brought back by an update', async (_, changing, isApart) => {
    const desk = await digestOf(changing, isApart);
    const night = `The first round cost 70 officials a night's sleep, Oduya said.`;
    const paragraphs = [...TALKS.paragraphs, night];
    const times = { signal: 'writethru' as const, sentAt: '2026-03-12T11:00:00Z' };
    await send(desk, '2026-03-16T11:00:00Z', { ...TALKS, paragraphs, ...times });
    await later(desk, '2026-03-16T11:02:00Z');
    expect(standing(desk)).toContain('70');
    expect(standing(desk)).not.toMatch(OLD_STEP);
  });
});

describe.each(['slack', 'discord'] as const)('on %s', (platform) => {
  let platforms: Platforms;
  beforeEach(async () => {
    platforms = await openPlatforms(['export-controls']);
  });
  afterEach(() => platforms.close());

  it('the digest tells the step as it stands, until who changed it is killed', async () => {
    const { send: receive, seen, postDigest, clock } = platforms;
    clock.now = Date.parse('2026-03-14T20:00:00Z');
    await receive(TALKS);
    clock.now = Date.parse('2026-03-15T19:00:00Z');
    await receive(OFF);
    await postDigest();
    const shown = (): string => seen()[platform].join('\n');
    expect(shown()).toMatch(/Update: [^]*called off: “Norland called off the second round/);
    expect(shown()).not.toMatch(OLD_STEP);
    await receive(killOf('off', ''));
    expect(shown()).not.toContain('called off');
    expect(shown()).toMatch(OLD_STEP);
  });
});
