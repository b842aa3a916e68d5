/** What it means when a model server gives no completion, and what a person has to do about it. */
import { APIConnectionError, APIError } from 'openai';
import { ModelFailure } from '../fallback.ts';

/** Does the server dislike how it was asked, so that it may be asked in another form? */
export function isFormRefusal(error: unknown): boolean {
  if (!(error instanceof APIError) || error.status === undefined) return false;
  const complaint = complaintOf(error);
  if (meaningOf(error, complaint) !== null) return false;
  return (
    [400, 415, 422, 501].includes(error.status) || (error.status >= 500 && FORM.test(complaint))
  );
}

const FORM =
  /response_format|json_schema|tool_choice|grammar|system role|roles? must alternate|jinja/i;

/** All that the server says, for patterns to look through. */
export function complaintOf(error: unknown): string {
  if (!(error instanceof APIError)) return '';
  const said = `${error.param ?? ''} ${error.code ?? ''} ${error.type ?? ''} ${error.message}`;
  return `${said} ${JSON.stringify(error.error ?? '')}`.slice(0, 2_000);
}

type Meaning = 'unpaid' | 'key' | 'forbidden' | 'model' | 'long' | 'unwelcome';

const UNPAID_CODE = /insufficient_(?:user_)?quota|billing_(?:not_active|hard_limit)/i;
const UNPAID =
  /current quota|check your plan|billing|(?:credit|account|insufficient) balance|insufficient (?:credits?|funds)/i;
const WRONG_KEY = /(?:incorrect|invalid|expired|unknown) api[ _-]?key|api[ _-]?key not valid/i;
const NO_MODEL =
  /model_not_found|\bmodel\b.{0,100}(?:not found|does not exist|not exist|is not available|unknown)|no such model/i;
const UNWELCOME =
  /content_filter|content[ _]policy|content management|responsibleai|moderation|flagged/i;
const TOO_LONG = /context[ _](?:length|window)|maximum context|too (?:long|many tokens)/i;

/** What a refusal means whatever status it bears; null when only the status tells. */
function meaningOf(error: APIError, complaint: string): Meaning | null {
  const { status = 0 } = error;
  // per-minute limits are worded like spent accounts by some: those say how long to wait
  const isSpent = UNPAID.test(complaint) && waitOf(error) === null;
  if (status === 402 || UNPAID_CODE.test(complaint) || (isSpent && status < 500)) return 'unpaid';
  if (status === 401 || WRONG_KEY.test(complaint)) return 'key';
  if (status === 404 || (status === 400 && NO_MODEL.test(complaint))) return 'model';
  if (status < 500 && UNWELCOME.test(complaint)) return 'unwelcome';
  if (status === 403) return 'forbidden';
  return status === 413 || TOO_LONG.test(complaint) ? 'long' : null;
}

const MEANINGS: Readonly<Record<Meaning, readonly [ModelFailure['kind'], sentence: string]>> = {
  unpaid: [
    'denied',
    'The account at the model server has nothing left to spend: see to its plan and billing.',
  ],
  key: ['denied', 'The model server refuses the key: set OPENAI_API_KEY.'],
  forbidden: [
    'denied',
    'The model server forbids it to this key: see what OPENAI_API_KEY may use, and from where.',
  ],
  model: [
    'denied',
    'The model server knows no such model or address: check OPENAI_MODEL and OPENAI_BASE_URL.',
  ],
  long: ['copy', 'The copy is longer than the model server takes.'],
  unwelcome: ['copy', 'The model server does not want to read this copy.'],
};

type Circumstances = {
  /** true when no form of the request was taken */
  readonly isForm: boolean;
  /** tokens of the request */
  readonly asked: number;
};

/**
 * The failure with how long to keep away, as the server said it, with what may have been paid for all
 * the same, and with nothing secret in its cause.
 */
export function failureOf(
  error: unknown,
  key: string,
  { isForm, asked }: Circumstances,
): ModelFailure {
  const cause = scrubbed(error, key);
  if (error instanceof APIError && error.status !== undefined) {
    const meaning = meaningOf(error, complaintOf(error));
    if (meaning !== null) return new ModelFailure(...MEANINGS[meaning], { cause });
    const { status } = error;
    if (BUSY.includes(status))
      return new ModelFailure('busy', 'The model server asks to wait.', {
        waitMs: waitOf(error),
        cause,
      });
    const sentence = `The model server answers with status ${status}.`;
    return new ModelFailure(isForm ? 'refused' : 'broken', sentence, { cause });
  }
  const late =
    error instanceof Error && /abort|timeout|timed out/i.test(`${error.name} ${error.message}`);
  if (late)
    return new ModelFailure('late', 'The model server did not answer in time.', {
      cause,
      tokens: asked,
    });
  if (error instanceof APIConnectionError)
    return new ModelFailure(
      'broken',
      'The model server cannot be reached: check OPENAI_BASE_URL.',
      { cause },
    );
  return new ModelFailure('broken', 'The reply of the model server cannot be read.', {
    cause,
    tokens: asked,
  });
}

/** 529 is what an overloaded server says in front of some models. */
const BUSY = [429, 503, 529];
const LONGEST_CAUSE = 300;
/** Runs of letters and digits that no sentence holds, and what is called a key or token. */
const SECRETS = [
  /\b(?:bearer|api[-_ ]?key|token|authorization)\b["']?\s*(?:provided)?\s*[:=]\s*["']?\S+/gi,
  /\b(?:sk|pk|key)-[\w*.-]{4,}/gi,
  /(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}/gi,
];

/** The error without what a server may have echoed of our request: its key, its body, its headers. */
function scrubbed(error: unknown, key: string): Error {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const within = said.slice(0, 2_000).replaceAll(key === '' ? '\u0000' : key, '[secret]');
  const clean = SECRETS.reduce((text, pattern) => text.replace(pattern, '[secret]'), within);
  return new Error(clean.slice(0, LONGEST_CAUSE));
}

/** How long the server asks to wait, in its headers or else in its words; null when it does not say. */
function waitOf(error: APIError): number | null {
  return retryAfterOf(error.headers) ?? waitIn(complaintOf(error));
}

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

/** "Please try again in 20s", `"retryDelay":"34.5s"`. */
function waitIn(complaint: string): number | null {
  const said = /(?:try again in|retryDelay\W{1,5})\s?(\d{1,6}(?:\.\d{1,9})?)\s?(ms|s|m)/i.exec(
    complaint,
  );
  return said ? Math.ceil(Number(said[1]) * (UNITS_MS[said[2] ?? ''] ?? 1_000)) : null;
}

/** Milliseconds to wait: `retry-after-ms`, seconds or a date; null when not said. */
function retryAfterOf(headers: Headers | undefined): number | null {
  const exact = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(exact) && exact >= 0) return exact;
  const said = headers?.get('retry-after');
  if (!said) return null;
  const seconds = Number(said);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const sent = Date.parse(headers?.get('date') ?? '');
  const until = Date.parse(said);
  // a date is meant by the server's clock; where it does not tell that, ours must do
  const now = Number.isNaN(sent) ? Date.now() : sent;
  return Number.isNaN(until) ? null : Math.max(0, until - now);
}
