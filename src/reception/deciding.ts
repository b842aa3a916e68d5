/** An editor's part: verdicts that wait, confirmed or rejected, and stories that are held, released. */
import { listLayout, withButtons } from '../editing/layout/reply.ts';
import { showInstant } from '../editing/slots.ts';
import { decide, personOf, waitingVerdicts, type ListedVerdict } from '../amending/mending.ts';
import type { Button, Run } from '../news/layout.ts';
import type { Asker } from '../news/request.ts';
import { heldName, heldStories, releaseStory, type HeldStory } from '../filing/releasing.ts';
import type { VerdictKind } from '../news/verdict.ts';
import { say, type Draft, type ReceptionParts } from './draft.ts';

/** Verdicts of a list that get buttons: two each, on one screen. */
const WITH_BUTTONS = 5;
const NOT_ALLOWED =
  'Only editors can do this: whom the configuration lists under editors, or, where it lists nobody, people who may manage this channel.';

/** How a person reads the kinds. */
const KIND_WORDS: Readonly<Record<VerdictKind, string>> = {
  'wrong-fact': 'Wrong fact',
  'wrong-merge': 'Wrong merge',
  'same-event': 'Same event',
  'not-relevant': 'Not relevant',
};

/**
 * May this person's word change an item for everyone, in every channel? Where the configuration names
 * editors of a platform, theirs alone: on Slack every member of a channel may manage it.
 */
export function isEditor({ config }: ReceptionParts, asker: Asker): boolean {
  const person = personOf(asker);
  if (config.editors.includes(person)) return true;
  const platform = person.slice(0, person.indexOf(':') + 1);
  return asker.mayManage && !config.editors.some((editor) => editor.startsWith(platform));
}

/** The verdicts that wait. */
export async function listVerdicts(parts: ReceptionParts, asker: Asker): Promise<Draft> {
  if (!isEditor(parts, asker)) return say(NOT_ALLOWED);
  const listed = await waitingVerdicts(parts);
  if (listed.length === 0) return say('No verdict waits for an editor.');
  const layout = listLayout('What readers say is wrong', listed.map(verdictLine));
  const buttons = listed.slice(0, WITH_BUTTONS).flatMap(({ verdict }, index): Button[] => [
    { label: `Confirm ${index + 1}`, action: 'confirm', value: verdict.id },
    { label: `Reject ${index + 1}`, action: 'reject', value: verdict.id },
  ]);
  const ids = [...new Set(listed.map(({ verdict }) => verdict.event))];
  const events = await parts.store.events(ids);
  return { layout: withButtons(layout, buttons), events, canShare: false };
}

function verdictLine({ verdict, title, detail }: ListedVerdict, index: number): Run[] {
  const shown = [title ?? '(withdrawn)', detail ?? '(withdrawn)'].join(' — ');
  return [
    { text: `${index + 1}. ${KIND_WORDS[verdict.kind]}: `, style: 'bold' },
    { text: `${shown} ` },
    { text: verdict.id, style: 'code' },
  ];
}

/** An editor's word on one verdict. */
export async function decided(
  parts: ReceptionParts,
  word: 'confirm' | 'reject',
  id: string,
  asker: Asker,
): Promise<Draft> {
  if (!isEditor(parts, asker)) return say(NOT_ALLOWED);
  const state = word === 'confirm' ? 'confirmed' : 'rejected';
  const verdict = await decide(parts, id, state, personOf(asker));
  const what = KIND_WORDS[verdict.kind].toLowerCase();
  return say(
    state === 'confirmed'
      ? `Confirmed (${what}): carried out for everyone; what was posted is being changed.`
      : `Rejected (${what}).`,
  );
}

/** Held stories of a list: what one screen takes. */
const HELD_MAX = 20;

/** What is held, and why; nothing of the copy is told. */
export async function listHeld(parts: ReceptionParts, asker: Asker): Promise<Draft> {
  if (!isEditor(parts, asker)) return say(NOT_ALLOWED);
  const held = await heldStories(parts);
  if (held.length === 0) return say('Nothing is held.');
  const lines = held.slice(0, HELD_MAX).map(heldLine);
  if (held.length > HELD_MAX) lines.push([{ text: `and ${held.length - HELD_MAX} more` }]);
  return { layout: listLayout('Held', lines), events: [], canShare: false };
}

function heldLine(story: HeldStory): Run[] {
  const { id, openedAt, why, until } = story;
  const end = until === null ? '' : ` until ${showInstant(until, 'UTC')}`;
  return [
    { text: `${heldName(story)}: `, style: 'bold' },
    { text: `${why}${end}, came ${showInstant(openedAt, 'UTC')} ` },
    { text: id, style: 'code' },
  ];
}

/** An editor's word that ends an embargo whose time cannot be read. */
export async function released(parts: ReceptionParts, id: string, asker: Asker): Promise<Draft> {
  if (!isEditor(parts, asker)) return say(NOT_ALLOWED);
  const { provider, wire } = await releaseStory(parts, id);
  parts.log.info({ story: id, by: personOf(asker) }, 'embargo lifted by hand');
  return say(`Released: the story of ${provider ?? wire} goes to the channels that follow it.`);
}
