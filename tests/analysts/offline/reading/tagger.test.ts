import { expect, test } from 'vitest';
import { isKnownWord, tagger } from '../../../../src/analysts/offline/reading/tagger.ts';

function tagsOf(line: string): unknown {
  const { its, readDoc } = tagger();
  return readDoc(line).tokens().out(its.pos);
}

test('the tagger forgets the words that it met once there are too many of them', () => {
  const line = 'The ministers of Karvola meet again on 17 May to sign the accord.';
  const [before, tags] = [tagger(), tagsOf(line)];
  for (let at = 0; at < 51_000; at += 1_000) {
    const words = Array.from({ length: 1_000 }, (_, next) => `q${(at + next).toString(36)}xv`);
    tagger().readDoc(words.join(' '));
  }
  expect(tagger()).not.toBe(before);
  expect(tagsOf(line)).toEqual(tags);
});

test.each([
  ['harbour', true],
  ['karvola', false],
])('%s is a word of English: %s', (word, isKnown) => {
  expect(isKnownWord(word)).toBe(isKnown);
  expect(isKnownWord(word)).toBe(isKnown);
});
