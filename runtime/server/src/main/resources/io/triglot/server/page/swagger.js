"use strict";

SwaggerUIBundle({
  url: new URL("openapi.json", window.location.href).href,
  domNode: document.getElementById("swagger-ui"),
  deepLinking: true,
  filter: true,
  validatorUrl: null, // it would be asked over the network
});
