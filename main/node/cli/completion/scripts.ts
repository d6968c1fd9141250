import { listCommandTree, type CompletableCommand, type CompletableOption } from './command-tree.ts';

/** The shells that can be completed. */
export const completionShells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type CompletionShell = (typeof completionShells)[number];

/** The completion script of a shell: it starts no process, so that a press of Tab is answered at once. */
export function writeCompletion(shell: CompletionShell, tree: CompletableCommand): string {
  return writers[shell](tree);
}

const writers: Readonly<Record<CompletionShell, (tree: CompletableCommand) => string>> = {
  bash: writeBash,
  zsh: writeZsh,
  fish: writeFish,
  powershell: writePowershell,
};

/** A literal in single quotes, as bash and zsh read it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The words that lead to a command, as the scripts name it; the program itself is empty. */
function toName({ path }: CompletableCommand): string {
  return path.join(' ');
}

/** What may follow a command: further commands and words, and its options. */
function listNext({ commands, words }: CompletableCommand): readonly string[] {
  return [...commands.map(({ path }) => path.at(-1) ?? ''), ...words];
}

function listOptionNames({ options }: CompletableCommand): readonly string[] {
  return options.flatMap(({ names }) => names);
}

/** Options that take a value, by what completes it. */
function groupValues({ options }: CompletableCommand): readonly (readonly [CompletableOption, string])[] {
  return options.flatMap((option) => (option.value === null ? [] : [[option, option.names.join('|')] as const]));
}

function takesFolder({ value }: CompletableOption): boolean {
  return value === '<folder>';
}

function writeBash(tree: CompletableCommand): string {
  const all = listCommandTree(tree);
  const cases = all.map((command) => {
    const values = groupValues(command).map(([option, names]) => {
      const words = option.choices.join(' ');
      const reply = takesFolder(option)
        ? 'mapfile -t COMPREPLY < <(compgen -d -- "$current")'
        : `mapfile -t COMPREPLY < <(compgen -W ${quote(words)} -- "$current")`;
      return `        ${names}) ${reply}; return ;;`;
    });
    return [
      `    ${quote(toName(command))})`,
      ...(values.length === 0 ? [] : ['      case "$previous" in', ...values, '      esac']),
      `      next=${quote(listNext(command).join(' '))}`,
      `      options=${quote(listOptionNames(command).join(' '))}`,
      '      ;;',
    ].join('\n');
  });
  return `# Completion of fuelgauge for bash. Load it with: source <(fuelgauge completion bash)
_fuelgauge() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  local command='' word index next options
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    case "\${command:+$command }$word" in
      ${
        all
          .slice(1)
          .map((command) => quote(toName(command)))
          .join('|') || "''"
      }) command="\${command:+$command }$word" ;;
    esac
  done
  case "$command" in
${cases.join('\n')}
  esac
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -W "$next" -- "$current")
  fi
}
complete -o default -F _fuelgauge fuelgauge
`;
}

/** What zsh completes after one command. */
function writeZshCase(command: CompletableCommand): string {
  const values = groupValues(command).map(([option, names]) => {
    const action = takesFolder(option)
      ? '_files -/'
      : option.choices.length > 0
        ? `compadd -- ${option.choices.map(quote).join(' ')}`
        : '_message value';
    return `        ${names}) ${action}; return ;;`;
  });
  const next = [
    ...command.commands.map((each) => toZshChoice(each.path.at(-1) ?? '', each.summary)),
    ...command.words.map((word) => quote(word)),
  ];
  const options = command.options.flatMap(({ names, description }) =>
    names.map((name) => toZshChoice(name, description)),
  );
  return [
    `    ${quote(toName(command))})`,
    ...(values.length === 0 ? [] : ['      case "$words[CURRENT-1]" in', ...values, '      esac']),
    `      next=(${next.join(' ')})`,
    `      options=(${options.join(' ')})`,
    '      ;;',
  ].join('\n');
}

/** A suggestion with its description, in the form of `_describe`. */
function toZshChoice(name: string, text: string): string {
  return quote(`${name.replaceAll(':', '\\:')}:${text}`);
}

function writeZsh(tree: CompletableCommand): string {
  const all = listCommandTree(tree);
  const cases = all.map(writeZshCase);
  return `#compdef fuelgauge
# Completion of fuelgauge for zsh. Save it as _fuelgauge in a folder of $fpath, or load it with:
# source <(fuelgauge completion zsh)
_fuelgauge() {
  local command='' word index
  local -a next options
  for ((index = 2; index < CURRENT; index++)); do
    word=$words[index]
    case "\${command:+$command }$word" in
      ${all
        .slice(1)
        .map((command) => quote(toName(command)))
        .join('|')}) command="\${command:+$command }$word" ;;
    esac
  done
  case "$command" in
${cases.join('\n')}
  esac
  if [[ $words[CURRENT] == -* ]]; then
    _describe option options
  elif (( $#next )); then
    _describe command next
  else
    _files
  fi
}
if [[ $funcstack[1] == _fuelgauge ]]; then _fuelgauge "$@"; else compdef _fuelgauge fuelgauge; fi
`;
}

function writeFish(tree: CompletableCommand): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
  const lines = listCommandTree(tree).flatMap((command) => {
    const at = `-n ${quoted(`__fuelgauge_at ${command.path.join(' ')}`.trim())}`;
    const next = command.commands.map(
      (each) => `complete -c fuelgauge -f ${at} -a ${quoted(each.path.at(-1) ?? '')} -d ${quoted(each.summary)}`,
    );
    const words = command.words.map((word) => `complete -c fuelgauge -f ${at} -a ${quoted(word)}`);
    const options = command.options.map(({ names, description, value, choices }) => {
      const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
      const takes = value === null ? '' : choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : ' -r';
      return `complete -c fuelgauge ${at} ${flags.join(' ')}${takes} -d ${quoted(description)}`;
    });
    return [...next, ...words, ...options];
  });
  const names = listCommandTree(tree)
    .slice(1)
    .map((command) => quoted(toName(command)));
  return `# Completion of fuelgauge for fish. Load it with: fuelgauge completion fish | source
function __fuelgauge_at
    set -l command ''
    for word in (commandline -opc)[2..]
        set -l longer (string trim -- "$command $word")
        contains -- $longer ${names.join(' ')}; and set command $longer
    end
    test "$command" = "$argv"
end
${lines.join('\n')}
`;
}

function writePowershell(tree: CompletableCommand): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const list = (texts: readonly string[]): string => `@(${texts.map(quoted).join(', ')})`;
  const entries = listCommandTree(tree).map((command) => {
    const values = command.options.flatMap(({ names, value, choices }) =>
      value === null ? [] : names.map((name) => `${quoted(name)} = ${list(choices)}`),
    );
    return `  ${quoted(toName(command))} = @{ Next = ${list(listNext(command))}; Options = ${list(listOptionNames(command))}; Values = @{ ${values.join('; ')} } }`;
  });
  return `# Completion of fuelgauge for PowerShell. Load it with: fuelgauge completion powershell | Out-String | Invoke-Expression
$fuelgaugeCommands = @{
${entries.join('\n')}
}
Register-ArgumentCompleter -Native -CommandName fuelgauge -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $command = ''
  $previous = ''
  foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
    $previous = $element.ToString()
    $longer = "$command $previous".Trim()
    if ($fuelgaugeCommands.ContainsKey($longer)) { $command = $longer }
  }
  $found = $fuelgaugeCommands[$command]
  $words = if ($found.Values.ContainsKey($previous)) { $found.Values[$previous] }
    elseif ($wordToComplete.StartsWith('-')) { $found.Options }
    else { $found.Next }
  $words | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
