/** yq's YAML reader asks for `process` and `buffer` this way. */
export function createRequire() {
  return (id) => {
    if (id === 'process') return globalThis.process;
    if (id === 'buffer') return { Buffer: globalThis.Buffer };
    throw new Error(`${id} is not available in the browser`);
  };
}

export default { createRequire };
