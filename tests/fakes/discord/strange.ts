/** What stands before Discord's routes: headers it insists on, and replies that are no answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './routes.ts';

const PAGE = '<!DOCTYPE html><html><head><title>Error</title></head><body>Oops</body></html>';

/**
 * Refuses what Discord's front door refuses: a client that does not name itself as documented
 * (Discord: User Agent), a body that is not JSON, a version of the API that is not named.
 */
export function headerProblem(request: IncomingMessage, body: string): Answer | null {
  const no = (status: number, code: number, message: string): Answer => ({
    status,
    body: { code, message },
  });
  if (!/^\/api\/v10\//.test(request.url ?? '')) return no(404, 0, '404: Not Found');
  const agent = request.headers['user-agent'] ?? '';
  if (!/^DiscordBot \(https?:\/\/\S+, [^)]+\)/.test(agent))
    return no(403, 40333, 'internal network error');
  if (body === '') return null;
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/json')) return no(400, 50035, 'Expected "Content-Type" header');
  try {
    JSON.parse(body);
    return null;
  } catch {
    return no(400, 50109, 'The request body contains invalid JSON.');
  }
}

/** Sends a strange reply when it is its moment; false for any other fault. */
export function strangeReply(
  kind: string,
  response: ServerResponse,
  moment: 'before' | 'after',
): boolean {
  const send = (status: number, type: string, body: string): boolean => {
    response.writeHead(status, { 'content-type': type }).end(body);
    return true;
  };
  if (moment === 'before') {
    if (kind === 'bare-rate-limit') return send(429, 'text/html', PAGE);
    return kind === 'front-door' && send(403, 'text/html', PAGE);
  }
  if (kind === 'html-error-after') return send(502, 'text/html', PAGE);
  if (kind === 'html-ok-after') return send(200, 'text/html', PAGE);
  if (kind === 'empty-after') return send(200, 'application/json', '');
  return kind === 'nameless-after' && send(200, 'application/json', '{}');
}
