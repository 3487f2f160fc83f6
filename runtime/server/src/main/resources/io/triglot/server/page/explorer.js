"use strict";

// The operation may be given in the address: /graphql?query=...&variables=...
const address = new URL(window.location.href);
const given = (name) => address.searchParams.get(name) ?? undefined;
const socket = new URL("graphql", address);
socket.protocol = address.protocol === "https:" ? "wss:" : "ws:";

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({
      url: new URL("graphql", address).href,
      subscriptionUrl: socket.href,
    }),
    query: given("query"),
    variables: given("variables"),
    operationName: given("operationName"),
    defaultQuery: "# Write a query; Ctrl+Space shows what there is, Ctrl+Enter runs it.\n",
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
);
