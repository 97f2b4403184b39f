// Imports run one way. A circle, also one of types only, makes two files one; the same holds for two folders.
/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circular-imports",
      comment: "These files import each other. Move what both need to a file below them.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-circular-folders",
      comment: "These folders import each other. Move what both need to a folder below them.",
      severity: "error",
      scope: "folder",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-imports-upwards",
      comment: "This folder imports a file above it. Move what it needs into a folder of its own.",
      severity: "error",
      from: { path: "^(packages/[^/]+/src)/.+/" },
      to: { path: "^$1/[^/]+$" },
    },
    {
      name: "no-imports-into-packages",
      comment: "This is a file of another package. Import it by the name of the package.",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/" },
      to: { path: "^packages/", pathNot: "^packages/$1/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/|node_modules" },
  },
};
