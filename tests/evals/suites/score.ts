/** The suites of clean-up and of the hostile model server as shares, beside their own tests. */
import { isDeepStrictEqual } from 'node:util';
import { borneOut } from '../../../src/editing/borne-out.ts';
import { clean } from '../../../src/editing/clean.ts';
import { verifyCard } from '../../../src/editing/verify.ts';
import { blankCopy } from '../../../src/news/take.ts';
import { CASES } from '../../analysts/openai/misbehaviours.ts';
import { analystOver, STORY } from '../../analysts/openai/stub.ts';
import { EVENT, storyOf, takeWith } from '../../analysts/story.ts';
import { CAPTIONS, JUNK, NOTES, type CleaningCase } from '../../editing/cleaning/junk.ts';
import { startFakeModel } from '../../fakes/model/fake-model.ts';
import type { Measure } from '../measure.ts';

const TIMEOUT_MS = 400;

/** Shares of the cases in which what must come of them came. */
export async function scoreSuites(): Promise<Measure[]> {
  const cases = [...JUNK, ...CAPTIONS, ...NOTES];
  return [
    {
      measure: `clean-up suite, ${cases.length} cases`,
      value: cases.filter(isCleaned).length / cases.length,
      target: 0.98,
    },
    {
      measure: `hostile model server, ${CASES.length} ways: valid card`,
      value: await shareOfValidCards(),
      target: 1,
    },
  ];
}

function isCleaned({ in: paragraphs, out, why = [] }: CleaningCase): boolean {
  const copy = { ...blankCopy('rss'), headline: 'Ferry to run again', paragraphs };
  const take = clean(copy, { wire: 'test', provider: null, file: null });
  const reasons = new Set(take.removed.map((removed) => removed.why));
  return isDeepStrictEqual(take.paragraphs, out) && why.every((reason) => reasons.has(reason));
}

async function shareOfValidCards(): Promise<number> {
  const server = await startFakeModel();
  const take = takeWith('t1', STORY);
  let valid = 0;
  try {
    for (const [, mood, never] of CASES) {
      server.always = mood;
      const analyst = analystOver(server.baseUrl, { timeoutMs: TIMEOUT_MS });
      const card = await analyst.card({ event: EVENT, stories: [storyOf(take)] });
      const verified = verifyCard(card, [take]);
      const isOwnWords = card.origin.analyst !== 'offline';
      const isProven = isDeepStrictEqual(isOwnWords ? borneOut(verified) : verified, card);
      if (isProven && card.summary.length > 0 && !never.test(JSON.stringify(card))) valid += 1;
    }
  } finally {
    await server.close();
  }
  return valid / CASES.length;
}
