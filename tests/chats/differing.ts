/** A card of an event whose sources differ, with the copy that proves it. All names are invented. */
import type { Card, Evidence } from '../../src/news/card.ts';

const KESTREL =
  'A bus fell into the Sarda gorge on Wednesday, killing 11 people. The court will hold the next hearing on May 20.';
const PORT =
  'Governor Ilda Corvane said nine people had died in the Sarda gorge. The court will hold the next hearing on May 22.';

export const COPY_ON_DIFFERENCES = [
  { id: 'kestrel', text: KESTREL },
  { id: 'port', text: PORT },
];

function cite(take: 'kestrel' | 'port', quote: string): Evidence {
  const start = (take === 'kestrel' ? KESTREL : PORT).indexOf(quote);
  return { take, start, end: start + quote.length, quote };
}

const kestrel = { provider: 'Kestrel News', sentAt: '2031-05-14T14:20:00Z' };
const port = { provider: 'Port Wire', sentAt: '2031-05-14T13:05:00Z' };

/** Two differences: the dead, and the day of a hearing. */
export const DIFFERING: Card = {
  title: 'Bus falls into Sarda gorge',
  summary: [
    {
      text: 'A bus fell into the Sarda gorge on Wednesday, killing 11 people.',
      evidence: [
        cite('kestrel', 'A bus fell into the Sarda gorge on Wednesday, killing 11 people.'),
      ],
    },
  ],
  who: [
    {
      name: 'Ilda Corvane',
      role: 'Governor',
      organisation: null,
      evidence: [cite('port', 'Governor Ilda Corvane')],
    },
  ],
  where: [
    {
      place: 'Sarda gorge',
      evidence: [cite('kestrel', 'Sarda gorge'), cite('port', 'Sarda gorge')],
      sources: 2,
    },
  ],
  when: [],
  outcome: [],
  open: [],
  next: [],
  numbers: [],
  quotes: [],
  conflicts: [
    {
      about: 'number',
      measure: 'dead',
      words: [],
      sides: [
        {
          text: '11 dead',
          value: 11,
          tellers: [kestrel],
          evidence: [cite('kestrel', 'killing 11 people')],
        },
        {
          text: 'nine dead',
          value: 9,
          tellers: [port],
          evidence: [cite('port', 'nine people had died')],
        },
      ],
    },
    {
      about: 'when',
      measure: 'date on ahead',
      words: ['court', 'hear', 'hold'],
      of: 'hold the next hearing',
      sides: [
        {
          text: 'May 20',
          value: '2031-05-20',
          tellers: [kestrel],
          evidence: [cite('kestrel', 'the next hearing on May 20')],
        },
        {
          text: 'May 22',
          value: '2031-05-22',
          tellers: [port],
          evidence: [cite('port', 'the next hearing on May 22')],
        },
      ],
    },
  ],
  sources: [
    {
      ...kestrel,
      headline: 'Bus falls into Sarda gorge',
      href: 'https://wire.example/k1',
      version: null,
    },
    { ...port, headline: 'Nine die in gorge', href: null, version: null },
  ],
  origin: { analyst: 'offline', model: null, prompt: null, dropped: 0, note: null },
};
