/** What Discord refuses in a message or a command list: 50035 with its tree of errors. */

type Json = Record<string, unknown>;
/** One refusal: where in the body and why, as Discord names it. */
export type FormError = {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
};

export const COMPONENTS_V2 = 1 << 15;
export const EPHEMERAL = 1 << 6;
const SUPPRESS_EMBEDS = 1 << 2;

const BODY_KEYS: Readonly<Record<'post' | 'edit' | 'webhook', readonly string[]>> = {
  post: ['content', 'nonce', 'enforce_nonce', 'tts', 'embeds', 'allowed_mentions', 'components'],
  edit: ['content', 'embeds', 'allowed_mentions', 'components', 'attachments'],
  // Discord lets discord.js add a nonce and more; its description of these requests knows none
  webhook: ['content', 'embeds', 'allowed_mentions', 'components', 'attachments'],
};
const BODY_KEYS_SHARED = ['flags', 'message_reference', 'sticker_ids', 'poll'];

const COMPONENT_KEYS: Readonly<Record<number, readonly string[]>> = {
  1: ['components'],
  2: ['style', 'label', 'custom_id', 'url', 'disabled', 'emoji'],
  9: ['components', 'accessory'],
  10: ['content'],
  14: ['divider', 'spacing'],
  17: ['components', 'accent_color', 'spoiler'],
};
const INTEGERS = [
  ['id', 2 ** 31 - 1],
  ['accent_color', 0xff_ff_ff],
] as const;
/** component types that may stand in each place */
const TOP = [1, 9, 10, 14, 17];
const IN_CONTAINER = [1, 9, 10, 14];

class Form {
  readonly errors: FormError[] = [];
  nested = 0;
  characters = 0;
  readonly customIds = new Set<string>();

  add(path: readonly (string | number)[], code: string, message: string): void {
    this.errors.push({ path, code, message });
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const lengthOf = (text: string): number => [...text].length;

/** Checks the body of a message; an empty list means that Discord would take it. */
export function checkMessage(
  body: unknown,
  how: 'post' | 'edit' | 'webhook',
  isNew = true,
): FormError[] {
  const form = new Form();
  if (!isObject(body)) {
    form.add([], 'BASE_TYPE_BAD', 'Only dictionaries may be used in a message');
    return form.errors;
  }
  checkKeys(form, body, [...BODY_KEYS[how], ...BODY_KEYS_SHARED], []);
  const flags = Number(body['flags'] ?? 0);
  const taken = COMPONENTS_V2 | SUPPRESS_EMBEDS | (how === 'webhook' && isNew ? EPHEMERAL : 0);
  if ((flags & ~taken) !== 0) form.add(['flags'], 'MESSAGE_FLAGS_INVALID', 'Invalid flags');
  checkNonce(form, body);
  checkEmbeds(form, body['embeds']);
  checkMentions(form, body['allowed_mentions']);
  const content = body['content'];
  if (typeof content === 'string' && lengthOf(content) > 2000)
    form.add(['content'], 'BASE_TYPE_MAX_LENGTH', 'Must be 2000 or fewer in length.');
  checkComponents(form, body, (flags & COMPONENTS_V2) !== 0);
  return form.errors;
}

function checkKeys(form: Form, body: Json, allowed: readonly string[], path: (string | number)[]) {
  for (const key of Object.keys(body))
    if (!allowed.includes(key) && body[key] !== undefined)
      form.add([...path, key], 'UNKNOWN_FIELD', `The fake knows no field ${key} here`);
}

function checkNonce(form: Form, body: Json): void {
  const nonce = body['nonce'];
  if (!['boolean', 'undefined'].includes(typeof body['enforce_nonce']))
    form.add(['enforce_nonce'], 'BASE_TYPE_BAD_BOOLEAN', 'Must be a boolean');
  if (nonce === undefined || nonce === null) {
    if (body['enforce_nonce'] === true)
      form.add(['enforce_nonce'], 'NONCE_REQUIRED', 'enforce_nonce needs a nonce');
    return;
  }
  const good =
    (typeof nonce === 'string' && nonce.length >= 1 && nonce.length <= 25) ||
    Number.isSafeInteger(nonce);
  if (!good) form.add(['nonce'], 'NONCE_TYPE_TOO_LONG', 'Must be 25 or fewer in length.');
}

const EMBEDS_MAX = 10;
const EMBED_CHARACTERS_MAX = 6000;
const EMBED_FIELDS_MAX = 25;
const EMBED_TEXTS: readonly (readonly [path: readonly string[], most: number])[] = [
  [['title'], 256],
  [['description'], 4096],
  [['footer', 'text'], 2048],
  [['author', 'name'], 256],
];

/** Embeds: ten a message, 6000 characters among them, each text and the fields within their limits. */
function checkEmbeds(form: Form, embeds: unknown): void {
  if (embeds === undefined || embeds === null) return;
  if (!Array.isArray(embeds) || embeds.length > EMBEDS_MAX)
    return form.add(['embeds'], 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.');
  let characters = 0;
  const measure = (value: unknown, path: readonly (string | number)[], most: number): void => {
    const length = typeof value === 'string' ? lengthOf(value) : 0;
    characters += length;
    if (length > most)
      form.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  };
  embeds.forEach((embed: Json, index) => {
    for (const [path, most] of EMBED_TEXTS)
      measure(path.reduce<unknown>((node, key) => (node as Json | undefined)?.[key], embed), ['embeds', index, ...path], most); // prettier-ignore
    const fields = (embed['fields'] ?? []) as Json[];
    if (fields.length > EMBED_FIELDS_MAX)
      form.add(['embeds', index, 'fields'], 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer.');
    fields.forEach((field, at) => {
      measure(field['name'], ['embeds', index, 'fields', at, 'name'], 256);
      measure(field['value'], ['embeds', index, 'fields', at, 'value'], 1024);
    });
  });
  if (characters > EMBED_CHARACTERS_MAX)
    form.add(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
}

function checkMentions(form: Form, mentions: unknown): void {
  if (mentions === undefined || mentions === null) return;
  if (!isObject(mentions)) {
    form.add(['allowed_mentions'], 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used');
    return;
  }
  checkKeys(form, mentions, ['parse', 'users', 'roles', 'replied_user'], ['allowed_mentions']);
  const parse = mentions['parse'];
  for (const key of ['users', 'roles']) {
    const ids: unknown = mentions[key] ?? [];
    const isTwice = Array.isArray(parse) && parse.includes(key) && (ids as unknown[]).length > 0;
    const isList =
      Array.isArray(ids) && ids.length <= 100 && ids.every((id) => /^\d{15,20}$/.test(String(id)));
    if (!isList || isTwice)
      form.add(['allowed_mentions', key], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', key);
  }
  if (parse === undefined) return;
  const known = ['roles', 'users', 'everyone'];
  if (!Array.isArray(parse) || parse.some((each) => !known.includes(String(each))))
    form.add(['allowed_mentions', 'parse'], 'BASE_TYPE_CHOICES', `Must be one of ${known.join()}`);
}

function checkComponents(form: Form, body: Json, v2: boolean): void {
  const components = body['components'];
  if (v2) {
    for (const key of ['content', 'embeds', 'poll', 'sticker_ids']) {
      const value = body[key];
      if (value === undefined || value === null || (Array.isArray(value) && value.length === 0))
        continue;
      form.add(
        [key],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    }
  }
  if (components === undefined || components === null) return;
  if (!Array.isArray(components)) {
    form.add(['components'], 'BASE_TYPE_BAD', 'Must be a list');
    return;
  }
  if (!v2 && components.length > 5)
    form.add(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be 5 or fewer in length.');
  components.forEach((each, index) =>
    checkComponent(form, each, ['components', index], v2 ? TOP : [1]),
  );
  if (form.nested > 40)
    form.add(['components'], 'BASE_TYPE_BAD_LENGTH', 'The total number of components exceeds 40');
  if (form.characters > 4000)
    form.add(
      ['components'],
      'COMPONENT_MAX_TOTAL_TEXT_DISPLAY_LENGTH',
      'The total length of text displays exceeds 4000',
    );
}

function checkComponent(
  form: Form,
  value: unknown,
  path: (string | number)[],
  allowed: readonly number[],
): void {
  form.nested += 1;
  const type = isObject(value) ? Number(value['type']) : NaN;
  if (!isObject(value) || !allowed.includes(type)) {
    form.add([...path, 'type'], 'UNION_TYPE_CHOICES', `Must be one of ${allowed.join()}`);
    return;
  }
  checkKeys(form, value, ['type', 'id', ...(COMPONENT_KEYS[type] ?? [])], path);
  for (const key of ['disabled', 'spoiler', 'divider'])
    if (!['undefined', 'boolean'].includes(typeof value[key]))
      form.add([...path, key], 'BASE_TYPE_BAD_BOOLEAN', 'Must be a boolean');
  for (const [key, most] of INTEGERS) {
    const number = value[key] ?? 0;
    if (!Number.isInteger(number) || (number as number) < 0 || (number as number) > most)
      form.add([...path, key], 'NUMBER_TYPE_MAX', `Must be a whole number up to ${most}`);
  }
  if (type === 1) checkChildren(form, value, path, [2], 5);
  if (type === 2) checkButton(form, value, path);
  if (type === 9) {
    checkChildren(form, value, path, [10], 3);
    if (value['accessory'] === undefined)
      form.add([...path, 'accessory'], 'BASE_TYPE_REQUIRED', 'This field is required');
    else checkComponent(form, value['accessory'], [...path, 'accessory'], [2]);
  }
  if (type === 10) checkText(form, value, path);
  if (type === 14 && ![undefined, 1, 2].includes(value['spacing'] as undefined | number))
    form.add([...path, 'spacing'], 'BASE_TYPE_CHOICES', 'Must be 1 or 2');
  if (type === 17) checkChildren(form, value, path, IN_CONTAINER, 40);
}

function checkChildren(
  form: Form,
  value: Json,
  path: (string | number)[],
  allowed: readonly number[],
  most: number,
): void {
  const children = value['components'];
  if (!Array.isArray(children) || children.length < 1 || children.length > most) {
    const message = `Must be between 1 and ${most} in length.`;
    form.add([...path, 'components'], 'BASE_TYPE_BAD_LENGTH', message);
    return;
  }
  children.forEach((each, index) =>
    checkComponent(form, each, [...path, 'components', index], allowed),
  );
}

function checkText(form: Form, value: Json, path: (string | number)[]): void {
  const content = value['content'];
  const length = typeof content === 'string' ? lengthOf(content) : 0;
  form.characters += length;
  if (length < 1 || length > 4000 || String(content).trim() === '')
    form.add([...path, 'content'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 4000 in length.');
}

function checkButton(form: Form, value: Json, path: (string | number)[]): void {
  const { style } = value;
  const { label, url, custom_id: customId } = value;
  if (![1, 2, 3, 4, 5].includes(style as number))
    form.add([...path, 'style'], 'BASE_TYPE_CHOICES', 'Must be one of 1 to 5');
  if (typeof label !== 'string' || label.length === 0 || lengthOf(label) > 80)
    form.add([...path, 'label'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 80 in length.');
  if (style === 5) {
    if (typeof url !== 'string' || !/^(https?|discord):\/\/[^\s]+$/.test(url))
      form.add([...path, 'url'], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    else if (url.length > 512)
      form.add([...path, 'url'], 'BASE_TYPE_MAX_LENGTH', 'Must be 512 or fewer in length.');
    if (customId !== undefined)
      form.add(path, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'url or custom id');
    return;
  }
  if (url !== undefined)
    form.add(path, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'url or custom id');
  if (typeof customId !== 'string' || customId.length < 1 || lengthOf(customId) > 100) {
    const message = 'Must be between 1 and 100 in length.';
    form.add([...path, 'custom_id'], 'BASE_TYPE_BAD_LENGTH', message);
  } else if (form.customIds.has(customId))
    form.add(
      [...path, 'custom_id'],
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    );
  else form.customIds.add(customId);
}

const COMMAND_NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

/** Checks a whole list of commands as PUT /applications/{id}/commands takes it. */
export function checkCommands(body: unknown): FormError[] {
  const form = new Form();
  if (!Array.isArray(body) || body.length > 100) {
    form.add([], 'APPLICATION_COMMANDS_MAX', 'Must be a list of at most 100');
    return form.errors;
  }
  const names = new Set<string>();
  body.forEach((each: unknown, index) => {
    if (!isObject(each)) return form.add([index], 'MODEL_TYPE_CONVERT', 'Must be a dictionary');
    const name = String(each['name']);
    if (names.has(name))
      form.add([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names twice');
    names.add(name);
    checkNamed(form, each, [index]);
    if (commandCharacters(each) > 8000)
      form.add([index], 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
    const permissions = each['default_member_permissions'];
    if (permissions !== undefined && permissions !== null && !/^\d+$/.test(String(permissions)))
      form.add([index, 'default_member_permissions'], 'BASE_TYPE_BAD_INT', 'Not a bit set');
  });
  return form.errors;
}

function checkNamed(form: Form, value: Json, path: (string | number)[]): void {
  const name = String(value['name'] ?? '');
  const description = String(value['description'] ?? '');
  if (!COMMAND_NAME.test(name) || name !== name.toLowerCase())
    form.add([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  if (lengthOf(description) < 1 || lengthOf(description) > 100)
    form.add(
      [...path, 'description'],
      'BASE_TYPE_BAD_LENGTH',
      'Must be between 1 and 100 in length.',
    );
  const options = Array.isArray(value['options']) ? (value['options'] as unknown[]) : [];
  if (options.length > 25)
    form.add([...path, 'options'], 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.');
  let optional = false;
  const names = options.map((each) => (each as Json | null)?.['name']);
  if (new Set(names).size < names.length)
    form.add([...path, 'options'], 'APPLICATION_COMMAND_OPTIONS_NAME_TWICE', 'An option twice');
  const groups = options.filter((each) => [1, 2].includes(Number((each as Json | null)?.['type'])));
  if (groups.length > 0 && groups.length < options.length)
    form.add([...path, 'options'], 'APPLICATION_COMMAND_OPTIONS_TYPE', 'Subcommands alone');
  options.forEach((each, index) => {
    const at = [...path, 'options', index];
    if (!isObject(each)) return form.add(at, 'MODEL_TYPE_CONVERT', 'Must be a dictionary');
    if (each['required'] === true && optional)
      form.add(at, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', 'Required options come first');
    if (each['required'] !== true) optional = true;
    if (!(Number(each['type']) >= 1 && Number(each['type']) <= 11))
      form.add([...at, 'type'], 'BASE_TYPE_CHOICES', 'Must be an option type');
    checkOption(form, each, at);
    const longest = Number(each['max_length'] ?? 1);
    if (longest < 1 || longest > 6000)
      form.add([...at, 'max_length'], 'NUMBER_TYPE_MAX', 'Must be 1 to 6000');
    checkNamed(form, each, at);
  });
}

const TEXT_OPTION = 3;
const OPTION_KEYS =
  'type name name_localizations description description_localizations required choices options autocomplete min_length max_length min_value max_value channel_types'.split(
    ' ',
  );

/** Suggestions and choices exclude one another, and only a text or a number has either. */
function checkOption(form: Form, option: Json, path: (string | number)[]): void {
  checkKeys(form, option, OPTION_KEYS, path);
  const { type, choices } = option;
  const isTyped = [TEXT_OPTION, 4, 10].includes(Number(type));
  const suggests = option['autocomplete'] === true;
  if ((suggests || choices !== undefined) && !isTyped)
    form.add([...path, 'autocomplete'], 'APPLICATION_COMMAND_OPTION_TYPE', 'Not for this type');
  if (suggests && Array.isArray(choices) && choices.length > 0)
    form.add([...path, 'choices'], 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', 'One or other');
  if (choices !== undefined)
    for (const error of checkChoices(choices))
      form.add([...path, ...error.path.slice(1)], error.code, error.message);
  for (const key of ['min_length', 'max_length'])
    if (option[key] !== undefined && type !== TEXT_OPTION)
      form.add([...path, key], 'APPLICATION_COMMAND_OPTION_TYPE', 'Only a text has a length');
}

function commandCharacters(value: Json): number {
  const options = Array.isArray(value['options']) ? (value['options'] as Json[]) : [];
  const own = lengthOf(String(value['name'])) + lengthOf(String(value['description']));
  return options.reduce((sum, each) => sum + commandCharacters(each), own);
}

/** Checks autocompletion choices (at most 25; name and value at most 100). */
export function checkChoices(choices: unknown): FormError[] {
  const form = new Form();
  if (!Array.isArray(choices) || choices.length > 25)
    form.add(['data', 'choices'], 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.');
  else
    choices.forEach((each: unknown, index) => {
      for (const key of ['name', 'value']) {
        const text = isObject(each) ? each[key] : undefined;
        if (typeof text !== 'string' || lengthOf(text) < 1 || lengthOf(text) > 100)
          form.add(['data', 'choices', index, key], 'BASE_TYPE_BAD_LENGTH', 'Must be 1 to 100.');
      }
    });
  return form.errors;
}

/** The body of Discord's answer to a form that it refuses. */
export function refusal(errors: readonly FormError[]): Json {
  const tree: Json = {};
  for (const { path, code, message } of errors) {
    let node = tree;
    for (const step of path) node = (node[String(step)] ??= {}) as Json;
    ((node['_errors'] ??= []) as unknown[]).push({ code, message });
  }
  return { message: 'Invalid Form Body', code: 50035, errors: tree };
}
