// Checks a server by Relay's specification (relay.dev/docs/guides/graphql-server-specification):
// the interface of nodes as it is introspected, and that the objects of a query are found again by
// their ids, alone and together. node graphql-relay.mjs ADDRESS QUERY
import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { deepStrictEqual } from 'node:assert';
import { parse } from 'graphql';

const [endpoint, query] = process.argv.slice(2);
const executor = buildHTTPExecutor({ endpoint });

async function execute(text, variables) {
  const { data, errors } = await executor({ document: parse(text), variables });
  deepStrictEqual(errors, undefined);
  return JSON.parse(JSON.stringify(data));
}

const nonNull = (ofType) => ({ kind: 'NON_NULL', name: null, ofType });
const id = { kind: 'SCALAR', name: 'ID' };
const interfaces = await execute(`{
  __type(name: "Node") { kind name fields { name type { kind name ofType { kind name } } } }
}`);
const types = await execute(`{
  __schema { queryType { fields { name
    type { kind name ofType { kind name ofType { kind name } } }
    args { name type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
  } } }
}`);
deepStrictEqual(interfaces.__type, {
  kind: 'INTERFACE',
  name: 'Node',
  fields: [{ name: 'id', type: nonNull(id) }],
});
const field = (name) => types.__schema.queryType.fields.find((each) => each.name === name);
deepStrictEqual(field('node'), {
  name: 'node',
  type: { kind: 'INTERFACE', name: 'Node', ofType: null },
  args: [{ name: 'id', type: nonNull({ ...id, ofType: null }) }],
});
deepStrictEqual(
  field('nodes').type,
  nonNull({ kind: 'LIST', name: null, ofType: { kind: 'INTERFACE', name: 'Node' } }),
);
deepStrictEqual(
  field('nodes').args.map((argument) => argument.name),
  ['ids'],
);

const objects = Object.values(await execute(query)).flat();
const ids = objects.map((object) => object.id);
deepStrictEqual(new Set(ids).size, ids.length);
for (const object of objects) {
  const { node } = await execute('query ($id: ID!) { node(id: $id) { id __typename } }', object);
  deepStrictEqual(node, { id: object.id, __typename: object.__typename });
}
const { nodes } = await execute(
  'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }',
  { ids: [...ids].reverse() },
);
deepStrictEqual(
  nodes,
  objects.map(({ id, __typename }) => ({ id, __typename })).reverse(),
);
console.log(`${objects.length} objects found again`);
