/** How a sentence's tense and the company of its words stand to a question. */
import { expect, it } from 'vitest';
import { readQuestion } from '../../../../src/analysts/offline/questions/question.ts';
import { demandsOf, standingOf } from '../../../../src/analysts/offline/questions/standing.ts';
import { readTake } from '../../../../src/analysts/offline/reading/read.ts';
import { takeWith } from '../../story.ts';

function standing(asked: string, text: string, isAhead = false) {
  const [sentence] = readTake(takeWith('one', text)).sentences;
  if (sentence === undefined) throw new Error('no sentence');
  const question = readQuestion(asked);
  return standingOf(question, demandsOf(question), sentence, isAhead);
}

it('tells what is yet to come from what was', () => {
  const vote = 'Voters in Tessaly return to the polls on Sunday and will choose a mayor.';
  expect(standing('Who won?', vote).isYetToCome).toBe(true);
  expect(standing('Who won?', 'Ines Falk won by nine votes.').isYetToCome).toBe(false);
  expect(standing('Who won?', 'Ines Falk won and will take office in May.').isYetToCome).toBe(
    false,
  );
  expect(standing('Who won?', 'Falk was ahead.', true).isYetToCome).toBe(true);
});

it('tells what is over from what is to come', () => {
  expect(standing('When will the bridge open?', 'The bridge was shut in May.').isOverAlready).toBe(
    true,
  );
  expect(standing('When will it open?', 'It is to open in May.').isOverAlready).toBe(false);
  expect(standing('What is the fee?', 'The fee was raised.').isOverAlready).toBe(false);
});

it('looks for neighbouring words near each other', () => {
  const asked = 'What did the harbour board decide?';
  expect(standing(asked, 'The board of the harbour chose a new crane.').wholePairs).toBe(0.5);
  expect(
    standing(asked, 'The board met on Monday in a hall that looks over the old harbour.')
      .wholePairs,
  ).toBe(0);
  expect(standing('Why?', 'The board met on Monday.').wholePairs).toBe(0);
});

it('misses an age', () => {
  expect(standing('How old is Falk?', 'Falk leads the board.').tellsNoAge).toBe(true);
  expect(standing('How old is Falk?', 'Falk, 41, leads the board.').tellsNoAge).toBe(false);
  expect(standing('Who is Falk?', 'Falk leads the board.').tellsNoAge).toBe(false);
});
