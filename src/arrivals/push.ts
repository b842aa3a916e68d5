/** `POST /wires/NAME`: copy that is brought in. It is stored before the answer goes out. */
import type { Config } from '../config.ts';
import { sentenceOf } from '../errors.ts';
import type { Filed } from '../filing/filing.ts';
import type { Log } from '../log.ts';
import type { Problem } from '../news/problem.ts';
import type { Found, ReadArrival } from '../wires/wire.ts';
import { readBody, refusal, withoutBody, type NoBody } from './request.ts';
import { isSame, isSigned } from './signature.ts';

/** What a door needs: how to read what comes, and where to file it. */
export type DoorParts = {
  readonly config: Config;
  readonly readArrival: ReadArrival;
  /** files what came, in one transaction */
  readonly receive: (
    wire: string,
    arrived: { readonly found: readonly Found[]; readonly problems: readonly Problem[] },
  ) => Promise<readonly Filed[]>;
  readonly log: Log;
};

export type PushParts = DoorParts & {
  /** WIREBRIEF_PUSH_TOKEN; null shuts every door */
  readonly pushToken: string | null;
};

/** Requests with the token that are read at the same time; further ones are asked to come again. */
const AT_ONCE_MAX = 8;
/** Signed bodies on their way, each of which may prove to be anybody's: the oldest gives way. */
const UNPROVEN_MAX = 8;

/** Makes the door of all push wires. */
export function createPushDoor(
  parts: PushParts,
): (request: Request, name: string) => Promise<Response> {
  const { config, pushToken, log } = parts;
  const names = config.wires.flatMap(({ name, push }) => (push ? [name] : []));
  if (pushToken === null && names.length > 0)
    log.error({ wires: names }, 'nothing can be pushed: set WIREBRIEF_PUSH_TOKEN');
  let inside = 0;
  const unproven = new Set<AbortController>();

  /** Takes in a body that its own signature has to prove. */
  async function readSigned(request: Request): Promise<Uint8Array | NoBody> {
    const turn = new AbortController();
    const [oldest] = unproven;
    if (unproven.size >= UNPROVEN_MAX) oldest?.abort();
    unproven.add(turn);
    try {
      return await readBody(request, { signal: turn.signal });
    } finally {
      unproven.delete(turn);
    }
  }

  async function filed(name: string, headers: Headers, read: () => Promise<Uint8Array | NoBody>) {
    if (inside >= AT_ONCE_MAX)
      return refusal(503, 'busy', 'Too much at once: send it again.', { 'retry-after': '5' });
    inside += 1;
    try {
      const body = await read();
      return typeof body === 'string'
        ? withoutBody(body)
        : await filedAs(parts, name, body, headers);
    } finally {
      inside -= 1;
    }
  }

  return async (request, name) => {
    if (pushToken === null)
      return refusal(403, 'off', 'Push is off here: set WIREBRIEF_PUSH_TOKEN to switch it on.');
    const { headers } = request;
    const bearer = /^Bearer +(\S{1,4096})$/i.exec(headers.get('authorization')?.trim() ?? '')?.[1];
    const signature = headers.get('x-hub-signature-256');
    if (bearer === undefined && signature === null) return unknownSender(NO_PROOF);
    // A wrong token is turned away before its body is read.
    if (bearer !== undefined && !isSame(bearer, pushToken)) return unknownSender(WRONG_TOKEN);
    if (bearer !== undefined) return filed(name, headers, () => readBody(request));
    const body = await readSigned(request);
    if (typeof body === 'string') return withoutBody(body);
    if (!isSigned(signature ?? '', body, pushToken, ['sha256']))
      return refusal(403, 'forbidden', WRONG_SIGNATURE);
    return filed(name, headers, () => Promise.resolve(body));
  };
}

/** Files a body for the wire of this name, if there is one. */
async function filedAs(
  parts: PushParts,
  name: string,
  body: Uint8Array,
  headers: Headers,
): Promise<Response> {
  const wire = parts.config.wires.find((each) => each.push === true && each.name === name);
  if (wire === undefined)
    return refusal(404, 'not-found', 'There is no push wire of this name in wirebrief.yaml.');
  return stored(parts, name, body, headers);
}

const NOT_FILED = 'It could be read and not be filed: the log of Wirebrief has the details.';
const NO_PROOF =
  'Send "Authorization: Bearer TOKEN", or sign the body with the token as X-Hub-Signature-256.';
const WRONG_TOKEN = 'The token is not the one in WIREBRIEF_PUSH_TOKEN.';
const WRONG_SIGNATURE =
  'The signature does not fit: X-Hub-Signature-256 is "sha256=" and the HMAC of the body in hexadecimal, keyed with WIREBRIEF_PUSH_TOKEN.';

function unknownSender(sentence: string): Response {
  return refusal(401, 'unauthorized', sentence, { 'www-authenticate': 'Bearer' });
}

async function stored(
  parts: PushParts,
  wire: string,
  body: Uint8Array,
  headers: Headers,
): Promise<Response> {
  const contentType = headers.get('content-type');
  const packing = headers.get('content-encoding')?.trim() ?? '';
  if (!/^(?:identity)?$/i.test(packing) || /^\s*multipart\/form-data/i.test(contentType ?? ''))
    return refusal(
      415,
      'packed',
      'Send the file itself as the body, not packed and not as a form.',
    );
  if (body.length === 0) return refusal(400, 'empty', 'The body is empty: send a story.');
  const arrived = await parts.readArrival({ body, contentType, baseUrl: null });
  if ('sentence' in arrived) return refusal(415, arrived.code, arrived.sentence);
  try {
    const filed = await parts.receive(wire, arrived);
    if (filed.length === 0) return refusal(500, 'internal', NOT_FILED);
    const takes = filed.map(({ take, story, event, change }) => {
      return { take: take.id, story: story.id, event: event?.id ?? null, change };
    });
    const problems = [...arrived.problems, ...filed.flatMap(({ take }) => take.problems)];
    return Response.json({ wire, takes, problems }, { status: 202 });
  } catch (error) {
    parts.log.error({ wire, error, sentence: sentenceOf(error) }, 'what was pushed is not stored');
    const sentence = 'It could not be stored just now: send it again.';
    return refusal(503, 'store', sentence, { 'retry-after': '30' });
  }
}
