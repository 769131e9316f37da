import { createHash } from 'node:crypto';

const inline = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/** Is it code or a style? Data in a script (`type="application/json"`) is neither. */
const isActive = (name: string, attributes: string) => name === 'style' || (!/\ssrc=/.test(attributes) && !/\stype="application\//.test(attributes));

/** What a page may load and run: files of the site, and the scripts and styles that the build wrote into it, known by their hashes. */
export function policyOf(html: string): string {
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  for (const [, name = '', attributes = '', text = ''] of html.matchAll(inline)) {
    if (isActive(name, attributes)) hashes[name as 'script' | 'style'].add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes.script].join(' '), // The search is WebAssembly.
    ["style-src 'self'", ...hashes.style].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The page with its policy, which comes before all that it speaks of. */
export function withPolicy(html: string): string {
  return html.replace(/<meta charset="[^"]*"\s*\/?>/, (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`);
}
