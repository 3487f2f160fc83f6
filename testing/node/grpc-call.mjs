// Calls an rpc with what grpc-js makes of the .proto files alone:
// node grpc-call.mjs PROTO-ROOT PROTO-FILE ADDRESS SERVICE METHOD REQUESTS
// REQUESTS is a JSON array; prints the responses as a JSON array, or the status.
import { credentials, loadPackageDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const [root, file, address, service, method, text] = process.argv.slice(2);
const loaded = loadPackageDefinition(
  loadSync(file, { includeDirs: [root], longs: String, enums: String, defaults: true, oneofs: true }),
);
const Service = service.split('.').reduce((scope, name) => scope[name], loaded);
const client = new Service(address, credentials.createInsecure());
const requests = JSON.parse(text);
const { requestStream, responseStream } = Service.service[method];
const responses = [];

function end(error) {
  console.log(error ? `${error.code} ${error.details}` : JSON.stringify(responses));
  client.close();
}

function single(error, response) {
  if (response) {
    responses.push(response);
  }
  end(error);
}

const call = requestStream
  ? client[method](...(responseStream ? [] : [single]))
  : client[method](requests[0], ...(responseStream ? [] : [single]));
if (responseStream) {
  call.on('data', (response) => responses.push(response));
  call.on('error', end);
  call.on('end', () => end());
}
if (requestStream) {
  requests.forEach((request) => call.write(request));
  call.end();
}
