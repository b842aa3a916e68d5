/** Stories join the event they tell of, and no other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadStory } from '../../src/editing/lead.ts';
import { compareProfiles, EventIndex } from '../../src/editing/match.ts';
import { mergeProfiles, profileOf } from '../../src/editing/profile.ts';
import type { Profile } from '../../src/news/event.ts';
import { ownKinds } from '../evals/events/labelled.ts';
import { storyOf } from './sample-copy.ts';
import { cpuMsOf } from '../cpu-time.ts';

const AT = '2026-03-03T09:00:00Z';

const kinds = ownKinds();

function profile(headline: string, ...paragraphs: string[]): Profile {
  return profileOf({ headline, paragraphs, dateline: null });
}

/** Pairs of profiles: two tellings of one happening, or of two happenings of one kind. */
function pairs(wantsSame: boolean): [Profile, Profile][] {
  return kinds
    .filter((each) => wantsSame || !each.isSequence)
    .flatMap(({ happenings }) => {
      const told = happenings.map((each) =>
        each.map((telling) => profileOf({ ...telling, dateline: null })),
      );
      return told.flatMap((first, i) =>
        told.slice(i).flatMap((second, offset) => {
          if ((offset === 0) !== wantsSame) return [];
          if (wantsSame) return first.slice(1).map((b): [Profile, Profile] => [first[0]!, b]);
          return first.flatMap((a) => second.map((b): [Profile, Profile] => [a, b]));
        }),
      );
    });
}

const quake = profile(
  'Quake hits Velmora',
  'A magnitude 6.4 earthquake struck the port of Tessaly in Velmora on Tuesday, officials said.',
);
const retold = profile(
  'Twelve die in Tessaly',
  'Soldiers searched ruins in Tessaly, the port in Velmora that an earthquake struck on Tuesday.',
);

describe('labelled pairs', () => {
  it('finds two tellings of one happening', () => {
    const same = pairs(true);
    const found = same.filter(([a, b]) => compareProfiles(a, b) !== null);
    expect(same.length).toBeGreaterThanOrEqual(20);
    expect(found.length / same.length).toBeGreaterThanOrEqual(0.95);
  });

  it('keeps two happenings of one kind apart', () => {
    const different = pairs(false);
    expect(different.length).toBeGreaterThanOrEqual(40);
    expect(different.filter(([a, b]) => compareProfiles(a, b) !== null)).toEqual([]);
  });

  it('says what two tellings share', () => {
    expect(compareProfiles(quake, retold)?.why).toContain('velmora');
  });
});

describe('EventIndex', () => {
  it('finds nothing while it is empty', () => {
    expect(new EventIndex().match({ profile: quake, at: AT, language: null })).toBeNull();
  });

  it('keeps unrelated stories apart though nothing else is held', () => {
    const index = new EventIndex();
    index.put({ id: 'e', profile: quake, lastAt: AT });
    const opening = profile('Museum opens in Velmora', 'A museum of glass opened on Tuesday.');
    expect(index.match({ profile: opening, at: AT, language: null })).toBeNull();
  });

  it('holds the window: a copy of next quarter is another happening', () => {
    const index = new EventIndex();
    index.put({ id: 'e', profile: quake, lastAt: AT });
    const at = (iso: string) => index.match({ profile: retold, at: iso, language: null })?.event;
    expect(at('2026-03-06T09:00:00Z')).toBe('e');
    expect(at('2026-06-06T09:00:00Z')).toBeUndefined();
  });

  describe('old copy that comes in together', () => {
    const found = (sentAt: string, arrivedAt = AT): string | undefined => {
      const index = new EventIndex();
      index.put({ id: 'old', profile: quake, lastAt: '2020-03-03T09:00:00Z', changedAt: AT });
      return index.match({ profile: quake, at: sentAt, arrivedAt, language: null })?.event;
    };

    it('may tell of a happening of long before', () => {
      expect(found('2020-07-03T09:00:00Z')).toBe('old');
      expect(found('2020-07-03T09:00:00Z', '2026-06-03T09:00:00Z')).toBeUndefined();
    });

    it('must be much more alike a year later, when much returns', () => {
      const index = new EventIndex();
      index.put({ id: 'old', profile: quake, lastAt: '2020-03-03T09:00:00Z', changedAt: AT });
      const at = (sentAt: string) =>
        index.match({ profile: quake, at: sentAt, arrivedAt: AT, language: null })?.score ?? 0;
      expect(at('2021-03-03T09:00:00Z')).toBeLessThan(0.8 * at('2020-07-03T09:00:00Z'));
    });
  });

  it('lets go of events that no story can join any more', () => {
    const index = new EventIndex();
    index.put({ id: 'old', profile: quake, lastAt: AT });
    index.put({ id: 'new', profile: retold, lastAt: '2026-08-03T09:00:00Z' });
    expect(index.size).toBe(1);
  });

  it('keeps alike happenings apart that speak of other days', () => {
    const fire = (day: string) =>
      profile(
        'Warehouse burns in Tessaly',
        `A warehouse burnt down in the harbour of Tessaly on ${day}, the fire brigade said.`,
        `Chief Davo Renn spoke at the harbour.`,
      );
    const [first, same, other] = ['Monday, 2 March 2020', 'Monday', 'Friday, 9 October 2024'].map(
      fire,
    ) as [Profile, Profile, Profile];
    const scoreOf = (each: Profile): number => compareProfiles(first, each)?.score ?? 0;
    expect(scoreOf(same)).toBeGreaterThan(scoreOf(other) + 0.1);
  });

  it('a day that every event names tells nothing', () => {
    const index = new EventIndex();
    const today = (word: string) => profile(`Word${word}`, `A ${word} opened on March 3.`);
    for (let at = 0; at < 400; at += 1)
      index.put({ id: `e${at}`, profile: today(`thing${at}`), lastAt: AT });
    expect(index.match({ profile: today('library'), at: AT, language: null })).toBeNull();
  });

  it('tells alike happenings apart by their figures', () => {
    const raid = (figures: string) =>
      profile(
        'Frigate stops raid off Tessaly',
        `The navy of Velmora captured ${figures} off Tessaly.`,
      );
    const scoreOf = (figures: string): number =>
      compareProfiles(raid('23 raiders and 14 boats'), raid(figures))?.score ?? 0;
    expect(scoreOf('23 raiders with 14 rifles')).toBeGreaterThan(
      scoreOf('36 raiders with 51 rifles'),
    );
  });

  describe('copy that does not say when it was sent', () => {
    const undated = { ...retold, undated: true } as const;
    const found = (arrivedAt: string, changedAt: string): string | undefined => {
      const index = new EventIndex();
      index.put({ id: 'old', profile: quake, lastAt: '2020-03-03T09:00:00Z', changedAt });
      return index.match({ profile: undated, at: arrivedAt, arrivedAt, language: null })?.event;
    };

    it('joins old copy that came in with it', () => {
      expect(found(AT, AT)).toBe('old');
    });

    it('does not join what came in a quarter of a year before', () => {
      expect(found(AT, '2025-12-01T09:00:00Z')).toBeUndefined();
    });

    it('is dated from the first copy that says', () => {
      expect(mergeProfiles(undated, undated).undated).toBe(true);
      expect(mergeProfiles(undated, quake).undated).toBeUndefined();
    });
  });

  it('a day that only the date line names counts like any other', () => {
    const removed = [{ text: '9 October 2024, 14:05 GMT', why: 'date line' }];
    const copy = { headline: 'Warehouse burns', paragraphs: ['It burnt.'], dateline: null };
    expect(profileOf({ ...copy, removed }).days).toContain('10-09');
  });

  it('breaks ties by id', () => {
    for (const ids of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const index = new EventIndex();
      for (const id of ids) index.put({ id, profile: quake, lastAt: AT });
      expect(index.match({ profile: quake, at: AT, language: null })?.event).toBe('a');
    }
  });

  it('is as if never told of what was removed', () => {
    const TOLD = { terms: { Tessaly: 0.01, vote: 0.01, flood: 0.01 }, names: {} };
    const ASKED_ALIKE = { terms: { flood: 0.01, Tessaly: 1, vote: 1 }, names: {} };
    const word = fc.constantFrom('flood', 'Tessaly', 'harbour', 'bridge', 'Marche', 'vote', '2026');
    const weights = fc.dictionary(word, fc.double({ min: 0.01, max: 1, noNaN: true }));
    const some = fc.record({ terms: weights, names: weights });
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 8 }),
        fc.array(some, { maxLength: 8 }),
        some,
        (kept, gone, asked) => {
          const plain = new EventIndex();
          const busy = new EventIndex();
          gone.forEach((each, at) => busy.put({ id: `gone${at}`, profile: each, lastAt: AT }));
          kept.forEach((each, at) => {
            plain.put({ id: `kept${at}`, profile: each, lastAt: AT });
            busy.put({ id: `kept${at}`, profile: each, lastAt: AT });
          });
          gone.forEach((_, at) => busy.remove(`gone${at}`));
          const query = { profile: asked, at: AT, language: null };
          expect(busy.size).toBe(plain.size);
          expect(busy.match(query)).toEqual(plain.match(query));
          expect(busy.match(query)).toEqual(busy.match(query));
        },
      ),
      { examples: [[[TOLD], [{ terms: { vote: 0.01 }, names: {} }], ASKED_ALIKE]] },
    );
  });

  it('never throws on junk', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.string({ unit: 'binary' })),
        fc.string(),
        (headline, paragraphs, at) => {
          const index = new EventIndex();
          const junk = profileOf({ headline, paragraphs, dateline: null });
          index.put({ id: '__proto__', profile: junk, lastAt: at });
          index.match({ profile: mergeProfiles(junk, junk), at, language: null });
        },
      ),
    );
  });
});

describe('profileOf', () => {
  it('leaves serial digests without a profile', () => {
    for (const headline of [
      'Business news at 1800 GMT',
      'Sports scores',
      'Today in history',
      'Morning news summary',
      'Markets at a glance',
      'Velmora evening headlines at a glance',
      'Castara regional weather summary',
      "Tessaly's weekend sports in brief from the coast",
    ])
      expect(profile(headline, 'Velmora beat Castara in Tessaly.')).toEqual({
        terms: {},
        names: {},
      });
    expect(profile('Sports minister resigns', 'Davo Renn resigned.').names).toHaveProperty('renn');
  });

  it('stays bounded however many copies join an event', () => {
    let event = quake;
    for (let at = 0; at < 300; at += 1)
      event = mergeProfiles(event, profile(`Word${at} Name${at}`, `In Place${at} a w${at} fell.`));
    expect(Object.keys(event.terms).length).toBeLessThanOrEqual(100);
    expect(event.copies).toBe(301);
  });

  it('reads hostile copy in linear time', async () => {
    for (const junk of [
      'A'.repeat(65_536),
      "A's ".repeat(16_384),
      'Ab. '.repeat(16_384),
      ' '.repeat(65_536),
    ]) {
      const tookMs = await cpuMsOf(() => {
        profile(junk, junk, junk);
      });
      expect(tookMs).toBeLessThan(1_000);
    }
  });
});

describe('leadStory', () => {
  const brief = storyOf({ id: 'brief', text: 'Quake.', sentAt: '2026-03-03T10:00:00Z' });
  const full = storyOf({
    id: 'full',
    text: 'Long copy. '.repeat(60),
    sentAt: '2026-03-03T08:00:00Z',
  });
  const newer = storyOf({
    id: 'newer',
    text: 'Long copy. '.repeat(50),
    sentAt: '2026-03-03T09:00:00Z',
  });

  it('is the newest full copy, else the newest', () => {
    expect(leadStory([brief, full, newer])?.id).toBe('newer');
    expect(leadStory([brief])?.id).toBe('brief');
    expect(leadStory([])).toBeNull();
  });
});

describe('happenings of one day in one form of words', () => {
  it.each([
    [
      ['Halm', 'Orsk', 'Vanta'],
      'Port of # raises its fee',
      'The port of # will raise its berth fee from April, the harbour board said on Tuesday. Shipowners said the rise was too steep.',
    ],
    [
      ['Halm', 'Orsk', 'Vanta'],
      'Storm warning for #',
      'The weather service warned of strong gusts in # province on Tuesday evening and told people to stay indoors. Ferries were cancelled.',
    ],
    [
      ['Lindqvist', 'Norra', 'Orbach'],
      '# quarterly profit rises',
      '# said on Tuesday that its net profit rose in the fourth quarter. The board of # proposed a dividend of two crowns a share.',
    ],
    [
      ['Halm', 'Orsk', 'Vanta'],
      'Strong quake hits off #',
      'An earthquake struck 40 km off # on Tuesday at a depth of 12 km, the seismology institute said. There were no reports of damage.',
    ],
  ])('stay apart: %s', (names, headline, text) => {
    const index = new EventIndex();
    for (const name of names) {
      const filled = [headline, text].map((each) => each.replaceAll('#', name));
      const told = profile(filled[0] ?? '', filled[1] ?? '');
      expect(index.match({ profile: told, at: AT, language: 'en' })).toBeNull();
      index.put({ id: name, profile: told, lastAt: AT });
      // the same again, from elsewhere, is the same
      const again = profile(`UPDATE: ${filled[0]}`, `${filled[1]} More to come.`);
      expect(index.match({ profile: again, at: AT, language: 'en' })?.event).toBe(name);
    }
  });
});
