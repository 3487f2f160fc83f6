// Checks OpenAPI 3.1 documents, in JSON, with OpenAPI's own schema: node openapi-schema.mjs FILE...
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const require = createRequire(import.meta.url);
const rulesets = require.resolve('@stoplight/spectral-rulesets/package.json').replace('package.json', '');
const official = (name) =>
  JSON.parse(
    readFileSync(`${rulesets}dist/oas/schemas/oas/v3.1/${name}.json`, 'utf8')
      // the package names a copy of its own of JSON Schema's
      .replaceAll('https://stoplight.io/json-schema/draft/2020-12', DIALECT),
  );

const ajv = new Ajv.default({ strict: false, validateFormats: true });
formats.default(ajv);
const document = official('index');
const dialect = official('dialect.schema');
ajv.addSchema(official('meta.schema'));
ajv.addSchema(dialect);
ajv.addSchema(document);
// What a Schema Object is (OpenAPI 3.1, section 4.8.24) is left open by the schema of documents.
const validate = ajv.compile({
  $id: 'https://spec.openapis.org/oas/3.1/schema-base',
  $schema: DIALECT,
  $ref: document.$id,
  $defs: { schema: { $dynamicAnchor: 'meta', $ref: dialect.$id } },
});

let failed = false;
for (const file of process.argv.slice(2)) {
  if (!validate(JSON.parse(readFileSync(file, 'utf8')))) {
    failed = true;
    for (const error of validate.errors) {
      console.log(`${file}: ${error.instancePath} ${error.message}`);
    }
  }
}
console.log(`${process.argv.length - 2} documents checked`);
process.exit(failed ? 1 : 0);
