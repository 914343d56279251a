import type { Phrase } from '../core/language.ts';

/** The words of everything between the program and the outside: files, the database, the terminal. */
export const words = {
  databaseMissing: {
    en: 'there is no database at {path}; make one with "relief init", or name another with --db FILE',
    zh: '{path} 处没有数据库；请先运行“relief init”新建，或用 --db 指定其他文件',
  },
  databaseExists: {
    en: '{path} is there already and was left as it is; name another file with --db FILE',
    zh: '{path} 已经存在，未作改动；请用 --db 指定其他文件',
  },
  notADatabase: {
    en: '{path} is not a relief database, or it is damaged; it was left as it is. Name another with --db FILE, or restore a backup',
    zh: '{path} 不是 relief 数据库，或者文件已损坏；文件未作改动。请用 --db 指定其他文件，或恢复备份',
  },
  databaseNewer: {
    en: '{path} was written by a newer relief; install that version. The file was left as it is',
    zh: '{path} 由较新版本的 relief 写入；请安装该版本后再打开。文件未作改动',
  },
  databaseUnwritable: {
    en: '{path} cannot be read or written; check the permissions of the file and of its folder, and whether the disk is full',
    zh: '{path} 无法读写；请检查该文件及其所在文件夹的权限，以及磁盘是否已满',
  },
  besideUnwritable: {
    en: '{path} cannot be written, as {files} beside it cannot: left from when it was read without permission to write. Give them the permissions of the file itself (chmod u+w {files}), and do not delete them',
    zh: '{path} 无法写入：旁边的 {files} 没有写权限（文件只读时打开过而留下）。请给予与数据库文件相同的权限（chmod u+w {files}），不要删除',
  },
  databaseBusy: {
    en: '{path} is in use by another command; nothing was changed. Wait for it to end and try again',
    zh: '{path} 正被另一条命令使用；未作任何改动。请等它结束后重试',
  },
  diskFull: {
    en: 'the disk is full; nothing was changed in {path}. Make room and try again',
    zh: '磁盘已满；{path} 未作任何改动。请腾出空间后重试',
  },
  optionMissing: {
    en: 'missing: {options}. Give {count:it|them} as {count:an option|options}, or run the command in a terminal to be asked',
    zh: '缺少：{options}。请用选项给出，或在终端里运行本命令逐项填写',
  },
  confirmationMissing: {
    en: 'this asks for a confirmation; run it in a terminal, or add --yes',
    zh: '此操作需要确认；请在终端里运行，或加上 --yes',
  },
  interrupted: {
    en: 'stopped; what was not yet confirmed was not saved',
    zh: '已中止；尚未确认的内容没有保存',
  },
  declined: { en: 'left as it was', zh: '未作改动' },
  nothingFound: { en: 'Nothing found; type something else', zh: '没有找到，请换个写法' },
  chooseFromList: {
    en: 'Enter came before the list was there; choose from the list',
    zh: '列表还没有出来就按了回车；请从列表中选定',
  },
  keyMove: { en: 'move', zh: '移动' },
  keyChoose: { en: 'choose', zh: '选定' },
  yesOrNo: { en: '(Y/n)', zh: '（回车为是，n 为否）' },
  skipHint: { en: 'Enter to leave empty', zh: '直接回车可留空' },
  fileMissing: {
    en: 'there is no file {path}',
    zh: '找不到文件 {path}',
  },
  fileUnreadable: {
    en: '{path} cannot be read; check its permissions',
    zh: '{path} 无法读取；请检查权限',
  },
  fileEmpty: {
    en: '{path} is empty; the first line must name the columns, such as {columns}',
    zh: '{path} 是空文件；第一行应为列名，例如 {columns}',
  },
  fileIsSpreadsheet: {
    en: '{path} is an Excel workbook; save it as CSV first (in Excel: Save As, "CSV UTF-8" or "CSV")',
    zh: '{path} 是 Excel 工作簿；请先另存为 CSV（Excel 中选“另存为”，类型选“CSV UTF-8”或“CSV”）',
  },
  encodingUnknown: {
    en: '{path}, line {line}: these bytes are neither UTF-8 nor GBK/GB18030, nor UTF-16 with a byte order mark. Save the file again as "CSV UTF-8". Nothing was imported',
    zh: '{path} 第 {line} 行：文字编码既不是 UTF-8、GBK/GB18030，也不是带 BOM 的 UTF-16。请另存为“CSV UTF-8”。一行也没有导入',
  },
  quoteNeverClosed: {
    en: '{path}, line {line}: a quotation mark opens here and is never closed. Mend the line and import again. Nothing was imported',
    zh: '{path} 第 {line} 行：引号有开头没有结尾。请改好这一行再导入。一行也没有导入',
  },
  quoteMisplaced: {
    en: '{path}, line {line}: a quotation mark stands in the middle of a cell. Put the cell in quotation marks and double the one inside. Nothing was imported',
    zh: '{path} 第 {line} 行：单元格中间出现引号。请给整个单元格加引号，里面的引号写两个。一行也没有导入',
  },
  recordTooLarge: {
    en: '{path}, line {line}: the row that begins here is larger than {most} characters; a quotation mark is likely missing. Nothing was imported',
    zh: '{path} 第 {line} 行：从这里开始的一行超过 {most} 个字符，多半是少了一个引号。一行也没有导入',
  },
  columnUnknown: {
    en: '{path}: unknown column "{column}"; did you mean "{nearest}"? Mend the heading, or pass over it with --ignore-unknown. Known columns: {known}',
    zh: '{path}：列名“{column}”无法识别，是不是“{nearest}”？请改列名，或加 --ignore-unknown 忽略。可用的列：{known}',
  },
  columnUnknownAlone: {
    en: '{path}: unknown column "{column}". Mend the heading, or pass over it with --ignore-unknown. Known columns: {known}',
    zh: '{path}：列名“{column}”无法识别。请改列名，或加 --ignore-unknown 忽略。可用的列：{known}',
  },
  columnTwice: {
    en: '{path}: the column {column} stands twice in the first line; remove one',
    zh: '{path}：第一行里“{column}”这一列出现了两次，请去掉一个',
  },
  columnMissing: {
    en: '{path}: the first line lacks {count:the column|the columns} {columns}; add {count:it|them}',
    zh: '{path}：第一行缺少这些列：{columns}；请补上',
  },
  rowRagged: {
    en: 'the row has {cells} {cells:cell|cells}, the first line {columns}; make them as many',
    zh: '本行有 {cells} 个单元格，第一行有 {columns} 个；请改成一样多',
  },
  rowNul: {
    en: 'the row holds a NUL byte, which no text has; mend the row',
    zh: '本行含有空字节（NUL），请改正',
  },
  rejectsUnwritable: {
    en: 'the rejects file {path} cannot be written; nothing was imported. Name another with --rejects FILE',
    zh: '无法写入退回文件 {path}；一行也没有导入。请用 --rejects 指定其他位置',
  },
  answer: { en: 'answer', zh: '回答' },
  isADatabase: {
    en: '{path} is a database: nothing is written over it; choose another name',
    zh: '{path} 是数据库文件，不能覆盖；请换一个文件名',
  },
  rejectsOverSource: {
    en: '{path} is the file that is read; name another for the rejected rows with --rejects FILE',
    zh: '{path} 就是正在导入的文件，不能覆盖；请用 --rejects 为退回的行指定另一个文件',
  },
  fileUnwritable: {
    en: '{path} cannot be written; choose another place with --to',
    zh: '无法写入 {path}；请用 --to 指定其他位置',
  },
  tooManyRows: {
    en: '{path} would have more than {most} rows, too many for a workbook; use the CSV file instead',
    zh: '{path} 将超过 {most} 行，工作簿放不下；请改用 CSV 文件',
  },
  countZero: { en: '0 is too small here; write 1 or more', zh: '不能是 0，至少为 1' },
  pageOption: { en: 'which page of the list', zh: '第几页' },
  limitOption: {
    en: 'rows on a page (default: 20 on a screen, all in --json and --csv)',
    zh: '每页行数（屏幕上默认 20 行；--json、--csv 默认全部）',
  },
  all: { en: '{all} in all.', zh: '共 {all} 条。' },
  some: { en: '{from} to {to} of {all}.', zh: '第 {from} 至 {to} 条，共 {all} 条。' },
  someMore: {
    en: '{from} to {to} of {all}; the next page: --page {next}',
    zh: '第 {from} 至 {to} 条，共 {all} 条；下一页：--page {next}',
  },
  pastTheEnd: {
    en: 'That page is past the end; {all} in all.',
    zh: '已超出最后一页；共 {all} 条。',
  },
  none: { en: 'none', zh: '无' },
  noRows: { en: 'Nothing to list.', zh: '没有记录。' },
} as const satisfies Record<string, Phrase>;
