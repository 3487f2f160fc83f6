// Subscribes with a reference client and prints each result, then how the subscription ended:
// node graphql-subscribe.mjs ws|sse URL QUERY [LIMIT]
// With a limit, the client leaves after that many results.
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import WebSocket from 'ws';

const [transport, url, query, limit] = process.argv.slice(2);
const client =
  transport === 'ws'
    ? createWsClient({
        url,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: { Authorization: 'node' },
      })
    : createSseClient({ url, retryAttempts: 0, headers: { Authorization: 'node' } });

let received = 0;
await new Promise((resolve) => {
  const stop = client.subscribe(
    { query },
    {
      next: (result) => {
        console.log(JSON.stringify(result));
        received++;
        if (received === Number(limit)) {
          stop();
        }
      },
      error: (error) => {
        console.log('error ' + JSON.stringify(error));
        resolve();
      },
      complete: () => {
        console.log('complete');
        resolve();
      },
    },
  );
});
await client.dispose();
