/**
 * What went wrong, in three voices: a code for the program, a sentence that tells the person what
 * to do, and the cause for the log. The sentence never holds a secret.
 */
export type ErrorCode =
  | 'usage' // the command line or a chat command was typed wrongly
  | 'config' // a configuration file, prompt or environment variable is wrong
  | 'unreadable' // a file, folder or address cannot be read
  | 'not-news' // bytes that are no story, feed or news file
  | 'too-large' // over a stated limit
  | 'not-found' // an event, topic, channel or edition that does not exist
  | 'forbidden' // the person or the configuration does not allow it
  | 'chat' // Slack or Discord refused
  | 'unreachable' // Slack or Discord does not answer now; it may later
  | 'store' // the database refused
  | 'wire' // a source refused
  | 'model' // the model server refused
  | 'internal'; // our own mistake

/** An error that is meant to be shown: `sentence` goes to the person, `cause` to the log. */
export class NewsroomError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, sentence: string, options?: { cause?: unknown }) {
    super(sentence, options);
    this.name = 'NewsroomError';
    this.code = code;
  }

  /** What the person reads: one sentence that says what to do. */
  get sentence(): string {
    return this.message;
  }
}

/** The sentence for any thrown value; our own mistakes never show their inside to a person. */
export function sentenceOf(error: unknown): string {
  if (error instanceof NewsroomError) return error.sentence;
  return 'Something went wrong inside Wirebrief; the log has the details.';
}
