// Compares schemas by graphql-inspector: node graphql-breaks.mjs FILE
// FILE has a JSON array of {before, after}, two SDL texts each. Prints a JSON array with the
// messages of the breaking changes of each.
import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const breaks = [];
for (const { before, after } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const changes = await diff(buildSchema(before), buildSchema(after));
  breaks.push(
    changes
      .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
      .map((change) => change.message),
  );
}
console.log(JSON.stringify(breaks));
