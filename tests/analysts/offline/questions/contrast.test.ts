/** Sentences that have the words of a question and tell something else. */
import { describe, expect, it } from 'vitest';
import { askerOf, takeWith } from '../../story.ts';

const SAILING = takeWith(
  'sailing',
  `Brenda Kosk won the seventh leg of the Amber Regatta on Thursday in heavy rain off Port Selve.

The harbour master, Anton Weil, resigned on Wednesday. Weil is 58.

Three sailors were injured when a mast broke. The cause of the break is not known.

The race office closes on August 9. Copper exports from Port Selve rose 4 percent in the second quarter.

The regatta's sponsor, the brewery Ostra, can appeal against its fine. Turnout was 9,000 in July.

The race was shortened because of fog.`,
  { headline: 'Kosk wins at Port Selve', sentAt: '2032-08-05T12:00:00Z' },
);
const ask = askerOf(SAILING, '2032-08-06T00:00:00Z');

describe('a sentence that tells something else', () => {
  it.each([
    ['who won the sixth leg', 'of the seventh it is told'],
    ['who is the new harbour master', 'of the one who left it is told'],
    ['how many sailors were killed', 'of the injured it is told'],
    ['when does the race office open', 'of closing it is told'],
    ['how much did copper imports rise in the second quarter', 'of exports it is told'],
    ['how much did copper exports fall in the second quarter', 'of a rise it is told'],
    ['what was turnout in march', 'of July it is told'],
    ['what was turnout in 2019', 'of this year it is told'],
    ['what was turnout last year', 'of July it is told'],
  ])('is no answer to "%s": %s', async (question) => {
    expect((await ask(question)).abstained).toBe(true);
  });

  it.each([
    ['who won the seventh leg', 'Brenda Kosk'],
    ['who is the harbour master', 'Anton Weil'],
    ['how many sailors were injured', 'Three sailors'],
    ['when does the race office close', 'August 9'],
    ['how much did copper exports rise in the second quarter', '4 percent'],
    ['what was turnout in july', '9,000'],
    ['did copper exports fall', 'rose 4 percent'],
    ['why was the race shortened', 'because of fog'],
  ])('does not keep "%s" from its answer', async (question, part) => {
    expect((await ask(question)).answer).toContain(part);
  });

  it('tells no reason for a deed that is only possible', async () => {
    expect((await ask('why did ostra appeal')).answer).toMatch(/^The stored stories do not tell/);
  });

  it('gives way to the word of the copy that no cause is known', async () => {
    expect((await ask('what caused the mast to break')).answer).toContain('is not known');
  });
});

describe('what only looks as if it were told', () => {
  const MILL = takeWith(
    'mill',
    `Pulp sales at the Ondra mill rose to 61 percent of output in March, up from 58 percent in February.

The Ondra mill was visited on Thursday by Torvia's deputy trade minister, Ilan Brask.

The Ondra mill still faces a shortfall of 3 million crowns next fiscal year.

Grete Volk ran the mill for nine years. Volk, who retired in 2030, did not answer calls for comment.

The death toll from a fire at the Ondra mill in the harbour of Port Selve rose to 14 on Thursday.`,
    { headline: 'Fire at the Ondra mill', sentAt: '2032-05-06T12:00:00Z' },
  );
  const askOfMill = askerOf(MILL, '2032-05-07T00:00:00Z');

  it.each([
    ['what were pulp sales in may', 'the sentence dates its figures'],
    ['who is torvias trade minister', 'the deputy is another'],
    ['what is the shortfall this fiscal year', 'of next year it is told'],
  ])('is no answer to "%s": %s', async (question) => {
    expect((await askOfMill(question)).answer).toBe('The stored stories do not tell.');
  });

  it('is no reason where it tells how long, or what nobody would comment on', async () => {
    const { answer } = await askOfMill('why did volk retire');
    expect(answer).not.toMatch(/^Volk/);
  });

  it.each([
    ['what were pulp sales in march', '61 percent'],
    ['who is torvias deputy trade minister', 'Ilan Brask'],
    ['what is the shortfall next fiscal year', '3 million'],
    ['how many people died in the fire', 'rose to 14'],
  ])('does not keep "%s" from its answer', async (question, part) => {
    expect((await askOfMill(question)).answer).toContain(part);
  });
});
