/** A digest may show more stories than a question is answered from: whatever it shows may be asked about. */
import { expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { answerFollowUp } from '../../src/answering/following-up.ts';
import type { Take } from '../../src/news/take.ts';
import { FilingDesk } from '../../src/filing/filing.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { takeOf } from '../editing/sample-copy.ts';

const AT = '2026-03-20T10:00:00Z';
const BEGINNINGS = ['Vel', 'Tor', 'Mar', 'Ost', 'Lin', 'Dra'];
const ENDINGS = ['mora', 'by', 'sund', 'holm', 'dale', 'vik'];
/** More than are read. */
const TOWNS = BEGINNINGS.flatMap((one) => ENDINGS.map((other) => one + other));

const story = (guid: string, headline: string, text: string, sentAt: string): Take =>
  takeOf({ guid, headline, text, provider: guid, sentAt });

const choices = TOWNS.map((town) =>
  story(
    town,
    `${town} chooses a mayor`,
    `The council of ${town} has chosen a mayor, its clerk said.`,
    '2026-03-20T08:00:00Z',
  ),
);
const BAKERS = story(
  'bakers',
  'Bakers of Halden walk out',
  'In Halden 212 bakers walked out over night work, their guild said. Flour is stacked in the harbour.',
  '2026-03-20T07:00:00Z',
);
const BEGIN = story(
  'begin',
  'Norland, Sudland open export talks',
  'Export talks between Norland and Sudland opened in Port Mary on Monday, both trade ministries said. Deputy minister Ada Lindqvist leads the Norland side, and Rafe Okoro that of Sudland.\n\nThe delegations will speak about licences for chips. They sit in the old customs house.',
  '2026-02-02T08:00:00Z',
);
const EASE = story(
  'ease',
  'Norland eases chip licences after talks',
  'Norland will drop licences for most chips sold to Sudland after export talks in Port Mary, deputy minister Ada Lindqvist said on Monday.\n\nRafe Okoro of Sudland welcomed the step.',
  '2026-03-20T08:00:00Z',
);

/** Files copy batch after batch; with the events of the last. */
async function filed(...batches: readonly (readonly Take[])[]) {
  const store = createMemoryStore();
  const desk = new FilingDesk();
  let shown: string[] = [];
  for (const batch of batches) {
    const items = batch.map((take) => ({
      take,
      circumstances: { receivedAt: take.sentAt ?? AT, background: false },
    }));
    const all = await desk.file(store, items);
    shown = [...new Set(all.flatMap(({ event }) => event?.id ?? []))];
  }
  return { parts: { store, analyst: createOfflineAnalyst() }, shown };
}

it('is answered from a story that stands last in a long digest', async () => {
  const { parts, shown } = await filed([BAKERS, ...choices]);
  expect(shown.length).toBeGreaterThan(30);
  const answer = await answerFollowUp(parts, 'how many bakers walked out?', shown, AT);
  expect(answer.answer).toContain('212 bakers');
  expect(answer.answer).not.toContain('Another story');
});

it('is answered from what came before one of very many events', async () => {
  const { parts, shown } = await filed([BEGIN], [EASE, ...choices]);
  const question = 'where did the delegations for chips licences sit?';
  const answer = await answerFollowUp(parts, question, shown, AT);
  expect(answer.answer).toContain('old customs house');
  expect(answer.answer).not.toContain('Another story');
});
