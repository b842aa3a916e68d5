/** The time that a question is about, and questions that ask for news only. */
import { describe, expect, it } from 'vitest';
import { asksForAnyNews, askedTime, matterOf } from '../../src/editing/asked-time.ts';

/** a Friday */
const AT = '2026-11-27T12:00:00.000Z';

describe('askedTime', () => {
  it.each([
    ['What did the bank do today?', '2026-11-26T12:00:00.000Z', AT],
    ['What did the bank do yesterday?', '2026-11-25T12:00:00.000Z', AT],
    ['What did the bank do last week?', '2026-11-15T12:00:00.000Z', '2026-11-23T12:00:00.000Z'],
    ['What did the bank do this week?', '2026-11-22T12:00:00.000Z', AT],
    ['What did the bank do last month?', '2026-09-30T12:00:00.000Z', '2026-11-01T12:00:00.000Z'],
    ['What did the bank do on Monday?', '2026-11-22T12:00:00.000Z', '2026-11-24T12:00:00.000Z'],
    ['What did the bank do on Friday?', '2026-11-26T12:00:00.000Z', AT],
    ['What did the bank do on Saturday?', '2026-11-20T12:00:00.000Z', '2026-11-22T12:00:00.000Z'],
  ])('%s', (question, from, to) => {
    expect(askedTime(question, AT)).toEqual({ question: 'What did the bank do?', from, to });
  });

  it('knows no time where none is named, or one to come', () => {
    expect(askedTime('What did the bank do?', AT)).toBeNull();
    expect(askedTime('What will the bank do on Monday?', AT)).toBeNull();
    expect(askedTime('When is the next round this week?', AT)).toBeNull();
  });
});

describe('asksForAnyNews', () => {
  it.each([
    'What happened today?',
    'what is new?',
    "What's the latest?",
    'Any news?',
    'WHAT HAPPENED YESTERDAY?',
    'What did I miss this morning?',
    'Tell me what is going on in the world',
  ])('%s', (question) => {
    expect(asksForAnyNews(question)).toBe(true);
  });

  it.each([
    'What did the minister say today?',
    'Anything new on the talks?',
    'What is new about the US?',
    'Any update on the WHO?',
    'What is the plan?',
    'who?',
    '',
  ])('but not: %s', (question) => {
    expect(asksForAnyNews(question)).toBe(false);
  });

  it('leaves the matter', () => {
    expect(matterOf("what's the latest on export-controls?")).toBe('export-controls');
  });
});
