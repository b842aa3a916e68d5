/** The body of a request within its limit, and answers that a program and a person understand. */

/** Largest body that is taken: as large as a feed may be. */
export const BODY_BYTES_MAX = 5_000_000;

/** The body; null when it is larger than the limit. */
export async function readBody(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) return Buffer.concat(chunks);
    const chunk: Uint8Array = part.value;
    size += chunk.length;
    if (size > BODY_BYTES_MAX) {
      await reader?.cancel();
      return null;
    }
    chunks.push(chunk);
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

export const tooLarge = (): Response =>
  refusal(413, 'too-large', `Send at most ${BODY_BYTES_MAX / 1e6} MB in one request.`);
