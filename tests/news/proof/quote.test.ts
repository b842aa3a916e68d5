/** A quote is found when its words stand in the sentence, and not when one that matters differs. */
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../../src/news/proof/quote.ts';

const TEXT =
  'There was no fire on the ferry that sank. “The ferry’s crew did not report the fire before 7 a.m. on Friday,” said Ines Holt — the mayor of Port Lessing since 2019. She put it at a loss of $19 million in four years.';

const found = (quote: string): string | null => {
  const span = findQuote(quote, TEXT);
  return span ? TEXT.slice(span.start, span.end) : null;
};

describe('findQuote', () => {
  it.each([
    ['word for word', 'did not report the fire', 'did not report the fire'],
    ['another apostrophe', "The ferry's crew did not", 'The ferry’s crew did not'],
    ['another case', 'the FERRY’S crew', 'The ferry’s crew'],
    ['other spaces and dashes', 'said  Ines Holt - the mayor', 'said Ines Holt — the mayor'],
    ['spaces inside a sum', 'a  loss  of  $19  million', 'a loss of $19 million'],
    ['a lost article', 'crew did not report fire before 7 a.m. on Friday', null],
    ['the parts beside words left out', 'crew did not report ... before 7 a.m. on Friday', null],
    ['a word broken off', 'said Ines Holt — the may', 'said Ines Holt — the mayor'],
    ['a number broken off', 'it at a loss of $19', 'it at a loss of $19 million'],
    ['a number begun inside', 'million in four years', '19 million in four years'],
    ['a number in words', 'before seven a.m. on Friday', 'before 7 a.m. on Friday'],
  ])('finds %s', (_, quote, expected) => {
    expect(found(quote)).toBe(expected ?? 'crew did not report the fire before 7 a.m. on Friday');
  });

  it.each([
    ['a changed number', 'did not report the fire before 8 a.m. on Friday'],
    ['a changed day', 'did not report the fire before 7 a.m. on Monday'],
    ['a lost negation', 'The ferry’s crew did report the fire before 7 a.m. on Friday'],
    ['a negation lost at the beginning', 'There was fire on the ferry that sank'],
    ['an added negation', 'said Ines Holt, not the mayor of Port Lessing since 2019'],
    ['a changed name', 'said Ines Hall, the mayor of Port Lessing since 2019'],
    ['before for after', 'did not report the fire after 7 a.m. on Friday'],
    ['an invented tail', 'did not report the fire and fled'],
    ['a changed verb', 'The ferry’s crew did not start the fire before 7 a.m. on Friday'],
    ['parts in another order', 'on Friday … did not report the fire'],
    ['parts of which one does not stand there', 'did not report … before 8 a.m. on Friday'],
    ['a word that goes on otherwise', 'said Ines Holt — the mason'],
    ['nothing', ' … '],
  ])('refuses %s', (_, quote) => {
    expect(found(quote)).toBeNull();
  });
});
