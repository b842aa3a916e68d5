/** What Wirebrief says when it is asked: answers, lists, sentences. */
import type { Answer } from '../../news/answer.ts';
import { channelLink } from '../../news/channel.ts';
import type { Block, Button, Layout, LayoutItem, Run } from '../../news/layout.ts';
import { showSent } from '../slots.ts';

/** A heading with lines under it, each a list entry. */
export function listLayout(title: string, lines: readonly (readonly Run[])[]): Layout {
  const blocks: Block[] = [{ kind: 'heading', text: title }];
  if (lines.length > 0) blocks.push({ kind: 'facts', label: '', lines });
  return { title, items: [{ event: null, blocks }] };
}

/** A heading over items that each tell of an event of their own. */
export function headedLayout(title: string, items: readonly LayoutItem[]): Layout {
  const head: LayoutItem = { event: null, blocks: [{ kind: 'heading', text: title }] };
  return { title, items: [head, ...items] };
}

/** Over sentences that are no answer, so that nobody takes them for one. */
const NEAREST = 'What comes nearest';

/** An answer: the question, the quoted sentences, each with its source and time; else what comes nearest. */
export function answerLayout(question: string, answer: Answer, event: LayoutItem['event']): Layout {
  const blocks: Block[] = [
    { kind: 'text', runs: [{ text: question, style: 'italic' }] },
    { kind: 'text', runs: [{ text: answer.answer }] },
  ];
  const nearest = answer.abstained ? answer.evidence.map(({ quote }) => [{ text: quote }]) : [];
  if (nearest.length > 0) blocks.push({ kind: 'facts', label: NEAREST, lines: nearest });
  answer.stories.slice(0, 3).forEach((story) => {
    const name = story.provider ?? 'Source';
    const sent = story.sentAt === null ? null : showSent(story.sentAt, 'UTC');
    const text = [name, sent, story.headline].filter(Boolean).join(' · ');
    blocks.push({ kind: 'note', runs: [story.href ? { text, href: story.href } : { text }] });
  });
  return { title: 'Answer', items: [{ event, headline: answer.answer, blocks }] };
}

/** What whoever subscribed a channel is told when it was found closed to us; `at` as a reader reads it. */
export function closedNotice(closed: {
  readonly channel: string;
  /** why, and what is to be done about it */
  readonly sentence: string;
  readonly topic: string;
  readonly at: string;
}): Layout {
  const { channel, sentence, topic, at } = closed;
  const href = channelLink(channel);
  const runs: Run[] = [
    { text: 'Switched off. ', style: 'bold' },
    { text: `On ${at} Wirebrief could not post in a channel that you subscribed, ` },
    href === null ? { text: channel } : { text: channel, href },
    { text: `: ${sentence} Nothing is posted there until somebody ` },
    { text: `types /wire subscribe ${topic} in it; what was due until then follows.` },
  ];
  const title = 'A channel that you subscribed was switched off';
  return { title, items: [{ event: null, blocks: [{ kind: 'text', runs }] }] };
}

/** The same layout with a row of buttons under it. */
export function withButtons(layout: Layout, buttons: readonly Button[]): Layout {
  if (buttons.length === 0) return layout;
  const row: LayoutItem = { event: null, blocks: [{ kind: 'buttons', buttons }] };
  return { title: layout.title, items: [...layout.items, row] };
}
