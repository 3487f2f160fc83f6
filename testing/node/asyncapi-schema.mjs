// Checks AsyncAPI 3.0 documents, in JSON, with AsyncAPI's own schema: node asyncapi-schema.mjs FILE...
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import formats from 'ajv-formats';

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(require.resolve('@asyncapi/specs/schemas/3.0.0.json'), 'utf8'));

// The schema brings that of JSON Schema along.
const ajv = new Ajv.default({ strict: false, meta: false, validateSchema: false });
formats.default(ajv);
const validate = ajv.compile(schema);

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
