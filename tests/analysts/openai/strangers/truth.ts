/**
 * A model that reads right, for stories whose labels say what they tell: every line of its reply is a
 * fact that stands in the copy. What strangers' manners do to it is told in manners.ts.
 */
import type { Case } from '../../../evals/cards/labels.ts';
import { sentencesOf, type FakeReply, type Line } from '../../../fakes/model/mind.ts';

const WORDS_QUOTED = 18;
const FACTS_EACH = 3;

type Numbered = ReturnType<typeof sentencesOf>[number];

/** The words of a sentence around a phrase in it, copied letter by letter. */
function around({ text }: Numbered, phrase: string): string {
  const at = Math.max(0, text.indexOf(phrase));
  const from = text.lastIndexOf(' ', Math.max(0, at - 30)) + 1;
  const words = text.slice(from).split(' ').slice(0, WORDS_QUOTED).join(' ');
  return words.includes(phrase) ? words : phrase;
}

/** What a model that reads right replies about a labelled story, from the sentences it is given. */
export function truthOf({ labels }: Case, prompt: string): FakeReply {
  const given = sentencesOf(prompt);
  const telling = (phrase: string): Numbered | undefined =>
    given.find(({ text }) => text.includes(phrase));
  const lines = (phrases: readonly string[], more: (phrase: string) => Line): Line[] =>
    phrases.flatMap((phrase) => {
      const found = telling(phrase);
      return found ? [{ sid: found.sid, quote: around(found, phrase), ...more(phrase) }] : [];
    });
  const statements = (phrases: readonly string[]): Line[] =>
    phrases.flatMap((phrase) => {
      const found = telling(phrase);
      if (!found || found.text.length > 390 || /["“”]/.test(found.text)) return [];
      return [{ sid: found.sid, quote: around(found, phrase), text: found.text }];
    });
  const roles = labels.people.filter(({ role }) => role !== null);
  return {
    who: labels.people.flatMap((person) => {
      const both = given.find(
        ({ text }) => text.includes(person.name) && text.includes(person.role ?? person.name),
      );
      const found = both ?? telling(person.name);
      if (!found) return [];
      const role = both && roles.includes(person) ? person.role : null;
      const quote = around(found, person.name);
      return [{ sid: found.sid, quote, name: person.name, role, organisation: null }];
    }),
    where: lines(labels.where.slice(0, 1), (place) => ({ place })),
    when: lines(
      labels.when.slice(0, 2).map(({ text }) => text),
      (text) => ({ text }),
    ),
    outcome: statements(labels.outcome.slice(0, FACTS_EACH)),
    open: statements(labels.open.slice(0, FACTS_EACH)),
    next: labels.next.flatMap(({ phrases, place, firm }) =>
      statements(phrases.slice(0, 1)).map((line) => ({ ...line, place, when: null, firm })),
    ),
    numbers: labels.numbers.flatMap(({ value, unit }) => {
      const written = [String(value), value.toLocaleString('en')];
      const found = given.find(({ text }) =>
        written.some((digits) => text.includes(`${digits} ${unit ?? ''}`)),
      );
      const digits = written.find((each) => found?.text.includes(`${each} ${unit ?? ''}`)) ?? '';
      if (!found || unit === null) return [];
      const text = `${digits} ${unit}`;
      return [{ sid: found.sid, quote: around(found, text), text, value, unit }];
    }),
    quotes: labels.quotes.flatMap(({ start, speaker }) => {
      const found = telling(start);
      return found
        ? [
            {
              sid: found.sid,
              quote: around(found, start)
                .slice(around(found, start).indexOf(start))
                .replace(/["”].*$/, ''),
              speaker,
            },
          ]
        : [];
    }),
    summary: summaryOf(given),
  };
}

/** The sentence that opens the story. */
function summaryOf(given: readonly Numbered[]): Line[] {
  const opening = given.find(({ text }) => text.length < 300 && /[.!?]$/.test(text));
  return opening ? [{ sids: [opening.sid], sentence: opening.text }] : [];
}
