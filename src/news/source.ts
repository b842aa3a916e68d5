/** What a story is known by to a reader of a card or an answer. */
import type { Source } from './card.ts';
import { hrefOf, type Take } from './take.ts';

/** The source line of a take. */
export function sourceOf(take: Take): Source {
  const { provider, headline, version, sentAt } = take;
  return { provider, headline, href: hrefOf(take), version, sentAt };
}
