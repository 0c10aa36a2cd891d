# Completion of attest for bash. Works with and without the package bash-completion.
#
# One line for each command: its options. tests/completions holds this file, completions/_attest, the manual
# page and the program's own --help to the same commands and options.
_attest() {
  local commands="add fetch ask audit search show verify replay serve mcp status check compact eval"
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command="" options="" index
  COMPREPLY=()

  for ((index = 1; index < COMP_CWORD; ++index)); do
    if [[ ${COMP_WORDS[index]} != -* ]]; then
      command=${COMP_WORDS[index]}
      break
    fi
  done

  case "$command" in
    "") options="--help --version" ;;
    add) options="-c --collection --repair --json --help" ;;
    fetch) options="-c --collection --base-url --json --help" ;;
    ask) options="-c --collection --audience --format --json --after --help" ;;
    audit) options="-c --collection --with --publisher --format --json --help" ;;
    search) options="-c --collection -k --topics --run-tag --json --help" ;;
    show) options="-c --collection --span --json --help" ;;
    verify) options="-c --collection --format --help" ;;
    replay) options="-c --collection --help" ;;
    serve) options="-c --collection --address --port --host-name --workers
      --connections --idle-seconds --header-seconds --body-seconds --write-seconds
      --stop-seconds --waiting --upload-mib --uploads-mib --cache-mib --look-seconds
      --support --support-address --quick-exit --allow-adding --log --log-questions --help" ;;
    mcp) options="-c --collection --help" ;;
    status) options="-c --collection --json --help" ;;
    check) options="-c --collection --json --help" ;;
    compact) options="-c --collection --rebuild-index --json --help" ;;
    eval) options="-c --collection --data --sets --json --verbose --whole --help" ;;
  esac

  # What an option takes.
  if [[ -n $command ]]; then
    case "$before" in
      -c | --collection | --data)
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
        compopt -o filenames 2>/dev/null
        return ;;
      --audience) mapfile -t COMPREPLY < <(compgen -W "clinician patient partner" -- "$word"); return ;;
      --format) mapfile -t COMPREPLY < <(compgen -W "text json markdown html" -- "$word"); return ;;
      --after | --topics | --with)
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        compopt -o filenames 2>/dev/null
        return ;;
      -k | --run-tag | --span | --base-url | --publisher | --address | --port | --host-name) return ;;
      --workers | --connections | --waiting | --upload-mib | --uploads-mib | --cache-mib) return ;;
      --look-seconds) return ;;
      --idle-seconds | --header-seconds | --body-seconds | --write-seconds | --stop-seconds) return ;;
      --support | --support-address | --quick-exit) return ;;
    esac
  fi

  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  elif [[ -z $command ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word")
  else
    case "$command" in
      add | audit | verify | replay)
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        compopt -o filenames 2>/dev/null ;;
    esac
  fi
}
complete -F _attest attest
