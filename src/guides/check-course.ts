/** What of the course's list of pages does not fit the pages there are. `generated` pages have no file of their own. */
export function checkCourse(named: readonly string[], existing: readonly string[], generated: readonly string[]): readonly string[] {
  const known = new Set([...existing, ...generated]);
  const missing = existing.filter((page) => !named.includes(page)).map((page) => `${page} is not named in it`);
  const twice = named.filter((page, index) => named.indexOf(page) !== index).map((page) => `${page} is named twice`);
  const unknown = named.filter((page) => !known.has(page)).map((page) => `there is no page ${page}`);
  return [...missing, ...twice, ...unknown].map((problem) => `content/course.json: ${problem}`);
}
