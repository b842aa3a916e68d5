/** Layouts as Block Kit: within every limit, nothing lost, text from outside without power. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSlack, type SlackPayload } from '../../../src/chats/slack/render.ts';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import type { Layout } from '../../../src/news/layout.ts';
import { blockProblems, effectsOf, isTooLong, textOfBlocks } from '../../fakes/slack/blocks.ts';
import { anyLayout } from '../any-layout.ts';
import { textsOf } from '../contract.ts';
import { digest, hostile, hugeDigest, LAYOUTS } from '../layouts.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const BATCH = 'batch-golden';
const GOLDEN = new URL('../../golden/slack/', import.meta.url);

function payloadsOf(layout: Layout, batch = BATCH): SlackPayload[] {
  return renderSlack(layout, batch).map((part) => part.payload as SlackPayload);
}

/** All text without blanks and without what the renderer adds itself. */
function bare(text: string): string {
  const own = /\(continued\)|\(\d+\/\d+\)(?: continues in the thread)?|\(too long\)|\s+|…/gu;
  return text.toWellFormed().replace(own, '');
}

function shownBy(layout: Layout): string {
  return bare(
    payloadsOf(layout)
      .map((payload) => textOfBlocks(payload.blocks))
      .join('\n'),
  );
}

/** What a text may not do: everything but a link that the layout itself asked for. */
function powersOf(payload: SlackPayload, allowed: ReadonlySet<string>): unknown[] {
  return effectsOf(payload.blocks).filter(
    ({ type, detail }) => type !== 'link' || !allowed.has(detail),
  );
}

function hrefsOf(layout: Layout): Set<string> {
  const runs = layout.items
    .flatMap((item) => item.blocks)
    .flatMap((block) => {
      if (block.kind === 'facts') return block.lines.flat();
      return block.kind === 'text' || block.kind === 'note' ? block.runs : [];
    });
  const urls = runs.flatMap((run) => URL.parse(run.href ?? '') ?? []);
  return new Set(urls.filter((url) => /^https?:$/.test(url.protocol)).map((url) => url.href));
}

/** The two that fill many messages are left to the properties: a golden file is for reading. */
const GOLDEN_LAYOUTS = Object.entries(LAYOUTS).filter(
  ([name]) => name !== 'hugeDigest' && name !== 'giantItem',
);

describe('renderSlack', () => {
  it.each(GOLDEN_LAYOUTS)('renders %s as it always did', (name, layout) => {
    const golden = new URL(`${name}.json`, GOLDEN);
    const parts = renderSlack(layout, BATCH).map(({ payload, events, place }) => ({
      payload,
      events,
      place,
    }));
    const text = `${JSON.stringify(parts, null, 2)}\n`;
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(golden, text);
    }
    expect(existsSync(golden)).toBe(true);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  it('stays within every limit, whatever the layout', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        for (const payload of payloadsOf(layout)) {
          expect(blockProblems(payload.blocks)).toEqual([]);
          expect(isTooLong(payload.blocks)).toBe(false);
          expect(payload.blocks.length).toBeLessThanOrEqual(45);
          expect(textOfBlocks(payload.blocks).length + payload.text.length).toBeLessThan(9_500);
          expect(JSON.stringify(payload.blocks).length).toBeLessThanOrEqual(15_000);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('loses no text, whatever the layout', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        const shown = shownBy(layout);
        const short = textsOf(layout).filter((text) => text.length < 300);
        expect(short.filter((text) => !shown.includes(bare(text)))).toEqual([]);
        // long texts may be divided between messages: none of their characters may be missing
        const letters = (text: string) => bare(text).length;
        const given = textsOf(layout).reduce((sum, text) => sum + letters(text), 0);
        expect(shown.length).toBeGreaterThanOrEqual(given);
      }),
      { numRuns: 200 },
    );
  });

  it('gives text from outside no power, whatever it is', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        const allowed = hrefsOf(layout);
        for (const payload of payloadsOf(layout)) {
          expect(powersOf(payload, allowed)).toEqual([]);
          expect(payload.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)|:[\w+'-]+:|@(?:channel|here)/);
          expect(payload).toMatchObject({ unfurl_links: false, unfurl_media: false });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('follows http and https only', () => {
    const hrefs = [
      'javascript:alert(1)',
      'slack://channel?id=C1',
      'https://name:word@wire.example/',
      `https://wire.example/${'a'.repeat(3_000)}`,
      '//wire.example/x',
    ];
    const blocks = hrefs.map((href) => ({ kind: 'text', runs: [{ text: 'Read', href }] }) as const);
    const [payload] = payloadsOf({ title: 'Links', items: [{ event: null, blocks }] });
    expect(effectsOf(payload?.blocks)).toEqual([]);
    expect(effectsOf(payloadsOf(digest)[0]?.blocks)).toContainEqual({
      type: 'link',
      detail: 'https://wire.example/stories/1',
    });
  });

  it('labels the parts and names each delivery', () => {
    const payloads = payloadsOf(hugeDigest);
    const count = payloads.length;
    expect(count).toBeGreaterThan(2);
    const texts = payloads.map((payload) => textOfBlocks(payload.blocks));
    expect(texts[0]).toContain(`(1/${count}) continues in the thread`);
    texts.slice(1).forEach((text, index) => {
      expect(text.startsWith(`(${index + 2}/${count})`)).toBe(true);
    });
    expect(payloads.map((payload) => payload.metadata.event_payload.delivery_id)).toEqual(
      payloads.map((_, part) => deliveryId(BATCH, part)),
    );
  });

  it('moves items whole', () => {
    for (const { events, payload } of renderSlack(hugeDigest, BATCH)) {
      const text = textOfBlocks((payload as SlackPayload).blocks);
      for (const { id } of events) {
        const number = id.replace('event-', '');
        expect(text).toContain(`dredging plan ${number}\n`);
        expect(text).toContain(`dredge basin ${number}.`);
      }
      expect(text.match(/All facts/g)).toHaveLength(events.length);
    }
  });

  it('renders a part alone as it stood in its batch', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        const parts = renderSlack(layout, BATCH);
        const total = parts.length;
        const alone = parts.flatMap((part, index) =>
          renderSlack(part.layout, BATCH, { index, total }),
        );
        expect(JSON.stringify(alone)).toBe(JSON.stringify(parts));
      }),
    );
  });

  it('gives each button an id of its own in its row', () => {
    const buttons = Array.from({ length: 12 }, (_, index) => ({
      label: `Topic ${index}`,
      action: 'brief' as const,
      value: `topic-${index}`,
    }));
    const [payload] = payloadsOf({
      title: 'Topics',
      items: [{ event: null, blocks: [{ kind: 'buttons', buttons }] }],
    });
    const rows = payload?.blocks.filter((block) => block.type === 'actions') ?? [];
    expect(rows.map((row) => row.elements.length)).toEqual([5, 5, 2]);
    expect(blockProblems(payload?.blocks)).toEqual([]);
  });

  it('renders fifty hostile items quickly', async () => {
    const items = Array.from({ length: 10 }, () => hostile.items).flat();
    const tookMs = await cpuMsOf(() => {
      renderSlack({ title: 'Many', items }, BATCH);
    });
    expect(tookMs).toBeLessThan(2_000);
  });
});
