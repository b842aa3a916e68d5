/** A desk that has posted a digest, and what the wire sends it afterwards. */
import { expect } from 'vitest';
import type { Copy } from '../../src/news/take.ts';
import { copy, openDesk } from '../fakes/newsroom.ts';

export const FLOOD = (toll: string): string =>
  `A flood in the Vara valley killed ${toll} people on Thursday and cut the main railway, the interior ministry said.

Rescue teams had not reached two villages by evening, officials said.`;
export const TALKS = (day: string): string =>
  `Officials of Norland and Sudland agreed on Thursday to ease their export rules, both sides said after talks in Port Mary.

They will meet again in Sudhaven on April ${day}, a joint statement said.`;
export const QUAKE = `An earthquake near Osten damaged 300 houses on Thursday, the civil protection agency said.`;

/** Copy of the flood with so many dead. */
export const flood = (toll: string, more: Partial<Copy> = {}): Copy =>
  copy('Flood hits Vara valley', FLOOD(toll), { guid: 'flood', ...more });
/** The kill of a story. */
export const killOf = (guid: string, sentAt: string): Copy =>
  copy('KILL', 'Please kill.', { guid, signal: 'kill', sentAt });

/** A newsroom with one wire and one channel. */
export type Desk = ReturnType<typeof openDesk>;

/** A desk that has posted a digest of these stories at 10:00. */
export async function posted(
  stories: readonly Copy[],
  settings: Parameters<typeof openDesk>[0] = {},
): Promise<Desk> {
  const desk = openDesk(settings);
  await desk.newsroom.publish();
  desk.wire.batches.push(stories);
  await desk.newsroom.gather();
  desk.moveTo('2026-03-12T10:00:00Z');
  await desk.newsroom.publish();
  expect(desk.chat.posted).toHaveLength(1);
  return desk;
}

/** The wire sends this, and a while later everything that is due has been done. */
export async function send(desk: Desk, at: string, ...takes: Copy[]): Promise<void> {
  desk.moveTo(at);
  desk.wire.batches.push(takes);
  await desk.newsroom.gather();
  await desk.newsroom.post();
}

/** Time passes, and what is due is done. */
export async function later(desk: Desk, at: string): Promise<void> {
  desk.moveTo(at);
  await desk.newsroom.post();
}

/** The text of a posting in the terminal. */
export const textOf = (posting: { payload: unknown } | undefined): string =>
  (posting?.payload as { text: string } | undefined)?.text ?? '';
/** A write-thru of the flood. */
export const update = (toll: string, sentAt: string): Copy =>
  flood(toll, { signal: 'writethru', sentAt });
