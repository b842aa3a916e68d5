/** Stories with the event that people say they tell of: our own, and sets that lie in a folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../../../src/editing/clean.ts';
import { blankCopy, type Take } from '../../../src/news/take.ts';

export type Labelled = {
  readonly id: string;
  /** the happening, unique in its set */
  readonly event: string;
  /** what happenings of one sort have in common: to leave out as a whole when tuning */
  readonly topic: string;
  /** the take that the desk makes of it; `sentAt` null where neither set nor copy says */
  readonly copy: Take;
};

/** A story's copy as the filing desk has it: cleaned, with the time of sending that a date line tells. */
export function takeOf(telling: Telling, sentAt: string | null = null): Take {
  const copy = { ...blankCopy('text'), ...telling, sentAt };
  return clean(copy, { wire: 'labelled', provider: null, file: null });
}

type Telling = { readonly headline: string | null; readonly paragraphs: readonly string[] };
type Kind = {
  readonly kind: string;
  /** its happenings follow one another with the same people: how far they are told apart is a figure */
  readonly isSequence?: boolean;
  readonly happenings: readonly (readonly Telling[])[];
};

/** The kinds of happenings that lie beside this file. */
export function ownKinds(): Kind[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Kind);
}

/** Our own stories, all kinds together. */
export function ownStories(): Labelled[] {
  return ownKinds().flatMap(({ kind, happenings }) =>
    happenings.flatMap((tellings, at) =>
      tellings.map((telling, number) => ({
        id: `${kind}-${at}-${number}`,
        event: `${kind}-${at}`,
        topic: kind,
        copy: takeOf(telling),
      })),
    ),
  );
}

/**
 * ECB+ (Cybulska and Vossen, 2014): a folder a topic; `N_Mecb.xml` and `N_Mecbplus.xml` tell of two
 * happenings of one kind. Empty when the folder is not there.
 */
export function ecbPlusStories(folder: string): Labelled[] {
  if (!existsSync(folder)) return [];
  return foldersIn(folder).flatMap((topic) =>
    readdirSync(join(folder, topic))
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map((name) => ({
        id: name,
        event: `${topic}${name.endsWith('ecbplus.xml') ? 'plus' : ''}`,
        topic,
        copy: takeOf(tellingOf(sentencesOf(readFileSync(join(folder, topic, name), 'utf8')))),
      })),
  );
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((each) => each.isDirectory()).map(({ name }) => name).sort(); // prettier-ignore
}

const TOKEN = /<token [^>]*sentence="(\d+)"[^>]*>([^<]*)<\/token>/g;

function sentencesOf(xml: string): string[] {
  const sentences: string[][] = [];
  for (const [, number, token] of xml.matchAll(TOKEN))
    (sentences[Number(number)] ??= []).push(plain(token ?? ''));
  return sentences.map(joined).filter((text) => text !== undefined && text !== '');
}

function joined(tokens: readonly string[]): string {
  return tokens
    .join(' ')
    .replace(/ ([.,;:!?%)]|'s\b|n't\b)/g, '$1')
    .replace(/([($]) /g, '$1')
    .replace(/(\d): (?=\d\d\b)/g, '$1:')
    .trim();
}

function plain(token: string): string {
  return token.replace(/&apos;|''|``/g, "'").replace(/&quot;/g, '"').replace(/&amp;/g, '&'); // prettier-ignore
}

/** The address and the day that open some files are left out; a line without an end is the title. */
function tellingOf(sentences: readonly string[]): Telling {
  const lines = sentences.filter(
    (line, at) => at > 4 || !(/^https? ?:|^www\b/.test(line) || /^[^a-z]*\d{4}\W*$/i.test(line)),
  );
  const [first = '', ...rest] = lines;
  const isTitle = !/[.!?"']$/.test(first) && first.length <= 200 && rest.length > 0;
  return { headline: isTitle ? first : null, paragraphs: isTitle ? rest : lines };
}

type Article = {
  readonly title: string | null;
  readonly text: string | null;
  readonly date_publish: string | null;
  readonly newsCluster: string | { readonly Event: string; readonly EventId: number };
};

/**
 * The clusters of Giveme5W1H (Hamborg and others, 2018): a JSON file an article, by date. Empty
 * when the folder is not there.
 */
export function newsClusterStories(folder: string): Labelled[] {
  if (!existsSync(folder)) return [];
  const stories = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const article = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Article;
      const event = eventOf(article);
      const paragraphs = (article.text ?? '').split('\n').filter((each) => each.trim() !== '');
      const at = new Date(`${(article.date_publish ?? '').replace(' ', 'T')}Z`);
      const sentAt = Number.isNaN(at.getTime()) ? null : at.toISOString();
      const copy = takeOf({ headline: article.title, paragraphs }, sentAt);
      return { id: name, event, topic: event, copy };
    });
  const time = ({ copy }: Labelled): number => Date.parse(copy.sentAt ?? '') || 0;
  return stories.sort((a, b) => time(a) - time(b) || (a.id < b.id ? -1 : 1));
}

function eventOf({ newsCluster }: Article): string {
  if (typeof newsCluster !== 'string') return String(newsCluster.EventId);
  return /['"]EventId['"]: ?(\d+)/.exec(newsCluster)?.[1] ?? newsCluster;
}
