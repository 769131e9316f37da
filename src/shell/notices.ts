import type { Notices } from '../oc/help-texts.ts';

/** What the shell itself says that bash does not, in the reader's language. `{name}` is the program. */
export interface ShellNotices {
  readonly notAvailable: string;
  readonly plainPathsOnly: string;
  readonly tooLong: string;
  readonly tooMuchOutput: string;
  readonly tooManyCommands: string;
  readonly noRest: string;
}

/** The notices of a language. */
export const shellNotices = (language: Notices['language']): ShellNotices => noticesByLanguage[language];

const noticesByLanguage: Readonly<Record<Notices['language'], ShellNotices>> = {
  en: {
    notAvailable: 'not available in this terminal',
    plainPathsOnly: 'the jq of this terminal changes and deletes only at a plain path such as .spec.tags[0].name',
    tooLong: 'stopped: the line would wait for more than a day',
    tooMuchOutput: 'stopped: too much output for one line',
    tooManyCommands: 'stopped: too many commands in one line',
    noRest: 'the controllers of the cluster undo each other’s work; delete or change what you created last',
  },
  vi: {
    notAvailable: 'không có trong terminal này',
    plainPathsOnly: 'jq của terminal này chỉ sửa và xóa tại một đường dẫn đơn giản như .spec.tags[0].name',
    tooLong: 'đã dừng: dòng lệnh sẽ chờ quá một ngày',
    tooMuchOutput: 'đã dừng: một dòng lệnh in ra quá nhiều',
    tooManyCommands: 'đã dừng: quá nhiều lệnh trong một dòng',
    noRest: 'các controller của cluster liên tục hủy kết quả của nhau; hãy xóa hoặc sửa thứ bạn vừa tạo',
  },
  ko: {
    notAvailable: '이 터미널에서는 지원하지 않음',
    plainPathsOnly: '이 터미널의 jq는 .spec.tags[0].name 같은 단순한 경로만 바꾸거나 지울 수 있습니다',
    tooLong: '중단됨: 한 줄의 대기 시간이 하루를 넘습니다',
    tooMuchOutput: '중단됨: 한 줄의 출력이 너무 많습니다',
    tooManyCommands: '중단됨: 한 줄에 명령이 너무 많습니다',
    noRest: '클러스터의 컨트롤러들이 서로의 작업을 되돌리고 있습니다. 마지막으로 만든 것을 삭제하거나 변경하세요',
  },
  fr: {
    notAvailable: 'non disponible dans ce terminal',
    plainPathsOnly: 'le jq de ce terminal ne modifie et ne supprime qu’à un chemin simple comme .spec.tags[0].name',
    tooLong: 'arrêt : la ligne attendrait plus d’un jour',
    tooMuchOutput: 'arrêt : sortie trop longue pour une seule ligne',
    tooManyCommands: 'arrêt : trop de commandes sur une seule ligne',
    noRest: 'les contrôleurs du cluster défont sans fin le travail les uns des autres ; supprimez ou modifiez ce que vous avez créé en dernier',
  },
};
