/** A question after a long brief may as well be about something else. */
import { expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { answerQuestion } from '../../src/answering/answering.ts';
import { FilingDesk } from '../../src/filing/filing.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { takeOf } from '../editing/sample-copy.ts';

const AT = '2026-03-03T10:00:00Z';

function copy(guid: string, headline: string, text: string) {
  return takeOf({ guid, headline, text, provider: guid, sentAt: AT });
}

it('reads what a question is about though the brief before it had more stories than are read', async () => {
  const store = createMemoryStore();
  const desk = new FilingDesk();
  const quakes = Array.from({ length: 40 }, (_, at) =>
    copy(
      `quake-${at}`,
      `Quake in Velmora, report ${at}`,
      `An earthquake struck the port of Tessaly in Velmora, the mayor Davo Renn said. Report ${at}.`,
    ),
  );
  const trial = copy(
    'trial',
    'Banker Tor Almqvist jailed for fraud',
    'Judge Ines Falk sentenced the banker Tor Almqvist to nine years for fraud in Ostby.',
  );
  const circumstances = { receivedAt: AT, background: false };
  const filed = await desk.file(
    store,
    [...quakes, trial].map((take) => ({ take, circumstances })),
  );
  const [quake = ''] = filed.flatMap(({ event }) => event?.id ?? []);
  expect((await store.event(quake))?.stories).toHaveLength(40);
  const parts = { store, analyst: createOfflineAnalyst() };
  const question = 'Who sentenced Tor Almqvist?';
  const answer = await answerQuestion(parts, question, [quake], AT);
  expect(answer).toMatchObject({ abstained: false });
  expect(answer.evidence[0]?.quote).toContain('Ines Falk');
});
