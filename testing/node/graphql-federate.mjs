// Composes subgraphs and answers a query over all of them, as a router does:
//   node graphql-federate.mjs QUERY NAME=URL...
// Asks each subgraph for its document, prints what stands in the way of composing them, else the
// result of the query. The headers of the requests are those in the variable HEADERS, as JSON.
import { parse } from 'graphql';
import { composeServices } from '@theguild/federation-composition';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { normalizedExecutor } from '@graphql-tools/executor';

const [query, ...subgraphs] = process.argv.slice(2);
const headers = JSON.parse(process.env.HEADERS ?? '{}');
const services = await Promise.all(
  subgraphs.map(async (subgraph) => {
    const [name, url] = subgraph.split(/=(.*)/s);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
    });
    const { data } = await response.json();
    return { name, url, typeDefs: parse(data._service.sdl) };
  }),
);
const composed = composeServices(services);
if (composed.errors?.length) {
  composed.errors.forEach((error) => console.log(error.message));
  process.exit(1);
}
const schema = getStitchedSchemaFromSupergraphSdl({
  supergraphSdl: composed.supergraphSdl,
  onSubschemaConfig: (config) => {
    config.executor = buildHTTPExecutor({ endpoint: config.endpoint, headers });
  },
});
console.log(JSON.stringify(await normalizedExecutor({ schema, document: parse(query) })));
