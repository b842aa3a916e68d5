/** Copy in other languages: its first sentences and nothing guessed, however short it is. */
import { expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

async function cardOf(text: string, language: string | null = null) {
  const take = takeWith(text, text, { headline: 'Ferry', language });
  return createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
}

it.each([
  ['de', 'In Halle brennt es.'],
  ['de', 'Zwei Menschen sind am Montag gestorben.'],
  ['fr', 'Un homme est mort lundi à Lyon. Le maire, Jean Dupont, a parlé de 12 blessés.'],
  ['es', 'Un hombre fue detenido el lunes en Madrid. Lo dijo Juan Pérez.'],
  ['pt', 'O porto anunciou que a balsa voltará. O prefeito João Silva disse que há 12 feridos.'],
  ['da', 'Havnen oplyste tirsdag, at færgen sejler igen. Borgmester Jens Holm talte om 12 sårede.'],
  ['no', 'Havna opplyste at fergen går igjen fredag. Ordfører Kari Berg snakket om 12 skadde.'],
  ['hu', 'A kikötő kedden közölte, hogy a komp újraindul. Nagy János 12 sérültről beszélt.'],
  [
    'ro',
    'Portul a anunțat că feribotul va reveni. Primarul Ion Popescu a vorbit despre 12 răniți.',
  ],
  [
    'German around English words',
    'Die Behörde teilte mit, dass die Fähre wieder fährt. "We have waited for it for a year and we are glad," sagte John Smith.',
  ],
])('%s: %s', async (_, text) => {
  for (const language of [null, 'en']) {
    const card = await cardOf(text, language);
    expect(card.origin.note).toBe('not in English');
    expect(card.summary.length).toBeGreaterThan(0);
    expect([card.who, card.numbers, card.quotes, card.next, card.where]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
  }
});

it.each([
  'A house burned.',
  'Rune beat Ruud 6-4, 6-3. Alcaraz beat Sinner 7-5, 6-2. Medvedev beat Zverev 6-1, 6-1.',
  'Mayor Jose de la Cruz met Ana dos Santos in Rome.',
  'A van hit a café wall, Erik van den Berg said.',
])('is English: %s', async (text) => {
  expect((await cardOf(text)).origin.note).not.toBe('not in English');
});
