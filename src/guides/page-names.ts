/** What an address of a page in the repository says: which language, and the page's name in all of them (`guides/import-an-image`, `labs/images-review`). */
export interface PageName {
  readonly language: string;
  readonly name: string;
}

const pagePath = /^content\/docs\/(?<language>[^/]+)\/(?<name>.+)\.mdx?$|^exercises\/(?<exercise>[^/]+)\/instructions\/(?<instructions>[^/]+)\.md$/;

/** The name of a page by its file. */
export function pageNameOf(file: string): PageName {
  const { language, name, exercise, instructions } = pagePath.exec(file)?.groups ?? {};
  return { language: language ?? instructions ?? '', name: name ?? `labs/${exercise}` };
}

export const isGuide = (name: string): boolean => name.startsWith('guides/');
/** Does content/course.json give it its place? */
export const isInCourse = (name: string): boolean => /^(?:guides|reference)\//.test(name);
export const isLab = (name: string): boolean => name.startsWith('labs/');
