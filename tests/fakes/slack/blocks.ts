/** Block Kit's rules, as Slack's reference states them: what is wrong with a list of blocks. */

type Json = Readonly<Record<string, unknown>>;
type Check = (value: Json, path: string, problems: string[]) => void;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Slack counts characters, not UTF-16 units. */
const lengthOf = (text: string): number => [...text].length;

function only(value: Json, path: string, keys: readonly string[], problems: string[]): void {
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) problems.push(`unknown field ${key} [json-pointer:${path}]`);
  }
}

function textObject(
  value: unknown,
  path: string,
  most: number,
  problems: string[],
  types: readonly string[] = ['plain_text', 'mrkdwn'],
): void {
  if (!isObject(value)) return void problems.push(`must be a text object [json-pointer:${path}]`);
  const { type, text } = value;
  if (!types.includes(String(type)))
    problems.push(`unsupported type ${type} [json-pointer:${path}]`);
  only(
    value,
    path,
    type === 'plain_text' ? ['type', 'text', 'emoji'] : ['type', 'text', 'verbatim'],
    problems,
  );
  string(text, `${path}/text`, 1, most, problems);
}

function string(
  value: unknown,
  path: string,
  least: number,
  most: number,
  problems: string[],
): void {
  if (typeof value !== 'string') problems.push(`must be a string [json-pointer:${path}]`);
  else if (lengthOf(value) > most)
    problems.push(`must be less than ${most + 1} characters [json-pointer:${path}]`);
  else if (lengthOf(value.trim()) < least)
    problems.push(`must be more than ${least - 1} characters [json-pointer:${path}]`);
}

function list(value: unknown, path: string, most: number, problems: string[]): Json[] {
  if (!Array.isArray(value) || value.length === 0) {
    problems.push(`must be a list that is not empty [json-pointer:${path}]`);
    return [];
  }
  if (value.length > most)
    problems.push(`no more than ${most} items allowed [json-pointer:${path}]`);
  return value.filter((each, index) => {
    if (isObject(each)) return true;
    problems.push(`must be an object [json-pointer:${path}/${index}]`);
    return false;
  }) as Json[];
}

const STYLES = [
  'bold',
  'italic',
  'strike',
  'code',
  'underline',
  'highlight',
  'client_highlight',
  'unlink',
];
const RICH_FIELDS: Readonly<Record<string, readonly string[]>> = {
  text: ['text', 'style'],
  link: ['url', 'text', 'style', 'unsafe'],
  user: ['user_id', 'style'],
  usergroup: ['usergroup_id', 'style'],
  channel: ['channel_id', 'style'],
  broadcast: ['range', 'style'],
  emoji: ['name', 'unicode', 'skin_tone', 'style'],
  date: ['timestamp', 'format', 'url', 'fallback'],
  color: ['value'],
  team: ['team_id'],
};

function richRun(value: Json, path: string, problems: string[]): void {
  const fields = RICH_FIELDS[String(value.type)];
  if (!fields) return void problems.push(`unsupported type ${value.type} [json-pointer:${path}]`);
  only(value, path, ['type', ...fields], problems);
  if (value.type === 'text' && (typeof value.text !== 'string' || value.text === '')) {
    problems.push(`must be more than 0 characters [json-pointer:${path}/text]`);
  }
  if (value.type === 'link') {
    string(value.url, `${path}/url`, 1, 3000, problems);
    if (!/^(https?:\/\/|mailto:|tel:)[^\s]+$/i.test(String(value.url)))
      problems.push(`invalid url [json-pointer:${path}/url]`);
    if (value.text === '')
      problems.push(`must be more than 0 characters [json-pointer:${path}/text]`);
  }
  if (value.style === undefined) return;
  if (!isObject(value.style)) problems.push(`must be an object [json-pointer:${path}/style]`);
  else only(value.style, `${path}/style`, STYLES, problems);
}

function richSection(value: Json, path: string, problems: string[]): void {
  if (value.type === 'rich_text_list') {
    only(value, path, ['type', 'style', 'elements', 'indent', 'offset', 'border'], problems);
    if (value.style !== 'bullet' && value.style !== 'ordered')
      problems.push(`bad style [json-pointer:${path}/style]`);
    list(value.elements, `${path}/elements`, 1_000, problems).forEach((each, index) => {
      if (each.type !== 'rich_text_section')
        problems.push(`must be a section [json-pointer:${path}/elements/${index}]`);
      else richSection(each, `${path}/elements/${index}`, problems);
    });
    return;
  }
  if (
    !['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'].includes(String(value.type))
  ) {
    return void problems.push(`unsupported type ${value.type} [json-pointer:${path}]`);
  }
  only(value, path, ['type', 'elements', 'border'], problems);
  list(value.elements, `${path}/elements`, 1_000, problems).forEach((each, index) =>
    richRun(each, `${path}/elements/${index}`, problems),
  );
}

function button(value: Json, path: string, problems: string[]): void {
  if (value.type !== 'button')
    return void problems.push(`unsupported type ${value.type} [json-pointer:${path}]`);
  only(
    value,
    path,
    ['type', 'text', 'action_id', 'url', 'value', 'style', 'confirm', 'accessibility_label'],
    problems,
  );
  textObject(value.text, `${path}/text`, 75, problems, ['plain_text']);
  if (value.action_id !== undefined) string(value.action_id, `${path}/action_id`, 1, 255, problems);
  if (value.value !== undefined) string(value.value, `${path}/value`, 0, 2000, problems);
  if (value.url !== undefined) string(value.url, `${path}/url`, 1, 3000, problems);
  if (value.accessibility_label !== undefined)
    string(value.accessibility_label, `${path}/accessibility_label`, 1, 75, problems);
  if (value.style !== undefined && !['primary', 'danger'].includes(String(value.style))) {
    problems.push(`bad style [json-pointer:${path}/style]`);
  }
}

const BLOCKS: Readonly<Record<string, { fields: readonly string[]; check: Check }>> = {
  divider: { fields: [], check: () => undefined },
  header: {
    fields: ['text', 'level'],
    check: (value, path, problems) =>
      textObject(value.text, `${path}/text`, 150, problems, ['plain_text']),
  },
  section: {
    fields: ['text', 'fields', 'accessory', 'expand'],
    check: (value, path, problems) => {
      if (value.text === undefined && value.fields === undefined)
        problems.push(`text or fields needed [json-pointer:${path}]`);
      if (value.text !== undefined) textObject(value.text, `${path}/text`, 3000, problems);
      if (value.fields !== undefined) {
        list(value.fields, `${path}/fields`, 10, problems).forEach((each, index) =>
          textObject(each, `${path}/fields/${index}`, 2000, problems),
        );
      }
      if (isObject(value.accessory)) button(value.accessory, `${path}/accessory`, problems);
    },
  },
  context: {
    fields: ['elements'],
    check: (value, path, problems) =>
      list(value.elements, `${path}/elements`, 10, problems).forEach((each, index) =>
        textObject(each, `${path}/elements/${index}`, 2000, problems),
      ),
  },
  actions: {
    fields: ['elements'],
    check: (value, path, problems) => {
      const elements = list(value.elements, `${path}/elements`, 25, problems);
      elements.forEach((each, index) => button(each, `${path}/elements/${index}`, problems));
      const ids = elements.map((each) => each.action_id).filter((id) => id !== undefined);
      if (new Set(ids).size < ids.length)
        problems.push(`action_id is there twice [json-pointer:${path}/elements]`);
    },
  },
  rich_text: {
    fields: ['elements'],
    check: (value, path, problems) =>
      list(value.elements, `${path}/elements`, 1_000, problems).forEach((each, index) =>
        richSection(each, `${path}/elements/${index}`, problems),
      ),
  },
};

/** Problems of a message's blocks, each with its place; none when Slack would take them. */
export function blockProblems(blocks: unknown): string[] {
  const problems: string[] = [];
  if (!Array.isArray(blocks)) return ['must be a list [json-pointer:/blocks]'];
  if (blocks.length > 50) problems.push('no more than 50 items allowed [json-pointer:/blocks]');
  const ids: string[] = [];
  blocks.forEach((block: unknown, index) => {
    const path = `/blocks/${index}`;
    const rules = isObject(block) ? BLOCKS[String(block.type)] : undefined;
    if (!isObject(block) || !rules)
      return void problems.push(`unsupported block [json-pointer:${path}]`);
    only(block, path, ['type', 'block_id', ...rules.fields], problems);
    if (block.block_id !== undefined) {
      string(block.block_id, `${path}/block_id`, 1, 255, problems);
      ids.push(String(block.block_id));
    }
    rules.check(block, path, problems);
  });
  if (new Set(ids).size < ids.length)
    problems.push('block_id is there twice [json-pointer:/blocks]');
  return problems;
}

/** Is the message over the cap that Slack puts on all blocks together? */
export function isTooLong(blocks: unknown): boolean {
  return textOfBlocks(blocks).length > 12_000 || JSON.stringify(blocks).length > 15_000;
}

/** All that a reader sees of blocks, in order; runs of one section stand together. */
export function textOfBlocks(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOfBlocks).filter(Boolean).join('\n');
  if (!isObject(value)) return '';
  if (String(value.type).startsWith('rich_text_') && value.type !== 'rich_text_list') {
    return (value.elements as Json[]).map((run) => String(run.text ?? run.url ?? '')).join('');
  }
  if (typeof value.text === 'string') return value.text;
  return [value.text, value.fields, value.elements, value.accessory]
    .map(textOfBlocks)
    .filter(Boolean)
    .join('\n');
}

/** Everything in blocks that is more than letters: mentions, emoji, links, text read as mrkdwn. */
export function effectsOf(value: unknown): { type: string; detail: string }[] {
  if (Array.isArray(value)) return value.flatMap(effectsOf);
  if (!isObject(value)) return [];
  const own: { type: string; detail: string }[] = [];
  const type = String(value.type);
  if (
    [
      'user',
      'usergroup',
      'channel',
      'broadcast',
      'emoji',
      'link',
      'date',
      'team',
      'color',
    ].includes(type)
  ) {
    own.push({ type, detail: String(value.url ?? '') });
  }
  if (type === 'mrkdwn' || type === 'markdown') own.push({ type, detail: String(value.text) });
  if (type === 'plain_text' && value.emoji !== false && /:[\w+'-]+:/.test(String(value.text))) {
    own.push({ type: 'emoji', detail: String(value.text) });
  }
  return [...own, ...Object.values(value).flatMap(effectsOf)];
}
