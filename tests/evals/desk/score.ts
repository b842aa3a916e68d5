/**
 * Questions as a desk types them in the thread of a story, and of all stories, over the copy in
 * `whole-cards/`: short, in small letters, with no mark, in words that the copy does not have. About a
 * third is tempting and told nowhere. Of the held-out half only totals are told. The file `hurried` asks of
 * the labelled stories of `cards/dev`: half of it is tempting and told nowhere, as when all words match
 * and the answer is of somebody or something else. It may be looked at, and is told apart. So may `rushed`,
 * of other stories of the kind; of `rushed-aside` only totals are looked at, as of what is held out, and
 * nothing is learned from it. The files `talked` and `talked-aside` ask of these stories in other words
 * than theirs: rules may be held against the former, of the latter only totals are looked at, and no
 * weights are learned from either. The file `spoken` asks as an editor talks, of the stories of
 * `reading/` that are labelled for their names: half is tempting, and nothing is learned from it either.
 *
 * `# name` opens a story's questions. `Q: question => an answer | another`: any of them in a quoted
 * sentence makes it right. `X: question` is told by no story. A star (`Q*:`) has it asked of all too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerQuestion } from '../../../src/answering/answering.ts';
import type { Analyst } from '../../../src/analysts/analyst.ts';
import { FilingDesk } from '../../../src/filing/filing.ts';
import type { Answer } from '../../../src/news/answer.ts';
import type { Take } from '../../../src/news/take.ts';
import { createMemoryStore } from '../../../src/stores/memory.ts';
import type { Store } from '../../../src/stores/store.ts';
import { storyOf, takeWith } from '../../analysts/story.ts';
import { casesOf } from '../cards/labels.ts';
import { hit } from '../cards/questions.ts';
import { counted, scored, type Count, type Half, type Scored } from '../measure.ts';

type Asked = {
  /** the story it is about */
  readonly story: string;
  readonly question: string;
  /** null where no story tells */
  readonly answers: readonly string[] | null;
  /** asked of all stories, too */
  readonly ofAll: boolean;
};

/** What must not be wrong; how much is answered and refused is told without a level as yet. */
const REACH: Readonly<Record<string, number>> = {
  'desk in a thread, right or refused': 0.9,
  'desk of all stories, hit@3': 0.8,
  'desk of all stories, right or refused': 0.9,
};

/** After every story of the folder. */
const ASKED_AT = '2031-01-01T12:00:00Z';
const STORIES = join(import.meta.dirname, '../whole-cards');

/** Of these nobody looks at what fails: they show whether what was mended for others carries over. */
const ASIDE = ['rushed-aside', 'talked-aside'] as const;
/** Sets that ask of the labelled stories. */
const OF_CARDS = ['hurried', 'rushed', 'talked', ...ASIDE] as const;
const SPOKEN = 'spoken';
const READING = join(import.meta.dirname, '../reading');

type DeskSet = Half | (typeof OF_CARDS)[number] | typeof SPOKEN;

/** Scores an analyst on a half. */
export async function scoreDesk(half: Half, analyst: Analyst): Promise<Scored> {
  const counts = await countsOfSet(half, analyst, 'desk');
  if (half === 'dev')
    for (const set of [...OF_CARDS, SPOKEN] as const)
      counts.push(...(await countsOfSet(set, analyst, `${set}:`)));
  return scored(half, counts, (measure) => REACH[measure] ?? null);
}

async function countsOfSet(set: DeskSet, analyst: Analyst, title: string): Promise<Count[]> {
  const takes = takesByName(set);
  const asked = askedIn(set);
  const store = await shelved([...takes.values()]);
  try {
    const inThread = await countsOf(`${title} in a thread`, asked, ({ story: name, question }) => {
      const take = takes.get(name);
      if (!take) throw new Error(`there is no story ${name}`);
      const story = storyOf(take);
      return analyst.answer({ question, stories: [story], focus: [story.id], at: ASKED_AT });
    });
    const named = asked.filter(({ ofAll }) => ofAll);
    const ofAll = await countsOf(`${title} of all stories`, named, ({ question }) =>
      answerQuestion({ store, analyst }, question, [], ASKED_AT),
    );
    const counts = [...inThread, ...ofAll];
    return ASIDE.some((aside) => aside === set)
      ? counts.map((count) => ({ ...count, misses: [] }))
      : counts;
  } finally {
    await store.close();
  }
}

/** The questions of a set. Throws when a line is none. */
export function askedIn(set: DeskSet): Asked[] {
  const asked: Asked[] = [];
  let story = '';
  for (const line of readFileSync(join(import.meta.dirname, `${set}.txt`), 'utf8').split('\n')) {
    if (line === '') continue;
    const name = /^# (\S+)$/.exec(line)?.[1];
    story = name ?? story;
    if (name) continue;
    const [, kind, star, question = '', told] =
      /^([QX])(\*?): (.+?)(?: => (.+))?$/.exec(line) ?? [];
    if (!kind || (kind === 'Q') !== (told !== undefined)) throw new Error(`${set}: ${line}`);
    asked.push({ story, question, answers: told?.split(' | ') ?? null, ofAll: star === '*' });
  }
  return asked;
}

/** The stories that a set asks of, by name. */
export function takesByName(set: DeskSet = 'dev'): Map<string, Take> {
  if (set === SPOKEN) return takesIn(READING);
  if (set !== 'dev' && set !== 'held-out')
    return new Map(casesOf('dev').map(({ name, take }) => [name, take]));
  return takesIn(STORIES);
}

function takesIn(folder: string): Map<string, Take> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => {
      const { date, title, text } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        readonly date: string;
        readonly title?: string;
        readonly text: string;
      };
      const name = file.replace(/\.json$/, '');
      return [name, takeWith(name, text, { headline: title ?? null, sentAt: `${date}T12:00:00Z` })];
    }),
  );
}

async function countsOf(
  title: string,
  asked: readonly Asked[],
  ask: (asked: Asked) => Promise<Answer>,
): Promise<Count[]> {
  const counts: Count[] = [];
  for (const each of asked) {
    const { story, question, answers } = each;
    const answer = await ask(each);
    const told = `[${story}] ${question} "${answer.answer}"`;
    if (answers === null) {
      const check = { right: answer.abstained, told };
      counts.push(counted(`${title}, unanswerable refused`, [check]));
      continue;
    }
    const first = hit(question, answer, answers, 1);
    const third = hit(question, answer, answers, 3);
    counts.push(
      counted(`${title}, hit@1`, [{ ...first, told: `[${story}] ${first.told}` }]),
      counted(`${title}, hit@3`, [{ ...third, told: `[${story}] ${third.told}` }]),
      counted(`${title}, right or refused`, [{ right: answer.abstained || third.right, told }]),
      counted(`${title}, told or quoted as nearest`, [
        hit(question, { ...answer, abstained: false }, answers, 3),
      ]),
    );
  }
  return counts;
}

async function shelved(takes: readonly Take[]): Promise<Store> {
  const store = createMemoryStore();
  const desk = new FilingDesk();
  await store.transact(async (records) => {
    for (const take of takes) {
      const receivedAt = take.sentAt ?? ASKED_AT;
      await desk.file(records, [{ take, circumstances: { receivedAt, background: false } }]);
    }
  });
  return store;
}
