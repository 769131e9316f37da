import type { HelpTexts } from '../oc/help-texts.ts';

/** What the shell itself says that bash does not, in the reader's language. `{name}` is the program. */
export interface ShellNotices {
  readonly notAvailable: string;
  readonly tooLong: string;
  readonly tooMuchOutput: string;
  readonly tooManyCommands: string;
}

/** The notices of a language. */
export const shellNotices = (language: HelpTexts['language']): ShellNotices => noticesByLanguage[language];

const noticesByLanguage: Readonly<Record<HelpTexts['language'], ShellNotices>> = {
  en: {
    notAvailable: 'not available in this terminal',
    tooLong: 'stopped: the line would wait for more than a day',
    tooMuchOutput: 'stopped: too much output for one line',
    tooManyCommands: 'stopped: too many commands in one line',
  },
  vi: {
    notAvailable: 'không có trong terminal này',
    tooLong: 'đã dừng: dòng lệnh sẽ chờ quá một ngày',
    tooMuchOutput: 'đã dừng: một dòng lệnh in ra quá nhiều',
    tooManyCommands: 'đã dừng: quá nhiều lệnh trong một dòng',
  },
  ko: {
    notAvailable: '이 터미널에서는 지원하지 않음',
    tooLong: '중단됨: 한 줄의 대기 시간이 하루를 넘습니다',
    tooMuchOutput: '중단됨: 한 줄의 출력이 너무 많습니다',
    tooManyCommands: '중단됨: 한 줄에 명령이 너무 많습니다',
  },
  fr: {
    notAvailable: 'non disponible dans ce terminal',
    tooLong: 'arrêt : la ligne attendrait plus d’un jour',
    tooMuchOutput: 'arrêt : sortie trop longue pour une seule ligne',
    tooManyCommands: 'arrêt : trop de commandes sur une seule ligne',
  },
};
