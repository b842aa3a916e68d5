/** Bodies of answers: unpacked, and limited after the unpacking. */
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { NewsroomError } from '../errors.ts';

/** The first value of a header; null when there is none. */
export function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** Lets an answer go whose body nobody reads. */
export function dropBody({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => undefined); // ending it early is what it then complains of
  body.destroy();
}

/**
 * The body, unpacked, up to the limit: a small archive that swells is cut off while it swells.
 * @throws NewsroomError `too-large`; what the stream or the unpacking throws
 */
export async function bodyOf(
  response: Dispatcher.ResponseData,
  bytesMax: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { body } = response;
  body.on('error', () => undefined); // the reading below hears of it too
  const tooLarge = (): NewsroomError =>
    new NewsroomError('too-large', `The source sends more than ${bytesMax / 1e6} MB.`);
  const encoding = headerOf(response, 'content-encoding')?.trim().toLowerCase() ?? '';
  if (!PACKINGS.includes(encoding)) {
    body.destroy();
    const sentence = 'The source packs its answer in a way that nobody asked for.';
    throw new NewsroomError('wire', sentence);
  }
  const unpack = unpacker(encoding);
  const stream: Readable = unpack ? body.pipe(unpack) : body;
  if (unpack) body.once('error', (error) => unpack.destroy(error));
  const stop = (): void => void stream.destroy(new Error('out of time'));
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += (chunk as Buffer).length;
      if (size > bytesMax) throw tooLarge();
      chunks.push(chunk as Buffer);
    }
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', stop);
    if (!body.readableEnded) body.destroy();
  }
  return Buffer.concat(chunks);
}

const PACKINGS = ['', 'identity', 'gzip', 'x-gzip', 'deflate', 'br'];

function unpacker(encoding: string): Transform | null {
  if (encoding.endsWith('gzip')) return createGunzip();
  if (encoding === 'deflate') return createInflate();
  return encoding === 'br' ? createBrotliDecompress() : null;
}
