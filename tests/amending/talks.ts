/** Talks that are announced, put back or called off, as several tests are sent them. All is invented. */
import { copy } from '../fakes/newsroom.ts';

export const TALKS = copy(
  'Norland, Sudland to hold second round of export talks',
  `PORT MARY, March 12 (Tarn Press) - Norland and Sudland will hold a second round of talks on export rules in Sudhaven on March 17, Trade Minister Ilsa Brandt of Norland said on Thursday.

Brandt and her Sudland counterpart, Marek Oduya, met in Port Mary for six hours.`,
  { guid: 'round', sentAt: '2026-03-12T08:00:00Z' },
);
export const MOVED = copy(
  'Norland, Sudland export talks put back',
  `SUDHAVEN, March 15 (Tarn Press) - The second round of export talks between Norland and Sudland has been postponed to March 20, Trade Minister Ilsa Brandt said on Sunday.

Her Sudland counterpart Marek Oduya has influenza, his ministry said.`,
  { guid: 'moved', sentAt: '2026-03-15T08:00:00Z' },
);

const TELLS_OFF = `PORT MARY, March 16 (Coast Agency) - Norland called off the second round of export talks with Sudland on Monday, Trade Minister Ilsa Brandt said.

Marek Oduya, her Sudland counterpart, called the step regrettable.`;
/** Another agency says that they are off. */
export const off = (sentAt: string) =>
  copy('Norland calls off export talks with Sudland', TELLS_OFF, { guid: 'off', sentAt });
/** Of the same words, and no talks. */
export const CHESS = copy(
  'Carter calls off second round of chess match',
  `OSTEN, March 16 (Tarn Press) - Grandmaster Paul Carter called off the second round of his match with Lena Voss on Monday, the Osten chess club said.`,
  { guid: 'chess', sentAt: '2026-03-16T08:00:00Z' },
);
