/** Configuration files: read, checked all at once, and told apart from their defaults. */
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { check, readYaml, shown, type Problems } from './config-file.ts';
import { nearestWord } from './editing/nearest.ts';
import { NewsroomError } from './errors.ts';
import { readChannel } from './news/channel.ts';
import { readSchedules, zoneName } from './news/schedule.ts';
import { AMENDMENTS, type Schedule } from './news/subscription.ts';
import type { Topic } from './news/topic.ts';

const DURATION = /^(\d{1,6})(ms|s|m|h|d)$/;
const UNITS_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads `30s`, `5m`, `2h`, `1d` as milliseconds; null for anything else. */
export function readDuration(text: string): number | null {
  const match = DURATION.exec(text.trim());
  return match ? Number(match[1]) * UNITS_MS[match[2] as keyof typeof UNITS_MS] : null;
}

const duration = z.unknown().transform((value, context): number => {
  const lengthMs = typeof value === 'string' ? readDuration(value) : null;
  if (lengthMs !== null) return lengthMs;
  context.addIssue({ code: 'custom', message: `${shown(value)} is not a duration such as 5m` });
  return z.NEVER;
});

const schedule = z.string().transform((value, context): readonly Schedule[] => {
  const reading = readSchedules(value);
  if (reading.ok) return reading.schedules;
  context.addIssue({ code: 'custom', message: reading.sentence });
  return z.NEVER;
});

/** `10.0.0.0/8`, `fc00::/7`: an address and how many of its bits tell the network. */
function isNetwork(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/');
  const bitsMax = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= bitsMax;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const slug = z
  .string()
  .regex(SLUG, { error: (issue) => `${shown(issue.input)} is not a slug such as export-controls` });
const channel = z.string().refine((value) => readChannel(value) !== null, {
  error: (issue) => `${shown(issue.input)} is not a channel such as slack:T0AB/C012AB3CD`,
});
const address = z.string().refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''), {
  error: (issue) => `${shown(issue.input)} is not an http or https address`,
});
const zone = z.string().refine((value) => zoneName(value) !== null, {
  error: (issue) => `${shown(issue.input)} is not a time zone such as Asia/Tokyo`,
});
const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)), {
  error: (issue) => `${shown(issue.input)} is not an instant such as 2026-11-24T08:00:00Z`,
});
const person = z.string().regex(/^(?:slack|discord|terminal|preview):[\w-]{1,60}$/, {
  error: (issue) => `${shown(issue.input)} is not a person such as slack:U012AB3CD`,
});
const network = z.string().refine(isNetwork, {
  error: (issue) => `${shown(issue.input)} is not a network such as 10.0.0.0/8`,
});
const words = z.array(z.string().min(1).max(200)).max(500).default([]);

const wire = z
  .strictObject({
    name: slug,
    url: address.optional(),
    folder: z.string().min(1).optional(),
    push: z.boolean().optional(),
    every: duration.optional(),
    provider: z.string().min(1).max(100).optional(),
    article: z.boolean().default(false),
    /** may its stories be written into labelled cases (`mend export`)? ask the licence first */
    exportText: z.boolean().default(false),
    backfill: duration.default(UNITS_MS.d),
    /** how long the licence lets its copy be kept; for ever when it is left out */
    keep: duration
      .refine((lengthMs) => lengthMs >= UNITS_MS.d, { error: 'must be 1d or longer' })
      .optional(),
  })
  .refine((value) => [value.url, value.folder, value.push].filter(Boolean).length === 1, {
    error: 'a wire needs exactly one of url, folder, push',
  });

const channelSettings = z.strictObject({
  channel,
  topics: z.array(slug).default([]),
  schedule: z
    .array(schedule)
    .max(50)
    .default([])
    .transform((lines) => lines.flat()),
  alerts: z
    .union([z.literal(false), z.number().int().min(1).max(9)], {
      error: (issue) => `${shown(issue.input)} is not false or a number from 1 to 9`,
    })
    .default(false),
  whenEmpty: z.enum(['silence', 'line']).default('silence'),
  /** what of a posted item is followed up; when left out, what a command has set, else all */
  amendments: z.enum(AMENDMENTS).optional(),
  limit: z.number().int().min(1).max(50).default(10),
});

/** A lease shorter than this could run out while its owner is only slow. */
const LEASE_MIN_MS = 3_000;
const limits = z.strictObject({
  /** how long a try of a message is its owner's; a third of it is what a request may take */
  lease: duration
    .refine((lengthMs) => lengthMs >= LEASE_MIN_MS, { error: 'must be 3s or longer' })
    .default(45_000),
  /** how long after an unclear try the platform may still show the message */
  grace: duration.default(15_000),
  /** questions that one person may ask in a minute, of each replica; ten when it is left out */
  asks: z.number().int().min(1).max(1_000).optional(),
});

const newsroomFile = z.strictObject({
  name: z.string().min(1).max(60).default('Wirebrief'),
  zone: zone.default('UTC'),
  /** where the clock of a rehearsal with this file starts; the bot itself does not look at it */
  clock: instant.optional(),
  wires: z.array(wire).max(10_000).default([]),
  channels: z.array(channelSettings).max(10_000).default([]),
  /** where the operator is told of troubles */
  operator: channel.optional(),
  subscribing: z.enum(['managers', 'anyone']).default('managers'),
  /** people who may mend items beside those who may manage a channel */
  editors: z.array(person).max(1_000).default([]),
  model: z.strictObject({ dailyTokens: z.number().int().min(0).default(2_000_000) }).prefault({}),
  limits: limits.prefault({}),
  network: z
    .strictObject({
      allowPrivate: z.array(network).default([]),
      /** least pause between two requests to one host */
      pause: duration.optional(),
    })
    .prefault({}),
  /** where the web side is reached from outside: hubs send what is new there */
  web: z.strictObject({ url: address }).optional(),
});

const topic = z.strictObject({
  slug,
  title: z.string().min(1).max(100),
  words,
  phrases: words,
  names: words,
  codes: words,
  exclude: words,
});
const topicsFile = z.array(topic).max(2_000);

export type WireConfig = z.infer<typeof wire>;
export type ChannelConfig = z.infer<typeof channelSettings>;
export type Config = z.infer<typeof newsroomFile> & {
  readonly topics: readonly Topic[];
  /** absolute path of the folder it was read from: relative folders of wires start here */
  readonly folder: string;
};

/** A request to a platform is given up after ten seconds, or a third of the lease (milliseconds). */
export function requestTimeoutMs({ limits: { lease } }: Pick<Config, 'limits'>): number {
  return Math.min(10_000, Math.floor(lease / 3));
}

type Texts = readonly (string | null)[];

/** The texts under a key of every entry of a list, null where there is none: nothing is checked yet. */
function textsUnder(list: unknown, key: string): Texts {
  if (!Array.isArray(list)) return [];
  return list.map((each: unknown) => {
    const value = valueUnder(each, key);
    return typeof value === 'string' ? value : null;
  });
}

function valueUnder(value: unknown, key: string): unknown {
  const isGroup = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isGroup ? (value as Record<string, unknown>)[key] : undefined;
}

function repeated(texts: Texts, path: (index: number) => string): string[] {
  return texts.flatMap((text, index) =>
    text !== null && texts.indexOf(text) < index
      ? [`${path(index)}: "${text.slice(0, 80)}" is there twice`]
      : [],
  );
}

/** What only shows when entries and files are seen together; told beside what is wrong with each. */
function crossProblems(newsroom: unknown, topics: unknown, file: string): Problems {
  const channels = valueUnder(newsroom, 'channels');
  const slugs = textsUnder(topics, 'slug');
  const problems = [
    ...repeated(
      textsUnder(valueUnder(newsroom, 'wires'), 'name'),
      (i) => `${file}: wires[${i}].name`,
    ),
    ...repeated(textsUnder(channels, 'channel'), (i) => `${file}: channels[${i}].channel`),
    ...repeated(slugs, (i) => `topics.yaml: [${i}].slug`),
  ];
  if (!Array.isArray(channels) || !Array.isArray(topics)) return problems;
  const named = channels.flatMap((each: unknown, index) => {
    const list = valueUnder(each, 'topics');
    if (!Array.isArray(list)) return [];
    return list.flatMap((name: unknown, position) => {
      if (typeof name !== 'string' || slugs.includes(name)) return [];
      const near = nearestWord(
        name,
        slugs.filter((slug) => slug !== null),
      );
      const hint = near === null ? '' : `; did you mean "${near}"?`;
      const path = `${file}: channels[${index}].topics[${position}]`;
      return [`${path}: there is no topic ${shown(name)} in topics.yaml${hint}`];
    });
  });
  return [...problems, ...named];
}

/**
 * Reads a configuration folder.
 * @param file the newsroom's file in it, `wirebrief.yaml` or `demo.yaml`
 * @throws NewsroomError `config` that lists every problem of every file, one a line, with its path
 */
export function loadConfig(folder: string, file = 'wirebrief.yaml'): Config {
  const problems: Problems = [];
  const newsroomValue = readYaml(join(folder, file), problems);
  const topicsValue = readYaml(join(folder, 'topics.yaml'), problems);
  const empty = (value: unknown): boolean => value === undefined;
  const newsroom = empty(newsroomValue)
    ? null
    : check(newsroomFile, newsroomValue ?? {}, file, problems);
  const topics = empty(topicsValue)
    ? null
    : check(topicsFile, topicsValue ?? [], 'topics.yaml', problems);
  problems.push(
    ...crossProblems(newsroomValue, topicsValue ?? (empty(topicsValue) ? null : []), file),
  );
  if (problems.length > 0 || !newsroom || !topics) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    throw new NewsroomError(
      'config',
      `The configuration has ${count}:\n${problems.map((each) => `  ${each}`).join('\n')}`,
    );
  }
  return { ...newsroom, topics, folder: resolve(folder) };
}
