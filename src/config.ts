/** Configuration files: read, checked all at once, and told apart from their defaults. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { NewsroomError } from './errors.ts';
import { readChannel } from './news/channel.ts';
import { readSchedule, zoneName } from './news/schedule.ts';
import { AMENDMENTS, type Schedule } from './news/subscription.ts';
import type { Topic } from './news/topic.ts';

/** Largest configuration file that is read. */
const FILE_BYTES_MAX = 1_000_000;

const DURATION = /^(\d{1,6})(ms|s|m|h|d)$/;
const UNITS_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads `30s`, `5m`, `2h`, `1d` as milliseconds; null for anything else. */
export function readDuration(text: string): number | null {
  const match = DURATION.exec(text.trim());
  return match ? Number(match[1]) * UNITS_MS[match[2] as keyof typeof UNITS_MS] : null;
}

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';

const duration = z.union([z.string(), z.number()]).transform((value, context) => {
  const lengthMs = readDuration(String(value));
  if (lengthMs !== null) return lengthMs;
  context.addIssue({ code: 'custom', message: `${shown(value)} is not a duration such as 5m` });
  return z.NEVER;
});

const schedule = z.string().transform((value, context): Schedule => {
  const reading = readSchedule(value);
  if (reading.ok) return reading.schedule;
  context.addIssue({ code: 'custom', message: reading.sentence });
  return z.NEVER;
});

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
  schedule: z.array(schedule).max(50).default([]),
  alerts: z.union([z.literal(false), z.number().int().min(1).max(9)]).default(false),
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
      allowPrivate: z.array(z.string()).default([]),
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

/** `channels[1].schedule[0]` */
function writePath(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

type Problems = string[];

function readYaml(file: string, problems: Problems): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    problems.push(
      `${file}: ${code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`}`,
    );
    return undefined;
  }
  if (text.length > FILE_BYTES_MAX) {
    problems.push(`${file}: is larger than ${FILE_BYTES_MAX} bytes`);
    return undefined;
  }
  const document = parseDocument(text, { prettyErrors: true });
  for (const error of document.errors) problems.push(`${file}: ${error.message.split('\n')[0]}`);
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (cause) {
    problems.push(`${file}: ${cause instanceof Error ? cause.message : 'cannot be read as YAML'}`);
    return undefined;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

/** What the library only knows in the words of its types; undefined leaves it to the rule's own. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing: it is ${KINDS[issue.expected] ?? issue.expected}`
        : `${shown(issue.input)} is not ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `${shown(issue.input)} is not one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `no such key: ${issue.keys.slice(0, 10).map(shown).join(', ')}`;
    case 'too_small':
      return `${shown(issue.input)} is ${issue.origin === 'number' ? 'less' : 'shorter'} than ${issue.minimum}`;
    case 'too_big':
      return `${shown(issue.input)} is ${issue.origin === 'number' ? 'more' : 'longer'} than ${issue.maximum}`;
    default:
      return undefined;
  }
}

function check<T>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
  problems: Problems,
): T | null {
  const result = schema.safeParse(value, { error: inWords });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = writePath(issue.path);
    problems.push(`${file}: ${path === '' ? issue.message : `${path}: ${issue.message}`}`);
  }
  return null;
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** What only shows when both files are seen together. */
function crossProblems(newsroom: z.infer<typeof newsroomFile>, topics: readonly Topic[]): Problems {
  const problems: Problems = [];
  const slugs = new Set(topics.map((each) => each.slug));
  const wires = repeated(newsroom.wires.map((each) => each.name));
  problems.push(...wires.map((name) => `wires: the name "${name}" is there twice`));
  const twice = repeated(topics.map((each) => each.slug));
  problems.push(...twice.map((name) => `topics.yaml: the slug "${name}" is there twice`));
  const channels = repeated(newsroom.channels.map((each) => each.channel));
  problems.push(...channels.map((name) => `channels: "${name}" is there twice`));
  newsroom.channels.forEach((each, index) => {
    each.topics.forEach((name, position) => {
      if (slugs.has(name)) return;
      problems.push(
        `channels[${index}].topics[${position}]: there is no topic "${name}" in topics.yaml`,
      );
    });
  });
  return problems;
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
  if (newsroom && topics) problems.push(...crossProblems(newsroom, topics));
  if (problems.length > 0 || !newsroom || !topics) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    throw new NewsroomError(
      'config',
      `The configuration has ${count}:\n${problems.map((each) => `  ${each}`).join('\n')}`,
    );
  }
  return { ...newsroom, topics, folder: resolve(folder) };
}
