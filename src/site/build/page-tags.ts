const verbatim = /(<script\b[^>]*>)([\s\S]*?)(<\/script>)|<style\b[^>]*>[\s\S]*?<\/style>|<!--[\s\S]*?-->/g;
const tag = /<([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*\/?>/g;

/** A page with its opening tags changed, those of scripts included. Text, comments, and what stands in scripts and styles stay as they are. */
export function changeTags(html: string, change: (element: string, name: string) => string): string {
  const changed = (part: string) => part.replace(tag, change);
  let result = '';
  let from = 0;
  for (const { 0: whole, 1: openScript, 2: script, 3: closeScript, index } of html.matchAll(verbatim)) {
    result += changed(html.slice(from, index));
    result += openScript === undefined ? whole : `${changed(openScript)}${script}${closeScript}`;
    from = index + whole.length;
  }
  return result + changed(html.slice(from));
}
