// Sends a GraphQL request with files as upload clients do (GraphQL multipart request
// specification), and prints the status and the answer:
// node graphql-upload.mjs URL QUERY FILE...
// The files, texts here, are the list $files; the first one is $file, too.
import extractFiles from 'extract-files/extractFiles.mjs';

const [url, query, ...texts] = process.argv.slice(2);
const files = texts.map((text, i) => new File([text], `file${i}.txt`, { type: 'text/plain' }));
const { clone, files: places } = extractFiles(
  { query, variables: { file: files[0], files } },
  (value) => value instanceof File,
);
const form = new FormData();
form.append('operations', JSON.stringify(clone));
const entries = [...places.entries()];
form.append('map', JSON.stringify(Object.fromEntries(entries.map(([, paths], i) => [i, paths]))));
entries.forEach(([file], i) => form.append(String(i), file, file.name));
const response = await fetch(url, {
  method: 'POST',
  body: form,
  headers: { 'Apollo-Require-Preflight': 'true' },
});
console.log(response.status + ' ' + (await response.text()));
