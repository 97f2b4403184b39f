// Puts each response of a bundle into its operations. swagger-typescript-api does not read the body of a response that
// is a reference: its client returns `data: null`.
export default () => ({
  id: "bundle",
  decorators: {
    oas3: {
      "inline-responses": () => ({
        Root: {
          leave({ paths, components }) {
            const operations = Object.values(paths).flatMap((item) => Object.values(item));
            for (const { responses = {} } of operations) {
              for (const [status, { $ref }] of Object.entries(responses)) {
                if ($ref) responses[status] = components.responses[$ref.split("/").at(-1)];
              }
            }
            delete components.responses;
          },
        },
      }),
    },
  },
});
