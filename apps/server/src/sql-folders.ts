import type { SqlFolder } from "@terskel/platform/db";

const folderOf = (module: string, specifier: string): SqlFolder => ({
  module,
  folder: new URL("../sql/", import.meta.resolve(specifier)),
});

/** Every module's migrations, lower floors first. */
export const sqlFolders: readonly SqlFolder[] = [
  folderOf("platform", "@terskel/platform/jobs"),
  folderOf("kernel", "@terskel/kernel"),
  folderOf("identity", "@terskel/identity"),
  folderOf("access", "@terskel/access"),
  folderOf("support", "@terskel/support"),
  folderOf("customers", "@terskel/customers"),
];
