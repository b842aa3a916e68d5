/** Questions of what became of something arranged: "is the strike going ahead?", "did they meet?" */
import type { Evidence } from '../news/card.ts';
import { sentencesOf } from '../news/sentence.ts';
import type { Take } from '../news/take.ts';
import { fatesIn } from './step-fate.ts';
import { fitsOrdinal, matterOf, type Matter } from './step-matter.ts';
import { tellingWords } from './words.ts';

const YES_OR_NO =
  /^\W*(?:and |so |but )?(?:is|are|was|were|did|does|do|has|have|had|will|would)\b/i;
/** Words that ask whether a thing comes about. */
const COMES =
  /\b(?:go(?:ing|ne|es)? ahead|went ahead|tak(?:e|en|ing) place|took place|happen\w*|still on)\b/i;
/** Words that ask whether its time was changed, or whether it was called off. */
const CHANGES =
  /\b(?:(?:called|call|put|pushed) (?:off|back)|cancel\w*|postpon\w*|delay\w*|moved|reschedul\w*|scrapp?(?:ed)?|abandon\w*|brought forward|adjourn\w*)\b/i;
/** Deeds that are the thing itself: to meet, to vote. */
const DEED =
  /\b(?:did|has|have|will)\b.{1,200}\b(?:meet|met|visit(?:ed)?|strike|struck|walk(?:ed)? out|votes?|voted)\b/i;
/** Stems of what only asks. */
const ASKING = new Set(
  tellingWords(
    'ahead happen happening still call called push pushed cancel cancelled canceled postpone delay delayed move rescheduled scrap scrapped abandon bring brought forward adjourn adjourned gone',
  ),
);

/** Copy, with the event that it stands in. */
type Told = { readonly event: string | null; readonly current: Take };
/** What tells it: the sentence, and the copy that it stands in. */
export type FateTold<Story> = { readonly story: Story; readonly evidence: Evidence };

/**
 * The newest sentence of these stories that tells what became of the thing which a question of yes or no
 * is about. Null when it is not asked for, when none tells it, or when two events have such a thing and
 * the question does not say which.
 */
export function fateAsked<Story extends Told>(
  question: string,
  stories: readonly Story[],
): FateTold<Story> | null {
  const matter = matterOf(question);
  const isChange = CHANGES.test(question);
  const isAsked = [COMES, DEED].some((words) => words.test(question)) || isChange;
  if (!YES_OR_NO.test(question) || !isAsked || matter.kinds.size === 0) return null;
  const rest = new Set([...matter.words].filter((word) => !ASKING.has(word)));
  const names = tellingWords((question.match(/(?<=\S\s)\p{Lu}[\p{L}-]+/gu) ?? []).join(' '));
  const asked: Asked = { kinds: matter.kinds, rest, names, isChange };
  const found = stories.flatMap((story) => fatesTold(story, asked));
  const most = Math.max(0, ...found.map(({ shared }) => shared));
  const nearest = found.filter(({ shared }) => shared === most);
  if (new Set(nearest.map(({ story }) => story.event)).size !== 1) return null;
  const [newest] = nearest.toSorted((a, b) => sentAt(b.story) - sentAt(a.story));
  return newest ?? null;
}

const sentAt = ({ current }: Told): number => Date.parse(current.sentAt ?? '') || 0;

/** Of the words that say what is meant, so many must stand in the copy. */
const TOLD_SHARE = 0.5;

type Asked = Pick<Matter, 'kinds'> & {
  /** stems that say which thing of its sort is meant */
  readonly rest: ReadonlySet<string>;
  /** of those the names: all of them must stand in the copy */
  readonly names: readonly string[];
  /** is it asked whether it was changed? */
  readonly isChange: boolean;
};

function fatesTold<Story extends Told>(
  story: Story,
  { kinds, rest, names, isChange }: Asked,
): (FateTold<Story> & { readonly shared: number })[] {
  const { id: take, headline, text, dateline, sentAt: sent } = story.current;
  const told = new Set(tellingWords(`${headline ?? ''} ${text}`));
  if (rest.intersection(told).size < rest.size * TOLD_SHARE) return [];
  if (!names.every((name) => told.has(name))) return [];
  const day = dateline?.date ?? sent?.slice(0, 10) ?? '';
  return sentencesOf(text).flatMap(({ start, end, text: quote }) => {
    const isMeant = fatesIn(quote, day).some(({ kind, ordinal, what }) => {
      const asked = kinds.get(kind);
      if (asked === undefined || !fitsOrdinal(asked, ordinal)) return false;
      return !isChange || what !== 'took place';
    });
    const shared = matterOf(quote, headline ?? '').words.intersection(rest).size;
    if (!isMeant || (shared === 0 && rest.size > 0)) return [];
    return [{ story, evidence: { take, start, end, quote }, shared }];
  });
}
