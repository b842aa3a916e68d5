/**
 * The fake model server as a process of its own, to try the program against: prints one line of
 * JSON with its address and key, and ends when it is asked to.
 */
import { MODEL_KEY, startFakeModel } from './fake-model.ts';

const model = await startFakeModel();
process.stdout.write(`${JSON.stringify({ baseUrl: model.baseUrl, key: MODEL_KEY })}\n`);
process.once('SIGTERM', () => void model.close().then(() => process.exit(0)));
