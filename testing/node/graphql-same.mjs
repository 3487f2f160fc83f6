// Checks that a document says what a running schema tells of itself, as graphql-js prints the two:
// node graphql-same.mjs SDL INTROSPECTION, a file each.
import { readFileSync } from 'node:fs';
import {
  GraphQLSchema,
  buildClientSchema,
  buildSchema,
  lexicographicSortSchema,
  printSchema,
  specifiedDirectives,
} from 'graphql';

const [sdl, introspection] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const told = print(buildSchema(sdl));
const running = print(buildClientSchema(JSON.parse(introspection)));
for (const [index, line] of told.entries()) {
  if (line !== running[index]) {
    console.log(`line ${index + 1}: "${line}" in the document, "${running[index]}" when running`);
    process.exit(1);
  }
}
console.log(running.length === told.length ? 'the same' : 'the running schema has more');

// Directives beyond the specification are the executor's own, and not the schema's.
function print(schema) {
  const own = new GraphQLSchema({ ...schema.toConfig(), directives: specifiedDirectives });
  return printSchema(lexicographicSortSchema(own)).split('\n');
}
