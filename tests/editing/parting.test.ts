/** When an event is two happenings, and which stories leave it. */
import { describe, expect, it } from 'vitest';
import { parting } from '../../src/editing/parting.ts';
import { profileOf } from '../../src/editing/profile.ts';
import type { Profile } from '../../src/news/event.ts';
import { GOALKEEPER, GOALKEEPER_AGAIN, WINGER, type Telling } from './two-happenings.ts';

type Told = { readonly story: string; readonly profile: Profile };

const told = (name: string, tellings: readonly Telling[]): Told[] =>
  tellings.map(({ headline, text }, at) => ({
    story: `${name}-${at}`,
    profile: profileOf({ headline, paragraphs: [text], dateline: null }),
  }));

const goalkeeper = told('goalkeeper', GOALKEEPER);
const winger = told('winger', WINGER);

describe('two happenings of one club', () => {
  it('part, and the fewer stories leave', () => {
    const more = told('again', GOALKEEPER_AGAIN.slice(0, 1));
    const stories = [...winger, ...goalkeeper, ...more].map(({ story }) => story);
    const move = parting([...winger, ...goalkeeper, ...more]);
    expect(move).toEqual({ stories: stories.slice(0, 4), to: null });
  });

  it('part in any order of coming', () => {
    const mixed = goalkeeper.flatMap((each, at) => [winger[at] ?? each, each]);
    const move = parting(mixed);
    const names = new Set(move?.stories.map((story) => story.replace(/-\d$/, '')));
    expect(move?.stories).toHaveLength(4);
    expect(names.size).toBe(1);
  });
});

describe('an event stays whole', () => {
  it('when its stories tell of one happening', () => {
    expect(parting([...goalkeeper, ...told('again', GOALKEEPER_AGAIN)])).toBeNull();
  });

  it('when one of two happenings is told too seldom to be sure', () => {
    const many = [...goalkeeper, ...told('again', GOALKEEPER_AGAIN)];
    expect(parting([...many, ...winger.slice(1)])).toBeNull();
    expect(parting([...many, ...winger])).not.toBeNull();
  });

  it('when copies of one text make up the number', () => {
    const copies = told('copy', [WINGER[0], WINGER[0], WINGER[0], WINGER[1]].flatMap((each) => each ?? [])); // prettier-ignore
    expect(parting([...goalkeeper, ...copies])).toBeNull();
  });

  it('when nothing can be told of it', () => {
    const empty: Told[] = goalkeeper.map(({ story }) => ({ story, profile: profileOf({ headline: null, paragraphs: [], dateline: null }) })); // prettier-ignore
    expect(parting([...empty, ...empty])).toBeNull();
    expect(parting([])).toBeNull();
  });
});
