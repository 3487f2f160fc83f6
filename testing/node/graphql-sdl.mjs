// Checks SDL files with graphql-js, subgraphs of a federated graph with the composition's own
// rules, which know its directives: node graphql-sdl.mjs FILE...
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validateSchema } from 'graphql';
import { validateSubgraph } from '@theguild/federation-composition';

let failed = false;
for (const file of process.argv.slice(2)) {
  const sdl = readFileSync(file, 'utf8');
  const errors = sdl.includes('@link(')
    ? validateSubgraph({ name: 'subgraph', typeDefs: parse(sdl) })
    : validateSchema(buildSchema(sdl));
  for (const error of errors) {
    console.log(`${file}: ${error.message}`);
    failed = true;
  }
}
console.log(`${process.argv.length - 2} schemas checked`);
process.exit(failed ? 1 : 0);
