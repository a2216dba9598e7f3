// The page of a redirect stub.
export function render({ title, target }) {
  return `<!doctype html><title>${title}</title><meta http-equiv="refresh" content="0; url=${target}"><a href="${target}">${title}</a>`;
}
