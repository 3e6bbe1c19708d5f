/** How many bytes these arrays take, each once. */
export const bytesOf = (arrays: readonly ArrayBufferView[]): number =>
  arrays.reduce((sum, each) => sum + each.byteLength, 0);
