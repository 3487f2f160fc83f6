// Checks SDL files with graphql-js: node graphql-sdl.mjs FILE...
import { readFileSync } from 'node:fs';
import { buildSchema, validateSchema } from 'graphql';

let failed = false;
for (const file of process.argv.slice(2)) {
  const errors = validateSchema(buildSchema(readFileSync(file, 'utf8')));
  for (const error of errors) {
    console.log(`${file}: ${error.message}`);
    failed = true;
  }
}
console.log(`${process.argv.length - 2} schemas checked`);
process.exit(failed ? 1 : 0);
