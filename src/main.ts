/**
 * The way in. What is compiled once is kept, so that the next start is quicker; only what is imported
 * behind this line is, so the house itself stands in a file of its own.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./house.ts');
