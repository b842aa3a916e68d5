/** Scores of one card against the labels of its story: pure, one function a section of the card. */
import type { Card, Evidence, NextStep } from '../../../src/news/card.ts';
import { sentencesOf } from '../../../src/news/sentence.ts';
import { counted, type Check, type Count } from '../measure.ts';
import type { Labels, Step } from './labels.ts';
import { holds, isSameDate, isSameName, isSameRole, plain } from './matching.ts';

/** People named, people made up, and the roles of those who were found. */
export function scorePeople(labels: Labels, { who }: Card): Count[] {
  const foundFor = (name: string) => who.find((each) => isSameName(each.name, name));
  const recall = labels.people.map(({ name }) => check(foundFor(name), `missed ${name}`));
  const precision = who.map(({ name }) =>
    check(
      labels.people.some((each) => isSameName(each.name, name)) ||
        labels.actors.some((actor) => holds(name, actor) || holds(actor, name)),
      `no such person: ${name}`,
    ),
  );
  const roles = labels.people.flatMap(({ name, role }) => {
    const found = foundFor(name);
    if (!found) return [];
    const said = `${found.role ?? ''} ${found.organisation ?? ''}`.trim();
    const right = role === null ? found.role === null : isSameRole(said, role);
    return [check(right, `${name}: "${said}", not "${role ?? ''}"`)];
  });
  return [
    counted('people recall', recall),
    counted('people precision', precision),
    counted('role of a person found', roles),
  ];
}

/** Next steps found, made up, firm, first, dated; and steps where the story has none. */
export function scoreNext(labels: Pick<Labels, 'next'>, card: Card): Count[] {
  const steps = labels.next;
  if (steps.length === 0) {
    const none = check(card.next.length === 0, `no next step: "${card.next[0]?.text}"`);
    return [counted('no next step where there is none', [none])];
  }
  const foundFor = (step: Step) => card.next.filter((each) => isStep(each, step));
  const first = card.next.slice(0, 1).map((each) => isLabelled(each, steps));
  const dated = steps.flatMap((step) => {
    const found = foundFor(step);
    if (found.length === 0 || step.date === null) return [];
    const dates = found.map(({ when }) => when?.date ?? null);
    const right = dates.some((date) => isSameDate(date, step.date));
    return [check(right, `${step.phrases[0]}: ${dates.join()}, not ${step.date}`)];
  });
  const firm = steps.filter((step) => step.firm);
  return [
    counted(
      'next steps recall',
      steps.map((step) => check(foundFor(step).length > 0, `missed "${step.phrases[0]}"`)),
    ),
    counted(
      'next steps precision',
      card.next.map((each) => isLabelled(each, steps)),
    ),
    counted(
      'firm next steps recall',
      firm.map((step) =>
        check(
          foundFor(step).some((each) => each.firm),
          `not as firm: "${step.phrases[0]}"`,
        ),
      ),
    ),
    counted(
      'steps shown as firm that are',
      card.next
        .filter((each) => each.firm)
        .map((each) =>
          check(
            firm.some((step) => isStep(each, step)),
            `not firm: "${each.text}"`,
          ),
        ),
    ),
    counted('first next step right', first),
    counted('date of a next step found', dated),
  ];
}

function isLabelled(found: NextStep, steps: readonly Step[]): Check {
  return check(
    steps.some((step) => isStep(found, step)),
    `no next step: "${found.text}"`,
  );
}

function isStep(found: NextStep, step: Step): boolean {
  return (
    said(found).some((text) => step.phrases.some((phrase) => holds(text, phrase))) ||
    (step.date?.length === 10 && found.when?.date === step.date)
  );
}

/** Speakers of all labelled quotes; explicit are those named in the sentence that holds the quote. */
export function scoreQuotes(labels: Labels, card: Card, text: string): Count[] {
  const sentences = sentencesOf(text);
  const checks = labels.quotes.map(({ start, speaker }) => {
    const found = card.quotes.find((quote) => said(quote).some((each) => holds(each, start)));
    const right = found?.speaker ? isSpeaker(found.speaker, speaker) : false;
    const sentence = sentences.find((each) => holds(each.text, start))?.text ?? '';
    const surname = speaker.split(' ').at(-1) ?? speaker;
    const by = found ? `by ${found.speaker ?? 'nobody'}` : 'not found';
    const result = check(right, `"${start}" ${by}, not ${speaker}`);
    return { explicit: holds(sentence, surname), result };
  });
  const explicit = checks.filter((each) => each.explicit).map(({ result }) => result);
  return [
    counted(
      'quote speaker, all',
      checks.map(({ result }) => result),
    ),
    counted('quote speaker, explicit', explicit),
  ];
}

function isSpeaker(found: string, label: string): boolean {
  return isSameName(found, label) || holds(found, label);
}

/** What stays open, found and made up. */
export function scoreOpen(labels: Pick<Labels, 'open'>, { open }: Card): Count[] {
  const recall = labels.open.map((phrase) =>
    check(
      open.some((line) => said(line).some((text) => holds(text, phrase))),
      `missed "${phrase}"`,
    ),
  );
  const precision = open.map((line) =>
    check(
      labels.open.some((phrase) => said(line).some((text) => holds(text, phrase))),
      `not open: "${line.text}"`,
    ),
  );
  return [counted('open issues recall', recall), counted('open issues precision', precision)];
}

/** Whether the first place is right; nothing is counted where the story has no one place. */
export function scoreWhere(labels: Pick<Labels, 'where'>, card: Card): Count[] {
  const place = card.where[0]?.place ?? '';
  const right = labels.where.some((name) => holds(place, name) || holds(name, place));
  const told = `"${place}", not ${labels.where.join()}`;
  return [counted('where, first', labels.where.length === 0 ? [] : [check(right, told)])];
}

/** The first place, the day of the event, outcomes and numbers. */
export function scoreBasics(labels: Labels, card: Card): Count[] {
  const dates = card.when.map(({ date }) => date);
  const days = labels.when.flatMap(({ date }) => date ?? []);
  const inOutcome = (phrase: string): boolean =>
    card.outcome.some((line) => said(line).some((text) => holds(text, phrase)));
  return [
    ...scoreWhere(labels, card),
    counted(
      'when, day',
      days.length === 0
        ? []
        : [check(days.includes(dates[0] ?? ''), `${dates.join()}, not ${days.join(' or ')}`)],
    ),
    counted(
      'outcome recall',
      labels.outcome.map((phrase) => check(inOutcome(phrase), `missed "${phrase}"`)),
    ),
    counted(
      'numbers recall',
      labels.numbers.map(({ value, unit }) => {
        const right = card.numbers.some(
          (each) => each.value === value && hasUnit(`${each.unit ?? ''} ${each.text}`, unit),
        );
        return check(right, `missed ${value} ${unit ?? ''}`);
      }),
    ),
  ];
}

const SIGNS: Readonly<Record<string, RegExp>> = {
  '%': /%|per ?cent|\bpct\b/,
  $: /\$|dollar/,
  '£': /£|pound/,
  C$: /c\$|canadian|dollar/,
};

function hasUnit(found: string, unit: string | null): boolean {
  if (unit === null) return true;
  const text = found.toLowerCase();
  const sign = /per ?cent/.test(unit) ? SIGNS['%'] : SIGNS[unit];
  return sign ? sign.test(text) : plain(text).includes(plain(unit).replace(/s$/, ''));
}

/** What the format promises: verbatim evidence on every line, and a short summary. */
export function scoreForm(card: Card, text: string): Count[] {
  const lines = [card.summary, card.who, card.where, card.when, card.outcome];
  const more = [card.open, card.next, card.numbers, card.quotes];
  const evidence = [...lines, ...more].flatMap((section) =>
    (section as readonly Proven[]).flatMap((line) =>
      line.evidence.length === 0 ? [check(false, 'no evidence')] : line.evidence.map(isVerbatim),
    ),
  );
  function isVerbatim({ start, end, quote }: Evidence): Check {
    return check(quote !== '' && text.slice(start, end) === quote, `not verbatim: "${quote}"`);
  }
  const words = card.summary.flatMap((line) => line.text.split(/\s+/)).length;
  const short = card.summary.length > 0 && card.summary.length <= 3 && words <= 75;
  return [
    counted('evidence slices back', evidence),
    counted('summary of at most 3 sentences, 75 words', [
      check(short, `${card.summary.length} sentences, ${words} words`),
    ]),
  ];
}

/** How near the number of sentences comes: F1 as if the smaller set were right throughout. */
export function scoreSentences(labels: Labels, text: string): Count[] {
  if (labels.sentences === null) return [];
  const found = sentencesOf(text).length;
  const right = 2 * Math.min(found, labels.sentences);
  const of = found + labels.sentences;
  const misses = right === of ? [] : [`${found} sentences, not ${labels.sentences}`];
  return [{ measure: 'sentence F1', right, of, misses }];
}

type Proven = { readonly evidence: readonly Evidence[] };

/** What a line says: its own text and the sentences that it was read from. */
function said(line: Proven & { readonly text: string }): string[] {
  return [line.text, ...line.evidence.map(({ quote }) => quote)];
}

function check(right: unknown, told: string): Check {
  return { right: Boolean(right), told };
}
