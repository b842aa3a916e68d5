/** The metrics, as Prometheus reads them, and the dashboard that draws them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analyst } from '../src/analysts/analyst.ts';
import { createOfflineAnalyst } from '../src/analysts/offline/offline.ts';
import { silentLog } from '../src/log.ts';
import { createMetrics } from '../src/metrics.ts';
import { createNewsroom } from '../src/newsroom.ts';
import { createMemoryStore } from '../src/stores/memory.ts';
import { freshBookmark } from '../src/wires/wire.ts';
import { copy, deskConfig, RecordingChat, ScriptedWire } from './fakes/newsroom.ts';

const QUAKE = 'An earthquake shook Halvik on Thursday, the institute said. Nobody was hurt.';

function measuredDesk() {
  const clock = { now: Date.parse('2026-03-12T09:00:00Z') };
  const now = (): number => clock.now;
  const plain = createMemoryStore();
  const standing = { tokensToday: 1_200, dailyTokens: 5_000, off: 'It failed.' };
  const offline = createOfflineAnalyst();
  const analyst: Analyst = {
    name: offline.name,
    version: offline.version,
    card: (request) => offline.card(request),
    answer: (request) => offline.answer(request),
    standing: async () => standing,
  };
  const metrics = createMetrics({ store: plain, analyst, now });
  const store = metrics.counted(plain);
  const chat = new RecordingChat();
  const wire = new ScriptedWire('wire');
  const parts = { config: deskConfig(), store, analyst, now, log: silentLog, wires: [wire] };
  const newsroom = createNewsroom({ ...parts, chats: [metrics.listened(chat)] });
  const lines = async (name: string): Promise<string[]> =>
    (await metrics.text()).split('\n').filter((line) => line.startsWith(name));
  return { clock, store, chat, wire, newsroom, lines, metrics };
}

/** A digest of one story is due at ten; it is posted forty seconds late. */
async function postLate(desk: ReturnType<typeof measuredDesk>): Promise<void> {
  await desk.newsroom.publish();
  desk.wire.batches.push([copy('Quake in Halvik', QUAKE)]);
  await desk.newsroom.gather();
  desk.clock.now = Date.parse('2026-03-12T10:00:40Z');
  await desk.newsroom.publish();
}

describe('metrics', () => {
  it('measure from the slot to the posting', async () => {
    const desk = measuredDesk();
    await postLate(desk);
    expect(desk.chat.posted).toHaveLength(1);
    const [sum] = await desk.lines('wirebrief_slot_to_post_seconds_sum');
    expect(sum).toBe('wirebrief_slot_to_post_seconds_sum{platform="terminal"} 40');
    expect(await desk.lines('wirebrief_plan_to_post_seconds_count')).toEqual([
      'wirebrief_plan_to_post_seconds_count{platform="terminal",purpose="edition"} 1',
    ]);
    expect(await desk.lines('wirebrief_deliveries')).toEqual([
      'wirebrief_deliveries{state="sent"} 1',
    ]);
  });

  it('count requests to slow down, tries of unknown fate and what waits', async () => {
    const desk = measuredDesk();
    desk.chat.outcomes.push(
      { kind: 'later', retryAfterMs: 1_000, sentence: 'Slow down.', isLimited: true },
      { kind: 'unknown', sentence: 'No answer.' },
    );
    await postLate(desk);
    expect(await desk.lines('wirebrief_rate_limited_total')).toEqual([
      'wirebrief_rate_limited_total{platform="terminal"} 1',
    ]);
    desk.clock.now += 60_000;
    await desk.newsroom.post();
    expect(await desk.lines('wirebrief_tries_total')).toEqual([
      'wirebrief_tries_total{platform="terminal",state="planned"} 1',
      'wirebrief_tries_total{platform="terminal",state="unknown"} 1',
    ]);
    desk.clock.now += 15_000 + 90_000;
    expect(await desk.lines('wirebrief_queue_age_seconds')).toEqual([
      'wirebrief_queue_age_seconds{platform="terminal"} 90',
    ]);
    expect(await desk.lines('wirebrief_queue_messages')).toEqual([
      'wirebrief_queue_messages{platform="terminal"} 1',
    ]);
  });

  it('tell how long ago each wire was read, what the cache spared and what the model costs', async () => {
    const desk = measuredDesk();
    await postLate(desk);
    await desk.newsroom.publishNow(['terminal:desk']);
    const failing = { ...freshBookmark('other', null), failures: 4 };
    await desk.store.saveBookmark(failing);
    expect(await desk.lines('wirebrief_wire_lag_seconds')).toEqual([
      'wirebrief_wire_lag_seconds{wire="wire"} 3640',
    ]);
    expect(await desk.lines('wirebrief_wire_failures')).toContain(
      'wirebrief_wire_failures{wire="other"} 4',
    );
    expect(await desk.lines('wirebrief_cards_total')).toContain(
      'wirebrief_cards_total{result="made"} 1',
    );
    expect(await desk.lines('wirebrief_model_tokens_today')).toEqual([
      'wirebrief_model_tokens_today 1200',
    ]);
    expect(await desk.lines('wirebrief_model_off')).toEqual(['wirebrief_model_off 1']);
  });
});

describe('the dashboard', () => {
  it('draws nothing that is not exported', async () => {
    const file = join(import.meta.dirname, '../config/grafana.json');
    const dashboard = JSON.parse(readFileSync(file, 'utf8')) as {
      panels: { title: string; targets: { expr: string }[] }[];
    };
    const exported = new Set(
      (await measuredDesk().metrics.text()).matchAll(/^# TYPE (\S+)/gm).map((match) => match[1]),
    );
    const drawn = dashboard.panels.flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => expr.match(/\b(?:wirebrief|process|nodejs)_\w+/g) ?? []),
    );
    const unknown = drawn.filter(
      (name) => !exported.has(name) && !exported.has(name.replace(/_(bucket|sum|count)$/, '')),
    );
    expect(unknown).toEqual([]);
    const ours = [...exported].filter((name) => name?.startsWith('wirebrief_'));
    const shown = new Set(drawn.map((name) => name.replace(/_(bucket|sum|count)$/, '')));
    expect(ours.filter((name) => name !== undefined && !shown.has(name))).toEqual([]);
  });
});
