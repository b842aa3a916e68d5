/** Which story of an event stands in the wrong place. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventIndex } from '../../src/editing/match.ts';
import { mergeProfiles, profileOf, withoutCopy } from '../../src/editing/profile.ts';
import { secondLook, type Member } from '../../src/editing/second-look.ts';
import { ownKinds } from '../evals/events/labelled.ts';

const AT = '2026-03-03T09:00:00Z';
const tellings = ownKinds().flatMap(({ happenings }) => happenings.flat());
const profiles = tellings.map((telling) => profileOf({ ...telling, dateline: null }));

function member(story: string, headline: string, text: string, hasMoved = false): Member {
  const profile = profileOf({ headline, paragraphs: [text], dateline: null });
  return { story, profile, at: AT, arrivedAt: AT, language: 'en', hasMoved };
}

const QUAKE = [
  member('a', 'Quake hits Velmora', 'An earthquake struck the port of Tessaly in Velmora.'),
  member('b', 'Port of Tessaly in ruins', 'Ruins in Tessaly, the port in Velmora, were searched.'),
  member('c', 'Velmora earthquake', 'Soldiers came to Tessaly after the earthquake in Velmora.'),
];
const TRIAL = [
  'Almqvist jailed for fraud',
  'Judge Falk jailed the banker Almqvist in Ostby.',
] as const;

function indexOf(members: readonly Member[]): EventIndex {
  const index = new EventIndex();
  const profile = members.map((each) => each.profile).reduce(mergeProfiles);
  index.put({ id: 'event', profile, lastAt: AT, changedAt: AT });
  return index;
}

it('lets a story stand alone that is like none of the others', () => {
  const members = [...QUAKE, member('trial', ...TRIAL)];
  expect(secondLook(indexOf(members), 'event', members)).toEqual({ stories: ['trial'], to: null });
});

it('leaves stories that belong together, and one that was moved before', () => {
  expect(secondLook(indexOf(QUAKE), 'event', QUAKE)).toBeNull();
  const members = [...QUAKE, member('trial', ...TRIAL, true)];
  expect(secondLook(indexOf(members), 'event', members)).toBeNull();
});

it('does not say which of two is wrong', () => {
  const members = [...QUAKE.slice(0, 1), member('trial', ...TRIAL)];
  expect(secondLook(indexOf(members), 'event', members)).toBeNull();
});

it('takes off what a copy added', () => {
  const some = fc.uniqueArray(fc.nat({ max: profiles.length - 1 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(some, (chosen) => {
      const [first, ...others] = chosen.flatMap((at) => profiles[at] ?? []);
      if (first === undefined || others.length === 0) throw new Error('too few');
      const rest = others.reduce(mergeProfiles);
      const left = withoutCopy([...others, first].reduce(mergeProfiles), first, others);
      expect(left.copies ?? 1).toBe(others.length);
      // what an event kept of many words is the same, but for those that it had no room for
      for (const [word, weight] of Object.entries(left.names))
        expect(weight).toBeCloseTo(rest.names[word] ?? 0, 3);
    }),
  );
});
