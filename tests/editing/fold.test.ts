/** Folding: the order of the wire, its traps, and properties over any order of arrival. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, keysOf, keysSought, release, scopeOf } from '../../src/editing/fold.ts';
import { isShowable } from '../../src/news/story.ts';
import type { Copy, Take } from '../../src/news/take.ts';
import { day, file, future, kinds, now, takeOf, type Kind } from './fold-kinds.ts';

describe('a take that is known', () => {
  it.each(Object.keys(kinds) as Kind[])('the same %s again changes nothing', (kind) => {
    const { story, changes } = file(kinds[kind](10));
    const again = fold(story, kinds[kind](10), now);
    expect(again.change).toBe('repeated');
    expect(again.story).toEqual(story);
    expect(changes).toHaveLength(1);
  });
});

describe('order', () => {
  it('goes by the time of sending: late copy replaces nothing newer', () => {
    const { story, changes } = file(kinds.update(9), kinds.new(5));
    expect(changes).toEqual(['opened', 'repeated']);
    expect(story.current?.version).toBe('9');
    expect(story.takes.map((each) => each.at.slice(11, 13))).toEqual(['05', '09']);
    expect(story.version).toBe(1);
  });

  it('goes by the version inside one time only', () => {
    const at = (version: string): Take =>
      takeOf(5, { version, paragraphs: [`Version ${version} of the copy.`] });
    expect(file(at('10'), at('9')).story.current?.version).toBe('10');
    expect(file(at('9'), at('10')).story.current?.version).toBe('10');
    const older = takeOf(4, { version: '999999' });
    expect(file(at('9'), older).story.current?.version).toBe('9');
  });

  it('a hold that arrives after newer copy holds nothing', () => {
    expect(file(kinds.new(9), kinds.withhold(6))).toMatchObject({
      changes: ['opened', 'repeated'],
      story: { state: 'live' },
    });
  });

  it('a changed date alone is no news', () => {
    const first = takeOf(5);
    const bumped = takeOf(5, { sentAt: day(20) });
    expect(file(first, bumped)).toMatchObject({
      changes: ['opened', 'repeated'],
      story: { version: 1 },
    });
  });

  it('goes by the time of receipt where the wire gives one that cannot be', () => {
    const mistyped = takeOf(5, { sentAt: '2042-03-05T05:00:00Z' });
    const later = { ...now, receivedAt: '2024-03-06T01:00:00Z' };
    const { story } = file(mistyped);
    const mended = takeOf(7, { sentAt: '2024-03-06T00:30:00Z' });
    expect(fold(story, mended, later).story.current?.id).toBe(mended.id);
    const held = takeOf(8, { sentAt: '2024-03-06T00:30:00Z', signal: 'withhold', paragraphs: [] });
    expect(fold(story, held, later).story.state).toBe('held');
    const next = takeOf(9, { sentAt: '2042-03-05T06:00:00Z', version: null });
    expect(file(mistyped, next).story.current?.id).toBe(next.id);
    expect(file(next, mistyped).story.current?.id).toBe(next.id);
  });

  it('goes by the time of receipt where the wire gives none', () => {
    const { story } = file(takeOf(5, { sentAt: null }));
    expect(story.takes[0]?.at).toBe('2024-03-06T00:00:00.000Z');
  });
});

describe('the traps of the wire', () => {
  it('an embargo holds copy that is usable, and its time releases it', () => {
    const { story } = file(kinds.embargoed(5));
    expect(story).toMatchObject({ state: 'held', heldUntil: future.until, version: 1 });
    expect(isShowable(story, '2024-03-06T23:59:59Z')).toBe(false);
    expect(release(story, '2024-03-06T23:59:59Z')).toEqual(story);
    expect(release(story, future.until)).toMatchObject({
      state: 'live',
      heldUntil: null,
      version: 2,
    });
    const later = { ...now, receivedAt: future.until };
    expect(fold(story, kinds.embargoed(5), later)).toMatchObject({
      change: 'released',
      story: { state: 'live' },
    });
  });

  it('an embargo without a readable time holds until newer copy', () => {
    const { story } = file(takeOf(5, { embargo: { until: 'soon' } }));
    expect(story).toMatchObject({ state: 'held', heldUntil: null });
    expect(release(story, '2030-01-01T00:00:00Z').state).toBe('held');
    expect(fold(story, kinds.new(6), now)).toMatchObject({
      change: 'released',
      story: { state: 'live' },
    });
  });

  it('a kill before its original refuses the original', () => {
    const { story, changes } = file(kinds.kill(9), kinds.new(5), kinds.update(12));
    expect(changes).toEqual(['killed', 'repeated', 'repeated']);
    expect(story).toMatchObject({ state: 'killed', current: null });
    expect(isShowable(story, '2030-01-01T00:00:00Z')).toBe(false);
  });

  it('a kill under another id names the story that it kills', () => {
    const kill = takeOf(9, { guid: 'n2', signal: 'kill', replaces: ['n1'] });
    expect(keysOf(kill)).toEqual(expect.arrayContaining(['guid:n2', 'guid:n1']));
  });

  it('a kill with headline and body still kills', () => {
    expect(file(kinds.new(5), takeOf(9, { signal: 'kill' })).story.state).toBe('killed');
  });

  it('an alert is absorbed by the first full story, and never comes back', () => {
    const alert = takeOf(9, { paragraphs: [], headline: 'Ferry sinks' });
    expect(file(alert, kinds.new(5)).story.current?.version).toBe('5');
    expect(file(kinds.new(5), alert).story.current?.version).toBe('5');
    expect(file(alert)).toMatchObject({
      changes: ['opened'],
      story: { current: { headline: 'Ferry sinks' } },
    });
  });

  it('an add stands in until there is full copy', () => {
    const { story, changes } = file(kinds.add(9), kinds.new(5));
    expect(changes).toEqual(['opened', 'advanced']);
    expect(story.current?.signal).toBe('new');
  });

  it.each([
    'An earlier version gave the number of jobs as 1,200; it is 120.',
    'Rättelse: antalet platser är 48.',
    'Berichtigung: 48 Plätze statt 84.',
  ])('says what was wrong in the words of the wire: %s', (text) => {
    const notes = [
      { text: 'Photos follow.', public: true },
      { text, public: true },
    ];
    const { story } = file(kinds.new(5), takeOf(7, { signal: 'correction', notes }));
    expect(story.correction).toBe(text);
  });

  it('says what a correction corrects, and keeps saying it', () => {
    const { story } = file(kinds.new(5), kinds.correction(7), kinds.update(9));
    expect(story).toMatchObject({ correction: 'Corrects the hour.', version: 3 });
    expect(file(kinds.new(5), takeOf(7, { signal: 'correction' })).story.correction).toBeNull();
  });

  it('the current copy sent anew after a hold is free', () => {
    const { story, changes } = file(kinds.new(5), kinds.withhold(6), takeOf(5, { sentAt: day(7) }));
    expect(changes).toEqual(['opened', 'held', 'released']);
    expect(story.state).toBe('live');
  });

  it('background stays until something new comes', () => {
    const quiet = { ...now, background: true };
    const { story } = fold(null, kinds.new(5), quiet);
    expect(story.background).toBe(true);
    expect(fold(story, kinds.new(5), now).story.background).toBe(true);
    expect(fold(story, kinds.update(6), quiet).story.background).toBe(true);
    expect(fold(story, kinds.update(6), now).story.background).toBe(false);
  });
});

describe('keys', () => {
  const bare = (facts: Partial<Copy>): Take => takeOf(5, { guid: null, ...facts });

  it('goes by the id, then the address, then the words', () => {
    const link = { rel: 'canonical', href: 'https://www.x.example/a/?utm_source=feed#top' };
    expect(keysOf(takeOf(5, { links: [link] })).slice(0, 2)).toEqual([
      'guid:n1',
      'url:x.example/a',
    ]);
    expect(keysOf(bare({ links: [link] }))[0]).toBe('url:x.example/a');
    expect(keysOf(bare({}))[0]).toMatch(/^text:/);
  });

  it('knows the same words again, whatever the case and the quotes', () => {
    const [one] = keysOf(bare({ paragraphs: ['The “ferry” sailed.'] }));
    const [other] = keysOf(bare({ paragraphs: ['The "Ferry"  sailed.'] }));
    expect(one).toBe(other);
  });

  it('finds the story of a correction in plain text by its title', () => {
    const shared = (one: Take, other: Take): boolean =>
      keysOf(one).some((key) => keysOf(other).includes(key));
    const title = 'Ferry sails from Orno';
    const first = bare({ headline: title });
    const correction = bare({
      headline: `CORRECTED-${title}`,
      paragraphs: ['It sailed at 9.'],
      sentAt: '2024-03-06T01:00:00Z',
    });
    const tomorrow = bare({
      headline: title,
      paragraphs: ['It sailed again.'],
      sentAt: '2024-03-06T01:00:00Z',
    });
    expect(shared(first, correction)).toBe(true);
    expect(shared(first, tomorrow)).toBe(false);
  });

  it('finds the story that a kill in plain text quotes', () => {
    const first = bare({ headline: 'Ferry sails from Orno' });
    const order = 'Please kill the story headlined "Ferry sails from Orno". A kill is mandatory.';
    const kill = bare({ headline: 'BULLETIN KILL', paragraphs: [order], sentAt: day(20) });
    expect(kill.signal).toBe('kill');
    expect(keysOf(kill).filter((key) => keysOf(first).includes(key))).toHaveLength(1);
  });

  it('offers its slug to later versions, and looks for it only as one of them', () => {
    const first = takeOf(5, { guid: 'x', slug: 'Orno-Ferry' });
    const sidebar = takeOf(6, { guid: 'y', slug: 'ORNO FERRY' });
    const lead = takeOf(7, { guid: 'z', slug: 'BC-Orno--Ferry, 1st Ld-Writethru' });
    const finds = (one: Take, other: Take): boolean =>
      keysSought(one).some((key) => keysOf(other).includes(key));
    expect([finds(lead, first), finds(first, lead), finds(sidebar, first)]).toEqual([
      true,
      true,
      false,
    ]);
    const nextDay = { ...lead, sentAt: '2024-03-06T07:00:00Z' };
    expect([finds(nextDay, first), finds({ ...nextDay, signal: 'kill' }, first)]).toEqual([
      false,
      true,
    ]);
  });

  it('takes the home page of a site for no address', () => {
    expect(keysOf(bare({ links: [{ rel: 'alternate', href: 'https://x.example/' }] }))[0]).toMatch(
      /^text:/,
    );
  });

  it('is scoped by provider, else by wire', () => {
    expect(scopeOf(kinds.new(5))).toBe('Nordlys');
    expect(scopeOf({ ...kinds.new(5), provider: null })).toBe('w');
  });

  it('names a story by scope and first key', () => {
    expect(file(kinds.new(5)).story.id).toBe(file(kinds.update(9)).story.id);
    expect(fold(null, kinds.new(5), { ...now, scope: 'Other' }).story.id).not.toBe(
      file(kinds.new(5)).story.id,
    );
  });
});

describe('any takes in any order', () => {
  const names = Object.keys(kinds) as Kind[];
  const row = fc.uniqueArray(fc.integer({ min: 0, max: 22 }), { minLength: 1, maxLength: 7 });
  const takes = row.chain((hours) =>
    fc.tuple(...hours.map((hour) => fc.constantFrom(...names).map((kind) => kinds[kind](hour)))),
  );
  const shuffled = takes.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );

  it('end in the same state with the same copy', () => {
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const [first, second] = [file(...one).story, file(...other).story];
        expect(second.state).toBe(first.state);
        expect(second.takes).toEqual(first.takes);
        expect(isShowable(second, now.receivedAt)).toBe(isShowable(first, now.receivedAt));
        if (first.state === 'killed') return;
        expect(second.current?.id).toBe(first.current?.id);
        expect(second.heldUntil).toBe(first.heldUntil);
        expect(second.correction).toBe(first.correction);
      }),
      { numRuns: 400 },
    );
  });

  it('never raise the dead', () => {
    fc.assert(
      fc.property(takes, takes, (before, after) => {
        const { story } = file(...before, kinds.kill(23), ...after);
        expect(story.state).toBe('killed');
        expect(isShowable(story, '2040-01-01T00:00:00Z')).toBe(false);
      }),
    );
  });
});

describe('the same copy under a label that news may have too', () => {
  const text = ['Die letzten Truppen haben sich am Montag aus Velden zurückgezogen.'];
  const headline = 'Truppen verlassen Velden';
  const plain = takeOf(5, { headline, paragraphs: text });
  const labelled = takeOf(7, { headline: `Rückzug: ${headline}`, paragraphs: text });

  it('takes it back, whichever comes first', () => {
    expect(file(plain, labelled)).toMatchObject({
      changes: ['opened', 'killed'],
      story: { state: 'killed' },
    });
    expect(file(labelled, plain).story.state).toBe('killed');
  });

  it('is an update where the copy is another', () => {
    const more = takeOf(7, {
      headline: `Rückzug: ${headline}`,
      paragraphs: [...text, 'Der Abzug dauerte sechs Wochen.'],
    });
    expect(file(plain, more).story).toMatchObject({ state: 'live', version: 2 });
  });
});
