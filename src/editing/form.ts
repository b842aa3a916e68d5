/**
 * The form of words of a copy and what fills it. A feed's machine tells happenings of one kind in one
 * form ("TOWN chooses a mayor"): there it is not the words that are shared which tell a happening, but
 * those that differ.
 */

/**
 * Pairs in one list, by rising first number: a window of the form, names and figures left open, and
 * the same window as it is filled. A sample: those windows whose numbers are least.
 */
export type Form = readonly number[];

/** Words of a window, names and figures that stand together being one. */
const WINDOW = 4;
/** Words that a window must have beside what is open. */
const PLAIN_MIN = 2;
/** Windows kept of a copy, and copies of an event whose windows are kept. */
const WINDOWS_MAX = 24;
const EVENT_FORMS_MAX = 4;
/** Windows in common that are enough to say something, and their share of those of the shorter. */
const COMMON_MIN = 6;
const COMMON_SHARE = 0.3;
/** Of these, so many are filled alike in two copies of one text. */
const FILLED_ALIKE = 0.55;
/** In characters: what a form fills stands near the top. */
const TEXT_MAX = 1_200;
const WORDS_MAX = 300;

const TOKEN = /\p{N}[\p{L}\p{N}.,:'’%-]*|\p{L}[\p{L}\p{N}'’-]{0,40}|[.!?\n]/gu;
const OPEN = '_';
/** The day on which it was said: two reports of one happening have that, too. */
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

type Slot = { readonly form: string; filled: string };

/** The form of a copy. Linear in the length of what is read of it. */
export function formOf(headline: string, text: string): Form {
  const slots = slotsOf(`${headline}\n${text.slice(0, TEXT_MAX)}`);
  const windows = new Map<number, number>();
  for (let at = 0; at + WINDOW <= slots.length; at += 1) {
    const window = slots.slice(at, at + WINDOW);
    const open = window.filter(({ form }) => form === OPEN).length;
    if (open === 0 || WINDOW - open < PLAIN_MIN) continue;
    const form = hash(window.map((slot) => slot.form).join(' ')) >>> 8;
    if (!windows.has(form))
      windows.set(form, hash(window.map((slot) => slot.filled).join(' ')) >>> 16);
  }
  const least = [...windows].sort(([a], [b]) => a - b);
  return least.slice(0, WINDOWS_MAX).flat();
}

/** A copy word by word; names and figures are open, each run of them as one. */
function slotsOf(text: string): Slot[] {
  const slots: Slot[] = [];
  let opens = true;
  for (const [token] of text.matchAll(TOKEN)) {
    if (slots.length >= WORDS_MAX) break;
    if (/^[.!?\n]$/.test(token)) {
      opens = true;
      continue;
    }
    const word = token.toLowerCase();
    const isName = /^\p{Lu}/u.test(token) && !opens && !WEEKDAY.test(word);
    const isOpen = /^\p{N}/u.test(token) || isName;
    const last = slots.at(-1);
    if (isOpen && last?.form === OPEN && !opens) last.filled += ` ${word}`;
    else slots.push(isOpen ? { form: OPEN, filled: word } : { form: word, filled: word });
    opens = false;
  }
  return slots;
}

/** The forms of an event's copies with those of others; what is the same to the last window is one. */
export function mergeForms(forms: readonly Form[], others: readonly Form[]): Form[] {
  const each = new Map([...forms, ...others].map((form) => [form.join(), form]));
  each.delete('');
  return [...each.values()].slice(0, EVENT_FORMS_MAX);
}

/**
 * Does a story fill the form of one of an event's copies otherwise? Then it is another happening of
 * the kind. False where they have no form in common, and where one copy is filled alike.
 */
export function fillsOtherwise([story = []]: readonly Form[], event: readonly Form[]): boolean {
  let isOther = false;
  for (const form of event) {
    const { common, alike } = compared(story, form);
    if (common < COMMON_MIN || common < (COMMON_SHARE * Math.min(story.length, form.length)) / 2)
      continue;
    if (alike >= FILLED_ALIKE * common) return false;
    isOther = true;
  }
  return isOther;
}

/** Windows in common, and how many of them are filled alike. */
function compared(one: Form, other: Form): { readonly common: number; readonly alike: number } {
  let [common, alike, from] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 2) {
    const window = one[at] ?? 0;
    while (from < other.length && (other[from] ?? 0) < window) from += 2;
    if (other[from] !== window) continue;
    common += 1;
    if (other[from + 1] === one[at + 1]) alike += 1;
  }
  return { common, alike };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
