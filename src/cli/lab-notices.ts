import type { Language } from './exercises.ts';

/** What `npm run lab` says of its own arguments. */
export interface LabNotices {
  readonly usage: string;
  readonly unknownOption: (option: string) => string;
  readonly valueMissing: (option: string) => string;
  readonly noSuchLab: (id: string) => string;
  readonly noLabId: (id: string) => string;
  readonly labExists: (id: string) => string;
  readonly noSuchChapter: (id: string, chapters: string) => string;
  readonly unreadable: (file: string, reason: string) => string;
  readonly made: (id: string) => string;
}

/** The notices of a language. */
export const labNotices = (language: Language): LabNotices => noticesByLanguage[language];

/** Said before the language is known. */
export const noSuchLanguage = (text: string, known: string): string => `--lang: "${text}": ${known}`;

const forms = `npm run -s lab -- list [--json]
npm run -s lab -- grade ID FILE [--json]
npm run -s lab -- play ID
npm run -s lab -- new ID [--chapter CHAPTER]
npm run -s lab -- link ID
npm run -s lab -- check ID
npm run -s lab -- feedback ID`;

const usage = (title: string, everywhere: string) => `${title}\n${forms.replace(/^/gm, '  ')}\n${everywhere} --lang en|vi|ko|fr`;

const list = 'npm run -s lab -- list';

const noticesByLanguage: Readonly<Record<Language, LabNotices>> = {
  en: {
    usage: usage('usage:', 'with each:'),
    unknownOption: (option) => `there is no option ${option}`,
    valueMissing: (option) => `${option} needs a value`,
    noSuchLab: (id) => `there is no lab "${id}"; \`${list}\` names them`,
    noLabId: (id) => `"${id}" cannot be the id of a lab: lower-case letters, digits and hyphens, beginning with a letter`,
    labExists: (id) => `there is a lab "${id}" already`,
    noSuchChapter: (id, chapters) => `there is no chapter "${id}"; there are ${chapters}`,
    unreadable: (file, reason) => `${file} cannot be read: ${reason}`,
    made: (id) => `exercises/${id} is there, a small lab that holds. Change it, and run: npm run -s lab -- check ${id}`,
  },
  vi: {
    usage: usage('cách dùng:', 'với mọi lệnh:'),
    unknownOption: (option) => `không có tùy chọn ${option}`,
    valueMissing: (option) => `${option} cần có giá trị`,
    noSuchLab: (id) => `không có bài lab "${id}"; \`${list}\` liệt kê các bài lab`,
    noLabId: (id) => `"${id}" không dùng làm id của bài lab được: chỉ gồm chữ thường, chữ số và gạch nối, bắt đầu bằng chữ`,
    labExists: (id) => `đã có bài lab "${id}"`,
    noSuchChapter: (id, chapters) => `không có chương "${id}"; các chương: ${chapters}`,
    unreadable: (file, reason) => `không đọc được ${file}: ${reason}`,
    made: (id) => `Đã tạo exercises/${id}, một bài lab nhỏ đạt mọi kiểm tra. Sửa bài rồi chạy: npm run -s lab -- check ${id}`,
  },
  ko: {
    usage: usage('사용법:', '모든 명령에:'),
    unknownOption: (option) => `${option} 옵션이 없습니다`,
    valueMissing: (option) => `${option} 옵션에 값이 필요합니다`,
    noSuchLab: (id) => `"${id}" 실습이 없습니다. \`${list}\` 명령으로 목록을 볼 수 있습니다`,
    noLabId: (id) => `"${id}": 실습의 id로 쓸 수 없습니다. 소문자, 숫자, 하이픈만 쓰고 문자로 시작하세요`,
    labExists: (id) => `"${id}" 실습이 이미 있습니다`,
    noSuchChapter: (id, chapters) => `"${id}" 장이 없습니다. 있는 장: ${chapters}`,
    unreadable: (file, reason) => `${file} 파일을 읽을 수 없습니다: ${reason}`,
    made: (id) => `exercises/${id} 폴더에 모든 검사를 통과하는 작은 실습을 만들었습니다. 고친 다음 실행하세요: npm run -s lab -- check ${id}`,
  },
  fr: {
    usage: usage('utilisation\u00a0:', 'avec chacune\u00a0:'),
    unknownOption: (option) => `il n’y a pas d’option ${option}`,
    valueMissing: (option) => `il faut une valeur à ${option}`,
    noSuchLab: (id) => `il n’y a pas d’atelier «\u00a0${id}\u00a0»\u202f; \`${list}\` en donne la liste`,
    noLabId: (id) =>
      `«\u00a0${id}\u00a0» ne peut pas être l’id d’un atelier\u00a0: des minuscules, des chiffres et des traits d’union, avec une lettre au début`,
    labExists: (id) => `il y a déjà un atelier «\u00a0${id}\u00a0»`,
    noSuchChapter: (id, chapters) => `il n’y a pas de chapitre «\u00a0${id}\u00a0»\u202f; il y a ${chapters}`,
    unreadable: (file, reason) => `impossible de lire ${file}\u00a0: ${reason}`,
    made: (id) => `exercises/${id} est créé\u00a0: un petit atelier qui satisfait à tout. Modifiez-le, puis exécutez\u00a0: npm run -s lab -- check ${id}`,
  },
};
