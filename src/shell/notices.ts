import type { Notices } from '../oc/help-texts.ts';

/** What the shell itself says that bash does not, in the reader's language. `{name}` is the program. */
export interface ShellNotices {
  readonly notAvailable: string;
  readonly plainPathsOnly: string;
  readonly tooLong: string;
  readonly tooMuchOutput: string;
  readonly tooManyCommands: string;
  readonly noRest: string;
  /** A program's code could not be loaded; its line counts as not typed. */
  readonly notLoaded: string;
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
    notLoaded:
      'this command could not be loaded from the site; the line counts as not typed. Type it again when the network is back. If it still fails, reload the page: your progress is kept',
  },
  vi: {
    notAvailable: 'không có trong terminal này',
    plainPathsOnly: 'jq của terminal này chỉ sửa và xóa tại một đường dẫn đơn giản như .spec.tags[0].name',
    tooLong: 'đã dừng: dòng lệnh sẽ chờ quá một ngày',
    tooMuchOutput: 'đã dừng: một dòng lệnh in ra quá nhiều',
    tooManyCommands: 'đã dừng: quá nhiều lệnh trong một dòng',
    noRest: 'các controller của cluster liên tục hủy kết quả của nhau; hãy xóa hoặc sửa thứ bạn vừa tạo',
    notLoaded: 'không tải được lệnh này từ trang web; dòng lệnh coi như chưa gõ. Gõ lại khi có mạng. Nếu vẫn lỗi, tải lại trang: tiến độ được giữ nguyên',
  },
  ko: {
    notAvailable: '이 터미널에서는 지원하지 않음',
    plainPathsOnly: '이 터미널의 jq는 .spec.tags[0].name 같은 단순한 경로만 바꾸거나 지울 수 있습니다',
    tooLong: '중단됨: 한 줄의 대기 시간이 하루를 넘습니다',
    tooMuchOutput: '중단됨: 한 줄의 출력이 너무 많습니다',
    tooManyCommands: '중단됨: 한 줄에 명령이 너무 많습니다',
    noRest: '클러스터의 컨트롤러들이 서로의 작업을 되돌리고 있습니다. 마지막으로 만든 것을 삭제하거나 변경하세요',
    notLoaded:
      '사이트에서 이 명령을 불러오지 못했습니다. 이 줄은 입력하지 않은 것으로 처리됩니다. 네트워크가 연결되면 다시 입력하세요. 그래도 안 되면 페이지를 새로 고치세요. 진행 상황은 유지됩니다',
  },
  fr: {
    notAvailable: 'non disponible dans ce terminal',
    plainPathsOnly: 'le jq de ce terminal ne modifie et ne supprime qu’à un chemin simple comme .spec.tags[0].name',
    tooLong: 'arrêt : la ligne attendrait plus d’un jour',
    tooMuchOutput: 'arrêt : sortie trop longue pour une seule ligne',
    tooManyCommands: 'arrêt : trop de commandes sur une seule ligne',
    noRest: 'les contrôleurs du cluster défont sans fin le travail les uns des autres ; supprimez ou modifiez ce que vous avez créé en dernier',
    notLoaded:
      'cette commande n’a pas pu être chargée depuis le site ; la ligne compte comme non saisie. Saisissez-la de nouveau quand le réseau est rétabli. Si l’échec persiste, rechargez la page : votre progression est conservée',
  },
};
