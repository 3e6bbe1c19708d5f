// Swagger UI is dark under a class; the scheme is the portal's, which /scheme.js has put on the page.
const { classList, dataset } = document.documentElement;
classList.toggle("dark-mode", dataset.mantineColorScheme === "dark");
SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#reference",
  // Its links would stand inside buttons, out of a screen reader's reach.
  deepLinking: false,
  // A module at a time: of some 150 routes at once it shows the first thirteen.
  docExpansion: "none",
  defaultModelsExpandDepth: -1,
  // It would send the document to a third party.
  validatorUrl: null,
  syntaxHighlight: false,
});
