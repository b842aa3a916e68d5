/** Sentences of our own stories edited by machine: without harm, or so that they say something else. */
import { sentencesOf } from '../../../src/news/sentence.ts';
import { casesOf } from '../cards/labels.ts';

/** A sentence and what it was made into. */
export type Edit = { readonly what: string; readonly before: string; readonly after: string };
type Rule = readonly [what: string, edit: (sentence: string) => string];

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const another = (day: string): string => WEEKDAYS[(WEEKDAYS.indexOf(day) + 2) % 7] ?? day;
/** Two capitalised words in the middle of a sentence: of a person, a body or a place. */
const NAME = /(?<=[a-z,] )(\p{Lu}\p{Ll}{2,}) (\p{Lu}\p{Ll}{2,})(?=[ ,.])/u;
/** A whole run of them. */
const NAMES = /(?<=[a-z,] )\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){1,5}(?=[ ,.])/gu;

export const HARMLESS: readonly Rule[] = [
  ['curly quotes', (text) => text.replace(/"([^"]*)"/g, '“$1”').replace(/(\w)'(\w)/g, '$1’$2')],
  ['upper case', (text) => text.toUpperCase()],
  ['spaces', (text) => text.replace(/ /g, '  ')],
  ['no end mark', (text) => text.replace(/[.!?]["”]?$/, '')],
  ['no thousands mark', (text) => text.replace(/(\d),(\d{3})/g, '$1$2')],
  [
    'half of it',
    (text) =>
      text
        .split(' ')
        .slice(0, Math.ceil(text.split(' ').length / 2))
        .join(' '),
  ],
];

export const HARMFUL: readonly Rule[] = [
  ['number', (text) => text.replace(/\b\d+\b/, (figure) => String(Number(figure) + 7))],
  ['weekday', (text) => text.replace(new RegExp(`\\b(?:${WEEKDAYS.join('|')})\\b`), another)],
  ['name', (text) => text.replace(NAME, '$1 Quellinger')],
  ['verb', (text) => text.replace(/\b(?:said|told|agreed|killed|rose|fell|won)\b/, 'forgot')],
  [
    'negation',
    (text) => text.replace(/\b(was|were|is|are|has|have|had|will|would)\b(?! not)/, '$1 not'),
  ],
  ['tail', (text) => text.replace(/[.!?]["”]?$/, ' and resigned over the smuggled ledgers.')],
];

/** Claims that say something new: what a gate must find. */
export const INVENTED: readonly Rule[] = HARMFUL.filter(([what]) =>
  ['number', 'weekday', 'name', 'tail'].includes(what),
);

/** Two names of a sentence that have changed places. */
export const SWAPPED: readonly Rule[] = [
  [
    'swapped names',
    (text) => {
      const [first, second] = [...text.matchAll(NAMES)].map(([name]) => name);
      if (first === undefined || second === undefined || first === second) return text;
      return text.replace(first, '\u0000').replace(second, first).replace('\u0000', second);
    },
  ],
];

/** What a summary does to a sentence and still says nothing else. */
export const FAITHFUL: readonly Rule[] = [
  ['without apposition', (text) => text.replace(/, [^,"\d]{3,60}, /, ' ')],
  ['without place', (text) => text.replace(/ in \p{Lu}\p{L}+(?= )/u, '')],
  ['without attribution', (text) => text.replace(/, [^,"]*\bsaid\b[^,"]*\.$/, '.')],
  [
    'day in front',
    (text) =>
      text.replace(
        /^(?:The|An?) ([^"]*?) on ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b([^"]*)$/,
        'On $2, the $1$3',
      ),
  ],
];

/** Sentences of our own English stories; the held-out half is left alone, as rules are tuned by these. */
export function ownSentences(): string[] {
  const stories = casesOf('dev').map(({ story }) => story);
  const english = stories.filter(({ current }) => /\bthe\b/i.test(current.text));
  return english.flatMap(({ current }) => sentencesOf(current.text).map(({ text }) => text));
}

/** What the rules make of sentences; what a rule does not change is left out. */
export function editsOf(sentences: readonly string[], rules: readonly Rule[]): Edit[] {
  return sentences.flatMap((before) =>
    rules.flatMap(([what, edit]) => {
      const after = edit(before);
      return after === before ? [] : [{ what, before, after }];
    }),
  );
}
