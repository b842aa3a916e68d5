/** The body of a request within its limits, and answers that a program and a person understand. */

/** Largest body that is taken: as large as a feed may be. */
export const BODY_BYTES_MAX = 5_000_000;
/** A body that takes longer is given up: whoever sends it holds a place that others need. */
const BODY_MS = 30_000;

/** Why there is no body: too large, too slow, or its sender has gone. */
export type NoBody = 'large' | 'slow' | 'cut';

export type BodyLimits = {
  /** gives the body up before its time */
  readonly signal?: AbortSignal;
  readonly bodyMs?: number;
};

/** The body, or why there is none. */
export async function readBody(
  request: Request,
  { signal, bodyMs = BODY_MS }: BodyLimits = {},
): Promise<Uint8Array | NoBody> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) return 'large';
  const reader = request.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const late = Promise.withResolvers<'slow'>();
  const giveUp = (): void => late.resolve('slow');
  const timer = setTimeout(giveUp, bodyMs);
  signal?.addEventListener('abort', giveUp);
  try {
    const body = await Promise.race([gathered(reader), late.promise]);
    if (typeof body === 'string') reader.cancel().catch(() => undefined);
    return body;
  } catch {
    return 'cut';
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

async function gathered(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array | 'large'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const part = await reader.read();
    if (part.done) return Buffer.concat(chunks);
    size += part.value.length;
    if (size > BODY_BYTES_MAX) return 'large';
    chunks.push(part.value);
  }
}

/** A refusal as JSON: what it is for the program, what to do for the person. */
export function refusal(
  status: number,
  code: string,
  sentence: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ code, sentence }, { status, headers });
}

/** What is said when there is no body. */
export function withoutBody(why: NoBody): Response {
  if (why === 'large')
    return refusal(413, 'too-large', `Send at most ${BODY_BYTES_MAX / 1e6} MB in one request.`);
  if (why === 'cut') return refusal(400, 'cut', 'The body broke off: send it again.');
  // the rest would come as slowly: nobody waits for it
  return refusal(408, 'slow', 'The body came too slowly: send it again.', { connection: 'close' });
}
