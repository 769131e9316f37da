import { labsOf, readCourse } from './course.ts';
import { readSections } from './course-sections.ts';

/** The pages and labs of the course by name, each in its order. */
export function courseNames() {
  return {
    pages: readSections().flatMap(({ pages }) => pages),
    labs: labsOf(readCourse()).map(({ id }) => id),
  };
}
