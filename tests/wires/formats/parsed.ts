/** Sources read at once: the tests of formats have all readers at hand. */
import type { Parsed, Source } from '../../../src/wires/formats/format.ts';
import { parseWith } from '../../../src/wires/formats/formats.ts';
import { FRAMED } from '../../../src/wires/formats/framed-readers.ts';
import { MARKUP } from '../../../src/wires/formats/markup-readers.ts';

/** What `parseSource` gives, without waiting for readers to be loaded. */
export const parsed = (source: Source): Parsed =>
  parseWith({ markup: MARKUP, framed: FRAMED }, source);
