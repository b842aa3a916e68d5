/** The tables as Kysely sees them: times are integers of epoch milliseconds, JSON is text. */
import type { Generated } from 'kysely';
import type { DeliveryState } from '../news/delivery.ts';
import type { Edition } from '../news/edition.ts';
import type { StoryState } from '../news/story.ts';
import type { VerdictState } from '../news/verdict.ts';

type BookmarkTable = { wire: string; body: string };
type TakeTable = {
  id: string;
  wire: string;
  received_at: number;
  /** 0 once its text is gone */
  has_copy: Generated<number>;
  body: string;
};
type StoryTable = {
  /** names the story in the full-text index */
  number: Generated<number>;
  id: string;
  scope: string;
  wire: string;
  state: StoryState;
  /** release time of a held story; null when there is none */
  held_until: number | null;
  changed_at: number;
  /** 0 while or since there is no copy */
  has_copy: Generated<number>;
  body: string;
};
type StoryKeyTable = { scope: string; key: string; story: string };
type EventTable = {
  id: string;
  changed_at: number;
  revision: number;
  body: string;
  ahead: string | null;
};
type CounterTable = { name: string; value: number };
type CardTable = { event: string; version: number; analyst: string; body: string };
type SubscriptionTable = { channel: string; topic: string; body: string };
type ChannelSettingsTable = { channel: string; body: string };
type EditionTable = {
  id: string;
  channel: string;
  kind: Edition['kind'];
  /** its slot; for a bulletin, which has none, when it was composed */
  slot_at: number;
  body: string;
};
type EditionEventTable = { edition: string; channel: string; event: string; version: number };
type DeliveryTable = {
  id: string;
  channel: string;
  /** the channel up to its colon: `slack` */
  platform: string;
  purpose: string;
  batch: string;
  part: number;
  place: string;
  events: string;
  payload: string;
  content_hash: string;
  state: DeliveryState;
  urgency: Generated<number>;
  attempt: number;
  run_at: number;
  lease_until: number;
  message_id: string | null;
  error: string | null;
  created_at: number;
  updated_at: number;
};
type DeliveryEventTable = { delivery: string; event: string };
type VerdictTable = { id: string; state: VerdictState; event: string; at: number; body: string };
type LeaseTable = { name: string; owner: string; until: number };
/** How often a wire had a kind of problem on a day (`2026-03-12`), with the newest sentence. */
type WireProblemTable = { wire: string; code: string; day: string; count: number; sample: string };
type ReplyTable = { id: string; body: string };
type ReplyEventTable = { event: string; reply: string; shown_at: number };
type NoteTable = { name: string; value: string };

export type Tables = {
  bookmark: BookmarkTable;
  take: TakeTable;
  story: StoryTable;
  story_key: StoryKeyTable;
  event: EventTable;
  counter: CounterTable;
  card: CardTable;
  subscription: SubscriptionTable;
  channel_settings: ChannelSettingsTable;
  edition: EditionTable;
  edition_event: EditionEventTable;
  delivery: DeliveryTable;
  delivery_event: DeliveryEventTable;
  lease: LeaseTable;
  wire_problem: WireProblemTable;
  reply: ReplyTable;
  reply_event: ReplyEventTable;
  note: NoteTable;
  verdict: VerdictTable;
};
