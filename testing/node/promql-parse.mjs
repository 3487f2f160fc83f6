// Parses PromQL queries by Prometheus' own grammar: node promql-parse.mjs QUERY...
import { parser } from '@prometheus-io/lezer-promql';

let failed = false;
for (const query of process.argv.slice(2)) {
  parser.parse(query).iterate({
    enter(node) {
      if (node.type.isError) {
        console.log(`no PromQL from character ${node.from} on: ${query}`);
        failed = true;
      }
    },
  });
}
console.log(`${process.argv.length - 2} queries parsed`);
process.exit(failed ? 1 : 0);
