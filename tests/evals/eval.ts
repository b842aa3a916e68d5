/**
 * `node tests/evals/eval.ts [--data DIR] [--json] [--failures]`: the command `eval`, started from here.
 * The command line belongs to src/main.ts, which alone reads the environment: a model is scored too
 * when one is configured there.
 */
process.argv.splice(2, 0, 'eval');
await import('../../src/main.ts');
