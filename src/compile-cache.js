/**
 * What was compiled once is kept, so that the next start is quicker. The scripts of package.json load
 * this file before main.ts (`--import`): then main.ts is kept too, and what strips TypeScript of its
 * types, 17 MB of it, is not loaded at all. It is the one file of plain JavaScript for that reason.
 * Commands that end at once are started with `--no-regexp-tier-up` and `--no-regexp-optimization`
 * besides: long lists of phrases are compiled once and for good, and plainly, for each is asked of a
 * few stories only.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
