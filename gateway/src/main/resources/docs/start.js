// No validator badge and no request to anywhere else: the page works without internet.
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  displayOperationId: true,
  displayRequestDuration: true,
  docExpansion: 'list',
  filter: true,
  operationsSorter: 'alpha',
  persistAuthorization: false,
  tagsSorter: 'alpha',
  tryItOutEnabled: true,
  validatorUrl: null,
});
